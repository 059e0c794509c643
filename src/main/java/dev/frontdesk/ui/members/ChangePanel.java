package dev.frontdesk.ui.members;

import dev.frontdesk.members.Roster;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Offer;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.publishing.StaleRoute;
import dev.frontdesk.publishing.State;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.Difference;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.TabKey;
import dev.frontdesk.ui.kit.Tools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pending change as a decision: what changes, what it makes stale, cost, reason, Publish. */
final class ChangePanel extends VBox {
  /** What there is to decide stands below: it must not be pushed out of the window. */
  private static final int MOST_LINES = 8;

  private static final int MOST_PATHS = 12;

  private static final KeyCombination PUBLISH =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final MembersModel model;
  private final Tools tools;
  private final boolean sandbox;
  private final Label version = Labels.muted("");
  private final Difference difference;
  private final VBox broken = new VBox(4);
  private final VBox paths = new VBox();
  private final Label yours;
  private final Label cost = Labels.plain("", Styles.STRONG);
  private final Label costLine = Labels.wrapped("", Styles.MUTED);
  private final TextArea reason = Ids.give("change-reason", new TextArea());
  private final Button publish;
  private final Button discard;

  /**
   * @param onPublish publishes, or asks first where the change reaches customers
   */
  ChangePanel(MembersModel model, boolean sandbox, Tools tools, Runnable onPublish) {
    this.model = model;
    this.tools = tools;
    this.sandbox = sandbox;
    this.difference = new Difference(tools, MOST_LINES);
    this.publish =
        Ids.give("change-publish", Styles.styled(new Button("", Icon.SEND.view()), Styles.PRIMARY));
    this.discard = Ids.give("change-discard", new Button(tools.text("change.discard")));
    publish.setOnAction(_ -> onPublish.run());
    publish.setMinWidth(USE_PREF_SIZE);
    discard.setOnAction(_ -> model.discard());
    discard.setMinWidth(USE_PREF_SIZE);
    reason.textProperty().bindBidirectional(model.reason());
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    reason.setPromptText(tools.text("change.reason-prompt"));
    reason.setAccessibleText(tools.text("change.reason"));
    reason.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInReason);
    TabKey.leaves(reason);

    this.yours = Labels.caption(tools.text("change.difference"));
    yours.setMinHeight(20);
    var summary =
        Ids.give(
            "change-summary", Styles.styled(new VBox(yours, difference, broken), Styles.SECTION));
    var stale =
        Panels.section(
            tools.text("change.stale"), Labels.caption(tools.text("change.strategy")), paths);
    var price = Styles.styled(new VBox(priceLine(), costLine), Styles.SECTION);
    var why =
        Panels.section(
            tools.text("change.reason"), Labels.muted(tools.text("change.kept")), reason);
    Styles.styled(why, "last");
    why.setSpacing(6);
    var scroll =
        Panels.scrolling(
            new VBox(
                new ConflictNotice(model, tools),
                new NotesLine(model, tools),
                summary,
                new WayChoice(model.editor(), tools),
                stale,
                price,
                why));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(
            Panels.head(Labels.title(tools.text("change.title")), version),
            scroll,
            Panels.foot(discard, publish));
    widthProperty().subscribe(width -> Panels.tighten(width.doubleValue(), discard, publish));
    listen();
  }

  private void listen() {
    model.editor().draft().subscribe(this::showDraft);
    model.editor().shown().subscribe(this::showBroken);
    model.editor().preview().subscribe(this::showPreview);
    model.editor().way().subscribe(() -> showPreview(model.editor().preview().get()));
    Runnable enable = this::enable;
    model.saving().subscribe(enable);
    model.conflict().subscribe(enable);
    model.publication().subscribe(enable);
    model
        .conflict()
        .subscribe(conflict ->
            yours.setText(
                tools.text(conflict.isPresent() ? "conflict.mine" : "change.difference")));
    model.editor().draft().subscribe(enable);
    model.editor().shown().subscribe(enable);
  }

  private Node priceLine() {
    var line = new HBox(8, Labels.plain(tools.text("change.cost")), Labels.spring(), cost);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void keyInReason(KeyEvent key) {
    if (PUBLISH.match(key)) {
      publish.fire();
      key.consume();
    }
  }

  private void showDraft(Optional<Draft> draft) {
    draft.ifPresent(current -> {
      Roster roster = current.base().roster();
      version.setText(tools.text("change.version", roster.version(), roster.version() + 1));
      difference.show(current.change());
      publish.setText(tools.text("change.publish", current.change().size()));
    });
  }

  private void showBroken(Load<RosterEditor.Shown> shown) {
    broken
        .getChildren()
        .setAll(
            shown.newest().map(RosterEditor.Shown::broken).orElse(List.of()).stream()
                .map(this::brokenRule)
                .toList());
  }

  private Node brokenRule(Problem.Invalid problem) {
    var line =
        Styles.styled(
            new HBox(
                8,
                Icon.X_CIRCLE.view(),
                Labels.wrapped(
                    ProblemText.of(problem, tools.texts()).line(), Styles.SMALL, Styles.WRONG)),
            Styles.WRONG);
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }

  private void showPreview(Load<Preview> load) {
    load.newest()
        .map(exact -> model.editor().way().get().map(Offer::preview).orElse(exact))
        .ifPresent(this::showPreview);
    load.trouble()
        .ifPresent(problem -> {
          paths
              .getChildren()
              .setAll(Labels.wrapped(ProblemText.of(problem, tools.texts()).line(), Styles.SMALL));
          cost.setText("");
          costLine.setText("");
        });
  }

  private void showPreview(Preview preview) {
    Map<String, Node> lines = new LinkedHashMap<>();
    int more = 0;
    for (StaleRoute route : preview.stale()) {
      String sent = sent(route);
      if (lines.size() < MOST_PATHS) {
        lines.computeIfAbsent(sent, _ -> path(route, sent));
      } else if (!lines.containsKey(sent)) {
        more++;
      }
    }
    paths.getChildren().setAll(lines.values());
    if (more > 0) {
      paths.getChildren().add(Labels.muted(tools.text("change.more", more)));
    }
    if (lines.isEmpty()) {
      paths.getChildren().add(Labels.muted(tools.text("change.nothing-stale")));
    }
    int size = preview.items().size();
    cost.setText(tools.text("change.paths", size));
    costLine.setText(
        sandbox
            ? tools.text("change.cost-sandbox")
            : tools.text("change.cost-at-most", preview.costAtMostUsd()));
  }

  /** What goes to CloudFront for a route; the route itself where nothing does. */
  private static String sent(StaleRoute route) {
    return route.items().isEmpty()
        ? route.path()
        : route.items().stream().map(item -> item.wire()).collect(Collectors.joining("  "));
  }

  private Node path(StaleRoute route, String sent) {
    Label path = Labels.mono(sent);
    path.setMinWidth(0);
    Hover.say(path, route.path().equals(sent) ? sent : route.path() + "\n" + sent);
    Label strategy = Labels.muted(tools.text("strategy." + route.strategy().word()));
    strategy.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(8, path, Labels.spring(), strategy);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(24);
    return line;
  }

  private void enable() {
    boolean conflict = model.conflict().get().isPresent();
    boolean clean =
        model.editor().shown().get() instanceof Load.Loaded<RosterEditor.Shown>(var shown, var _)
            && shown.broken().isEmpty();
    publish.setDisable(!model.editor().hasChange() || conflict || !clean || model.saving().get());
    discard.setDisable(!model.editor().hasChange() || model.saving().get());
    model
        .editor()
        .draft()
        .get()
        .ifPresent(draft ->
            publish.setText(
                model.saving().get()
                    ? tools.text(isUnknown() ? "change.finding-out" : "change.saving")
                    : tools.text("change.publish", draft.change().size())));
    reason.setDisable(model.saving().get());
  }

  private boolean isUnknown() {
    return model
        .publication()
        .get()
        .filter(entry -> entry.state() == State.UNKNOWN && EntryFacts.isUnsure(entry))
        .isPresent();
  }
}
