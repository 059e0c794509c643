package dev.frontdesk.ui.behaviours;

import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.texts.CachingText;
import dev.frontdesk.texts.CachingText.Told;
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
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How long the explained path is kept: the figures, the steps to them, and what may hurt. */
final class TtlPane extends VBox {
  private static final double LINE = 32;
  private static final double NUMBER = 16;

  /** Of the room, for what a step is called. */
  private static final double TITLE_SHARE = 0.44;

  private final Tools tools;
  private final CachingText words;
  private final boolean hasOrigin;
  private final Label edge = Ids.give("behaviour-effective-ttl", Labels.plain("", "figure"));
  private final Label exact = Ids.give("behaviour-effective-seconds", Labels.muted(""));
  private final Label browser = Ids.give("behaviour-browser-ttl", Labels.plain("", "figure"));
  private final Label browserRule = Labels.muted("");
  private final VBox steps = Ids.give("behaviour-steps", new VBox());
  private final VBox warnings = Ids.give("behaviour-warnings", new VBox(8));
  private final Button probe;
  private final Button purge;
  private Optional<Explanation> shown = Optional.empty();

  /** What can be done about the explained path. */
  record Deeds(Consumer<String> probe, Consumer<String> purge) {}

  /**
   * @param hasOrigin whether the connection knows where the origin is
   */
  TtlPane(BehavioursModel model, boolean hasOrigin, Deeds deeds, Tools tools) {
    this.tools = tools;
    this.words = new CachingText(tools.texts());
    this.hasOrigin = hasOrigin;
    this.probe = button("behaviour-probe", "behaviours.probe", Icon.SEARCH, deeds.probe());
    this.purge = button("behaviour-purge", "behaviours.purge", Icon.ERASER, deeds.purge());
    var left = new VBox(2, Labels.caption(tools.text("behaviours.effective")), figure(edge, exact));
    browser.setMinWidth(USE_PREF_SIZE);
    // In a line of its own, whose room is kept: beside the figure a small window has none for it.
    var right = new VBox(2, Labels.caption(tools.text("behaviours.browser")), browser, browserRule);
    right.setAlignment(Pos.TOP_RIGHT);
    right.setFillWidth(false);
    right.setMinWidth(USE_PREF_SIZE);
    Ids.give("behaviour-browser", right);
    left.setMinWidth(USE_PREF_SIZE);
    var figures = new HBox(16, left, Labels.spring(), right);
    figures.setMinHeight(USE_PREF_SIZE);
    var below = Styles.styled(new VBox(8, warnings, steps), "beside-bar");
    // What may hurt comes first: below the steps it would be out of sight.
    Panels.onlyWhile(Bindings.isNotEmpty(warnings.getChildren()), warnings);
    var scroll = Panels.scrolling(below);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var foot = new HBox(8, probe, purge);
    foot.setMinHeight(USE_PREF_SIZE);
    setSpacing(8);
    setMinWidth(0);
    Styles.styled(this, "ttl-pane");
    getChildren().addAll(figures, scroll, foot);
    model.explanation().subscribe(this::show);
  }

  private Button button(String id, String key, Icon icon, Consumer<String> deed) {
    var button = Ids.give(id, new Button(tools.text(key), icon.view()));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> shown.ifPresent(explanation -> deed.accept(explanation.path())));
    return button;
  }

  private static HBox figure(Label large, Label beside) {
    large.setMinWidth(USE_PREF_SIZE);
    beside.setMinWidth(USE_PREF_SIZE);
    var figure = new HBox(8, large, beside);
    figure.setAlignment(Pos.BASELINE_LEFT);
    return figure;
  }

  private void show(Load<Explanation> load) {
    shown = load.trouble().isPresent() ? Optional.empty() : load.newest();
    probe.setDisable(shown.isEmpty());
    purge.setDisable(shown.isEmpty());
    getStyleClass().remove("dimmed");
    if (load.isLoading()) {
      getStyleClass().add("dimmed");
    }
    shown.ifPresentOrElse(this::show, this::showNothing);
  }

  private void showNothing() {
    edge.setText("–");
    edge.setUserData(null);
    edge.setAccessibleText(tools.text("behaviours.nothing-explained"));
    exact.setText("");
    browser.setText("–");
    browserRule.setText("");
    steps
        .getChildren()
        .setAll(List.of(Labels.wrapped(tools.text("behaviours.steps-none"), Styles.MUTED)));
    warnings.getChildren().clear();
  }

  private void show(Explanation explanation) {
    String kept = words.kept(explanation);
    edge.setText(kept);
    edge.setUserData(explanation.edge().map(EffectiveTtl::seconds).orElse(null));
    edge.setAccessibleText(
        tools.text("behaviours.effective-spoken", words.keptExactly(explanation)));
    exact.setText(
        explanation
            .edge()
            .filter(EffectiveTtl::cached)
            .map(ttl -> words.seconds(ttl.seconds()))
            .filter(seconds -> !seconds.equals(kept))
            .orElse(""));
    Told inBrowser = words.browser(explanation);
    browser.setText(inBrowser.title());
    browser.setAccessibleText(tools.text("behaviours.browser-spoken", inBrowser.phrase()));
    browserRule.setText(inBrowser.detail());
    browserRule.setTooltip(new Tooltip(inBrowser.phrase()));
    steps.getChildren().setAll(steps(explanation));
    warnings
        .getChildren()
        .setAll(
            explanation.warnings().stream()
                .map(warning -> warning(words.warning(warning, explanation)))
                .toList());
  }

  private List<Node> steps(Explanation explanation) {
    List<Node> all = new ArrayList<>();
    explanation
        .answer()
        .ifPresentOrElse(answer -> all.add(sent(answer)), () -> all.addAll(silent(explanation)));
    for (CachingText.Line step : words.lines(explanation)) {
      Told told = step.told();
      all.add(line(all.size() + 1, told, Labels.muted(told.detail()), step.value()));
    }
    return all;
  }

  private Node sent(OriginAnswer answer) {
    Told told = words.sent(answer);
    String asked =
        tools.text("behaviours.asked", told.title(), tools.moments().time(answer.received()));
    return line(1, new Told(asked, told.detail()), Labels.mono(told.detail()), "");
  }

  private List<Node> silent(Explanation explanation) {
    List<Node> lines = new ArrayList<>();
    lines.add(
        line(
            1,
            new Told(tools.text(hasOrigin ? "behaviours.silent" : "behaviours.no-origin"), ""),
            Labels.muted(""),
            ""));
    if (explanation.edge().isEmpty()) {
      lines.add(Labels.wrapped(words.bounds(explanation.match().behaviour()), Styles.MUTED));
    }
    return lines;
  }

  private Node line(int number, Told told, Label detail, String seconds) {
    Label place = Labels.muted(tools.text("number", number));
    place.setMinWidth(NUMBER);
    Label title = Labels.plain(told.title(), Styles.STRONG, Styles.SMALL);
    title.setWrapText(true);
    title.prefWidthProperty().bind(steps.widthProperty().multiply(TITLE_SHARE).subtract(32));
    title.setMinWidth(USE_PREF_SIZE);
    detail.setMinWidth(0);
    detail.setWrapText(true);
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    if (!detail.getText().isEmpty()) {
      detail.setTooltip(new Tooltip(detail.getText()));
    }
    Label value = Labels.plain(seconds, Styles.NUMBER, Styles.STRONG, Styles.SMALL);
    value.setMinWidth(USE_PREF_SIZE);
    var line = Styles.styled(new HBox(8, place, title, detail, value), "fact-row");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(LINE);
    line.setAccessibleText(
        tools.text("behaviours.step-spoken", number, told.phrase(), seconds).strip());
    return line;
  }

  private Node warning(Told told) {
    Label title = Labels.wrapped(told.title(), Styles.STRONG, Styles.SMALL);
    var text = new VBox(2, title, Labels.wrapped(told.detail(), Styles.SMALL));
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    return Styles.styled(new HBox(8, Icon.ALERT_TRIANGLE.view(), text), "notice");
  }
}
