package dev.frontdesk.ui.behaviours;

import dev.frontdesk.caching.Explanation;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.texts.CachingText;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks for a path, and tells which behaviour has it and why not those before. */
final class ExplainPane extends VBox {
  private static final double LINE = 32;
  private static final double NUMBER = 16;

  /** Of the room: patterns are compared with one another. */
  private static final double PATTERN_SHARE = 0.37;

  /** Below this width a pattern has a line of its own, above its reason. */
  private static final double NARROW = 360;

  private final Tools tools;
  private final CachingText words;
  private final TextField field =
      Ids.give("behaviour-path", Styles.styled(new TextField(), Styles.MONO));
  private final Label error = Ids.give("behaviour-error", Labels.wrapped("", "hint", "wrong"));
  private final VBox lines = Ids.give("behaviour-match", new VBox());
  private boolean isNarrow;

  ExplainPane(BehavioursModel model, Tools tools) {
    this.tools = tools;
    this.words = new CachingText(tools.texts());
    field.setPromptText(tools.text("behaviours.path-prompt"));
    field.setAccessibleText(tools.text("behaviours.explain-title"));
    field.textProperty().bindBidirectional(model.path());
    field.setOnAction(_ -> model.explain());
    HBox.setHgrow(field, Priority.ALWAYS);
    var explain =
        Styles.styled(
            Ids.give("behaviour-explain", new Button(tools.text("behaviours.explain"))),
            Styles.PRIMARY);
    explain.setMinWidth(USE_PREF_SIZE);
    explain.setOnAction(_ -> model.explain());
    explain.disableProperty().bind(model.path().map(String::isBlank));
    error.managedProperty().bind(error.visibleProperty());
    error.setVisible(false);
    var scroll = Panels.scrolling(lines);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    setSpacing(8);
    setMinWidth(0);
    Styles.styled(this, "explain-pane");
    getChildren()
        .addAll(
            Labels.title(tools.text("behaviours.explain-title")),
            new HBox(8, field, explain),
            error,
            scroll);
    model.explanation().subscribe(this::show);
    widthProperty()
        .subscribe(width -> {
          boolean now = width.doubleValue() > 0 && width.doubleValue() < NARROW;
          if (now != isNarrow) {
            isNarrow = now;
            show(model.explanation().get());
          }
        });
  }

  TextField field() {
    return field;
  }

  private void show(Load<Explanation> load) {
    Optional<Problem> trouble = load.trouble();
    error.setVisible(trouble.isPresent());
    trouble.ifPresent(problem -> {
      ProblemText told = ProblemText.of(problem, tools.texts());
      error.setText((told.sentence() + " " + told.remedy()).strip());
    });
    // What was explained before would stand beside a path that it is not about.
    Optional<Explanation> shown = trouble.isPresent() ? Optional.empty() : load.newest();
    lines
        .getChildren()
        .setAll(
            shown
                .map(this::lines)
                .orElseGet(() ->
                    List.of(
                        Labels.wrapped(
                            tools.text(
                                load.isLoading() ? "behaviours.asking" : "behaviours.explain-none"),
                            Styles.MUTED))));
    lines.getStyleClass().remove("dimmed");
    if (load.isLoading()) {
      lines.getStyleClass().add("dimmed");
    }
  }

  private List<Node> lines(Explanation explanation) {
    var match = explanation.match();
    List<Node> all = new ArrayList<>();
    all.add(Labels.caption(tools.text("behaviours.which")));
    int number = 1;
    for (Explanation.Passed passed : match.passed()) {
      all.add(
          line(number++, passed.behaviour().pathPattern(), words.mismatch(passed.why()), false));
    }
    all.add(line(number, match.behaviour().pathPattern(), tools.text("behaviours.matches"), true));
    if (match.after() > 0) {
      Label rest =
          Labels.muted(
              tools.text(
                  "behaviours.not-looked-at", match.after(), number + 1, number + match.after()));
      rest.setMinHeight(LINE);
      all.add(rest);
    }
    return all;
  }

  private Node line(int number, String pattern, String why, boolean isMatch) {
    Label place = Labels.muted(tools.text("number", number));
    place.setMinWidth(NUMBER);
    Label text = Labels.mono(pattern);
    text.setWrapText(true);
    Label reason = Labels.plain(why, Styles.SMALL);
    reason.setWrapText(true);
    reason.setMinWidth(0);
    if (isMatch) {
      Styles.styled(reason, Styles.STRONG);
    } else {
      Styles.styled(text, "grey");
      Styles.styled(reason, "grey");
    }
    Pane both = isNarrow ? new VBox(text, reason) : beside(text, reason);
    both.setMinWidth(0);
    HBox.setHgrow(both, Priority.ALWAYS);
    var line =
        Styles.styled(
            new HBox(8, place, (isMatch ? Icon.CHECK : Icon.X).view(), both),
            "fact-row",
            isMatch ? Styles.DONE : Styles.QUIET);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(LINE);
    line.setAccessibleText(tools.text("behaviours.match-line", number, pattern, why));
    return line;
  }

  private Pane beside(Label pattern, Label reason) {
    pattern.prefWidthProperty().bind(lines.widthProperty().multiply(PATTERN_SHARE));
    pattern.setMinWidth(USE_PREF_SIZE);
    pattern.setMaxWidth(USE_PREF_SIZE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    var both = new HBox(8, pattern, reason);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
