package dev.frontdesk.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The parts of a panel at the right of a page: a head, sections, a foot. */
public final class Panels {
  private static final double TIGHT = 300;

  private Panels() {}

  public static HBox head(Node left) {
    var head = Styles.styled(new HBox(8, left), "panel-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  public static HBox head(Node left, Node right) {
    HBox head = head(left);
    head.getChildren().addAll(Labels.spring(), right);
    return head;
  }

  /** A section with a caption, something at its right, and what it is about. */
  public static VBox section(String caption, Node right, Node... content) {
    Label left = Labels.caption(caption);
    left.setMinWidth(Label.USE_PREF_SIZE);
    var head = new HBox(8, left, Labels.spring(), right);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(20);
    var section = Styles.styled(new VBox(head), Styles.SECTION);
    section.getChildren().addAll(content);
    return section;
  }

  public static HBox foot(Node left, Node right) {
    var foot = Styles.styled(new HBox(8, left, Labels.spring(), right), "panel-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  /** In a narrow panel the buttons of its foot go without icons, and closer to their words. */
  public static void tighten(double width, Button... buttons) {
    boolean tight = width > 0 && width < TIGHT;
    for (Button button : buttons) {
      button.getStyleClass().remove("tight");
      if (tight) {
        button.getStyleClass().add("tight");
      }
      button.setContentDisplay(tight ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT);
    }
  }

  /** What may be taller than the window. */
  public static ScrollPane scrolling(Node content) {
    var pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // The controls in it are stops for Tab, the pane itself is none.
    pane.setFocusTraversable(false);
    return pane;
  }

  /** There and taking room only while {@code shown}. */
  public static <N extends Node> N onlyWhile(ObservableValue<Boolean> shown, N node) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
    return node;
  }
}
