package dev.frontdesk.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** A text field with a lens in it; Escape empties it. */
public final class SearchField extends StackPane {
  private static final double INSET = 10;

  private final TextField field;

  public SearchField(String id, String prompt) {
    field = Ids.give(id, Styles.styled(Skins.early(new TextField(), TextFieldSkin::new), "search"));
    prompt(prompt);
    Pane lens = Icon.SEARCH.view();
    setAlignment(lens, Pos.CENTER_LEFT);
    lens.setTranslateX(INSET);
    getChildren().addAll(field, lens);
    HBox.setHgrow(this, Priority.SOMETIMES);
    field.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
        field.clear();
        key.consume();
      }
    });
  }

  public TextField field() {
    return field;
  }

  public void prompt(String prompt) {
    prompt(prompt, prompt);
  }

  /**
   * @param prompt short, for the room that there is
   * @param spoken what a screen reader says
   */
  public void prompt(String prompt, String spoken) {
    field.setPromptText(prompt);
    field.setAccessibleText(spoken);
  }
}
