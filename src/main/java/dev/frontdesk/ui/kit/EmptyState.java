package dev.frontdesk.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Says what would be here and how to get it. */
public final class EmptyState extends VBox {
  private static final double WIDEST = 360;

  public EmptyState(Icon icon, String title, String sentence, Node... actions) {
    super(8);
    setAlignment(Pos.CENTER);
    Styles.styled(this, "empty-state", Styles.QUIET);
    Label line = Labels.muted(sentence);
    line.setWrapText(true);
    line.setMaxWidth(WIDEST);
    line.setTextAlignment(TextAlignment.CENTER);
    line.setAlignment(Pos.CENTER);
    getChildren().addAll(icon.view(24), Labels.title(title), line);
    getChildren().addAll(actions);
  }
}
