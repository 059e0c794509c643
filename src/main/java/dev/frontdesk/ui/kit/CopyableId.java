package dev.frontdesk.ui.kit;

import dev.frontdesk.texts.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/** An id or a path: monospaced, selectable, with a button that copies it. */
public final class CopyableId extends HBox {
  private static final double CARET = 3;

  private final TextField field = new TextField();

  public CopyableId(Texts texts) {
    super(4);
    setAlignment(Pos.CENTER_LEFT);
    field.setEditable(false);
    field.setAccessibleText(texts.text("copyable-id"));
    Styles.styled(field, Styles.MONO, "selectable");
    var measure = new Text();
    measure.textProperty().bind(field.textProperty());
    measure.fontProperty().bind(field.fontProperty());
    field
        .prefWidthProperty()
        .bind(measure.layoutBoundsProperty().map(bounds -> Math.ceil(bounds.getWidth()) + CARET));
    var copy = Styles.styled(new Button(null, Icon.COPY.view(12)), Styles.FLAT, "icon-button");
    Hover.say(copy, texts.text("copy"));
    copy.setAccessibleText(texts.text("copy"));
    copy.setOnAction(_ -> copy(field.getText()));
    getChildren().addAll(field, copy);
    visibleProperty().bind(field.textProperty().isNotEmpty());
  }

  /** What is shown; nothing at all for an empty text. */
  public void setText(String id) {
    if (!id.equals(field.getText())) {
      field.setText(id);
    }
  }

  /** For what is copied from elsewhere too. */
  public static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
