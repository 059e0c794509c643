package dev.frontdesk.ui.cache;

import dev.frontdesk.texts.FigureText;
import dev.frontdesk.texts.FigureText.Amount;
import dev.frontdesk.texts.FigureText.Change;
import dev.frontdesk.texts.FigureText.Course;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One large figure with its unit, and how it has moved. */
final class FigureTile extends VBox {
  private static final double APART = 4;
  private static final double ICON = 12;

  private final Tools tools;
  private final String name;
  private final Label value;
  private final Label unit = Labels.muted("");
  private final Label change;
  private final Label against = Labels.muted("");
  private final Tooltip hover = new Tooltip();

  /**
   * What a tile tells.
   *
   * @param against what the change is against
   */
  record Told(Amount amount, Change change, String against) {}

  /**
   * @param id of the figure's own label, to which the others' are like
   */
  FigureTile(String id, String name, Tools tools) {
    super(0);
    this.tools = tools;
    this.name = name;
    this.value = Ids.give(id + "-value", Labels.plain("", "figure"));
    this.change = Ids.give(id + "-change", Labels.plain("", Styles.SMALL));
    Label caption = Labels.muted(name);
    caption.setMinWidth(0);
    for (Label label : new Label[] {value, unit, change, against}) {
      label.setMinWidth(Label.USE_PREF_SIZE);
    }
    var number = new HBox(APART, value, unit);
    number.setAlignment(Pos.BASELINE_LEFT);
    var moved = new HBox(APART, change, against);
    moved.setAlignment(Pos.CENTER_LEFT);
    Styles.styled(this, "figure-tile");
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(caption, number, moved);
    Tooltip.install(this, hover);
  }

  /** What has no room is told on hover alone: half a word tells nothing. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
    against.setVisible(change.prefWidth(-1) + APART + against.prefWidth(-1) <= room);
  }

  /**
   * @param remark on how the figure comes about; empty for none
   * @param spoken the key of the sentence that is read aloud: name, figure, change
   */
  void show(Told told, String remark, String spoken) {
    value.setText(told.amount().number());
    unit.setText(told.amount().unit());
    change.setText(told.change().text());
    Course course = told.change().course();
    change.getStyleClass().setAll("label", Styles.SMALL, tone(course));
    change.setGraphic(icon(course).map(it -> it.view(ICON)).orElse(null));
    String words =
        told.change().isCompared()
            ? told.change().text() + " " + told.against()
            : told.change().text();
    against.setText(told.change().isCompared() ? told.against() : "");
    String judged = new FigureText(tools.texts()).judged(told.change(), words);
    String aloud = tools.text(spoken, name, told.amount().whole(), judged);
    setAccessibleText(aloud);
    value.setAccessibleText(aloud);
    hover.setText(remark.isEmpty() ? aloud : aloud + "\n" + remark);
  }

  /** What is better or worse is told by no colour alone. */
  private static Optional<Icon> icon(Course course) {
    return switch (course) {
      case BETTER -> Optional.of(Icon.CHECK);
      case WORSE -> Optional.of(Icon.ALERT_TRIANGLE);
      case MOVED, SAME, NOT_COMPARED -> Optional.empty();
    };
  }

  private static String tone(Course course) {
    return switch (course) {
      case BETTER -> Styles.DONE;
      case WORSE -> Styles.ATTENTION;
      case MOVED, SAME, NOT_COMPARED -> Styles.QUIET;
    };
  }

  /** Nothing is known of it. */
  void showNothing(String why) {
    value.setText(tools.text("cache.figure.not-known"));
    unit.setText("");
    change.setText(why);
    change.getStyleClass().setAll("label", Styles.MUTED);
    change.setGraphic(null);
    against.setText("");
    String aloud = tools.text("cache.figure.spoken", name, "", why);
    setAccessibleText(aloud);
    value.setAccessibleText(aloud);
    hover.setText(aloud);
  }
}
