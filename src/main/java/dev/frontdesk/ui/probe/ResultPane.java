package dev.frontdesk.ui.probe;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Probe;
import dev.frontdesk.texts.ProbeText;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.ProbeTable;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.VerdictLook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The verdict, both answers, where they differ, and what that proves. */
final class ResultPane extends VBox {
  /** Two lines: the room is kept, so that nothing moves. */
  private static final double REASON = 40;

  private final Tools tools;
  private final ProbeText words;
  private final Label verdict = Ids.give("probe-verdict", Labels.plain("", "probe-verdict"));
  private final Label reason = Ids.give("probe-reason", Labels.wrapped(""));
  private final ProbeTable table;
  private final VBox differences = Ids.give("probe-differences", new VBox());
  private final Label limits = Ids.give("probe-limits", Labels.wrapped("", Styles.MUTED));
  private final Label proves = Labels.wrapped("");
  private final Button purge;
  private final Button explain;
  private final EmptyState empty;
  private final ScrollPane result;
  private Optional<Probe> shown = Optional.empty();

  /**
   * @param cancel lets go of the question on its way
   */
  ResultPane(ProbeModel model, ProbeView.Deeds deeds, Runnable cancel, Tools tools) {
    this.tools = tools;
    this.words = new ProbeText(tools.texts());
    this.table = new ProbeTable(tools);
    this.purge = button("probe-purge", "behaviours.purge", Icon.ERASER, deeds.purge());
    this.explain = button("probe-explain", "probe.explain", Icon.LAYERS, deeds.explain());
    this.empty =
        new EmptyState(Icon.SEARCH, tools.text("probe.none"), tools.text("probe.none-line"));
    var sides = new VBox(8, table);
    Styles.styled(Ids.give("probe-sides", sides), "side", "explain-pane");
    HBox.setHgrow(sides, Priority.ALWAYS);
    var told =
        new VBox(
            8,
            Labels.caption(tools.text("probe.differences")),
            differences,
            Labels.caption(tools.text("probe.proves")),
            proves,
            limits);
    Styles.styled(told, "ttl-pane");
    HBox.setHgrow(told, Priority.ALWAYS);
    var both = new HBox(sides, told);
    for (VBox half : List.of(sides, told)) {
      half.setMinWidth(0);
      half.prefWidthProperty().bind(both.widthProperty().divide(2));
    }
    both.setMinHeight(USE_PREF_SIZE);
    this.result = Panels.scrolling(both);
    result.setFitToHeight(true);
    var front = new StackPane(empty, result);
    front.setMinHeight(0);
    VBox.setVgrow(front, Priority.ALWAYS);
    verdict.setMinWidth(USE_PREF_SIZE);
    reason.setMinHeight(REASON);
    var stop = Ids.give("probe-cancel", new Button(tools.text("probe.cancel")));
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setOnAction(_ -> cancel.run());
    // Its room is kept: nothing moves while a question is on its way.
    stop.visibleProperty().bind(model.probe().map(Load::isLoading));
    var head = Styles.styled(new HBox(12, verdict, reason, stop), "probe-head");
    head.setAlignment(Pos.CENTER_LEFT);
    reason.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    var foot = Styles.styled(new HBox(8, purge, explain), "probe-foot");
    foot.setMinHeight(USE_PREF_SIZE);
    setMinHeight(0);
    getChildren().addAll(head, front, foot);
    model.probe().subscribe(this::show);
  }

  private Button button(String id, String key, Icon icon, Consumer<String> deed) {
    var button = Ids.give(id, new Button(tools.text(key), icon.view()));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> shown.ifPresent(probe -> deed.accept(probe.path())));
    return button;
  }

  private void show(Load<Probe> load) {
    // What was probed before would stand beside a path that it is not about.
    shown = load.trouble().isPresent() ? Optional.empty() : load.newest();
    shown.ifPresent(this::show);
    purge.setDisable(shown.isEmpty());
    explain.setDisable(shown.isEmpty());
    result.setVisible(shown.isPresent());
    empty.setVisible(load instanceof Load.Idle);
    result.getStyleClass().remove("dimmed");
    if (load.isLoading()) {
      result.getStyleClass().add("dimmed");
      tell(Icon.LOADER, Styles.QUIET, tools.text("probe.asking"), tools.text("probe.asking-line"));
    } else if (shown.isEmpty()) {
      tell(
          load.trouble().isPresent() ? Icon.X_CIRCLE : Icon.CIRCLE,
          load.trouble().isPresent() ? Styles.WRONG : Styles.QUIET,
          tools.text(load.trouble().isPresent() ? "probe.not-asked" : "probe.nothing-yet"),
          load.trouble().map(this::sentence).orElse(""));
    }
  }

  private void show(Probe probe) {
    VerdictLook.tell(probe.verdict(), verdict, 20, tools.texts());
    because(because(probe));
    table.show(probe, words.left(probe));
    List<String> lines = words.differences(probe.differences());
    differences
        .getChildren()
        .setAll(
            lines.isEmpty()
                ? List.of(Labels.wrapped(none(probe), Styles.MUTED))
                : lines.stream().map(ResultPane::line).toList());
    proves.setText(tools.text("probe.proves-" + probe.verdict().word()));
    limits.setText(words.limits(probe, tools.moments().time(probe.at())));
  }

  private String because(Probe probe) {
    return probe
        .staleSince()
        .map(since -> tools.text("probe.stale-since", moment(since, probe.at())))
        .orElseGet(() -> words.reason(probe));
  }

  /** With its day, where that is another than today. */
  private String moment(Instant since, Instant now) {
    Moments moments = tools.moments();
    String time = moments.time(since);
    return moments.dayOf(since).equals(moments.dayOf(now))
        ? time
        : tools.text("probe.on-day", moments.day(moments.dayOf(since), now), time);
  }

  private String none(Probe probe) {
    return tools.text(probe.finding().isCompared() ? "probe.no-differences" : "probe.not-compared");
  }

  private static Node line(String text) {
    Label line = Labels.wrapped(text, Styles.MONO);
    return Styles.styled(new HBox(line), "fact-row", "difference-line");
  }

  private String sentence(Problem problem) {
    ProblemText told = ProblemText.of(problem, tools.texts());
    return (told.sentence() + " " + told.remedy()).strip();
  }

  private void tell(Icon icon, String tone, String word, String why) {
    verdict.getStyleClass().removeIf(style -> style.startsWith("tone-"));
    verdict.getStyleClass().add(tone);
    verdict.setGraphic(icon.view(20));
    verdict.setText(word);
    verdict.setUserData(null);
    because(why);
  }

  private void because(String why) {
    reason.setText(why);
    verdict.setAccessibleText((verdict.getText() + ". " + why).strip());
  }
}
