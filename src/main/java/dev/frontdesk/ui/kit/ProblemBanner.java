package dev.frontdesk.ui.kit;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One sentence on what is wrong and one on what to do; it stays until somebody deals with it. */
public final class ProblemBanner extends HBox {
  private final Texts texts;
  private final Runnable onDismiss;
  private @Nullable Parts parts;
  private @Nullable Runnable again;

  /**
   * @param onDismiss what closing the banner means to whoever shows the problem
   */
  public ProblemBanner(Texts texts, Runnable onDismiss) {
    super(12);
    this.texts = texts;
    this.onDismiss = onDismiss;
    setAlignment(Pos.CENTER_LEFT);
    Styles.styled(this, "problem-banner");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Made for the first problem: most pages never have one. */
  private final class Parts {
    private final Label sentence = Labels.wrapped("", Styles.STRONG);
    private final Label remedy = Labels.wrapped("");
    private final CopyableId request = new CopyableId(texts);
    private final Button retry =
        Ids.give("problem-retry", new Button(texts.text("banner.retry"), Icon.REPEAT.view()));

    Parts() {
      request.managedProperty().bind(request.visibleProperty());
      retry.setMinWidth(USE_PREF_SIZE);
      retry.managedProperty().bind(retry.visibleProperty());
      retry.setOnAction(_ -> {
        if (again != null) {
          again.run();
        }
      });
      var close =
          Styles.styled(
              Ids.give("problem-dismiss", new Button(null, Icon.X.view())),
              Styles.FLAT,
              "icon-button");
      Hover.say(close, texts.text("banner.dismiss"));
      close.setAccessibleText(texts.text("banner.dismiss"));
      close.setOnAction(_ -> dismiss());
      var words = new VBox(2, sentence, remedy, request);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      getChildren().addAll(Icon.ALERT_TRIANGLE.view(20), words, retry, close);
    }

    void show(ProblemText words) {
      sentence.setText(words.sentence());
      remedy.setText(words.remedy());
      request.setText(words.requestId() == null ? "" : words.requestId());
      retry.setVisible(again != null);
      setAccessibleText(sentence.getText() + " " + remedy.getText());
    }
  }

  /**
   * Shows a problem, or nothing.
   *
   * @param again what trying again does; null where that makes no sense
   */
  public void show(Optional<Problem> problem, @Nullable Runnable again) {
    this.again = again;
    setVisible(problem.isPresent());
    problem.ifPresent(told -> {
      Parts made = parts;
      if (made == null) {
        made = new Parts();
        parts = made;
      }
      made.show(ProblemText.of(told, texts));
    });
  }

  private void dismiss() {
    setVisible(false);
    onDismiss.run();
  }
}
