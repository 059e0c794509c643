package dev.frontdesk.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;

/** Asks before what cannot be taken back. Its buttons carry the action's name, never "OK". */
public final class Confirmation {
  /**
   * @param numbers what exactly would be done
   * @param yes the action's name
   */
  public record Question(String title, String numbers, String yes, String no) {}

  private Confirmation() {}

  /** Returns at once; {@code action} runs if the answer is yes. */
  public static void ask(Node over, Question question, Runnable action) {
    var dialog = new Dialog<ButtonType>();
    dialog.initOwner(over.getScene().getWindow());
    dialog.setTitle(question.title());
    var yes = new ButtonType(question.yes(), ButtonData.OK_DONE);
    var no = new ButtonType(question.no(), ButtonData.CANCEL_CLOSE);
    DialogPane pane = dialog.getDialogPane();
    Theme.dress(pane, over.getScene());
    pane.setHeader(null);
    var words =
        new javafx.scene.layout.VBox(
            8, Labels.title(question.title()), Labels.wrapped(question.numbers()));
    words.setPrefWidth(400);
    words.setStyle("-fx-padding: 24 24 8 24;");
    pane.setContent(words);
    pane.getButtonTypes().setAll(yes, no);
    Button confirm = (Button) pane.lookupButton(yes);
    Styles.styled(Ids.give("confirm", confirm), Styles.PRIMARY);
    Ids.give("cancel", pane.lookupButton(no));
    dialog.setOnHidden(_ -> {
      if (yes.equals(dialog.getResult())) {
        action.run();
      }
    });
    dialog.show();
  }
}
