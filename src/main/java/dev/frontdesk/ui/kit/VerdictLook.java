package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.Verdict;
import dev.frontdesk.texts.Texts;
import javafx.scene.control.Label;

/** How a verdict is told: by an icon, a word, and a tone that repeats them. */
public final class VerdictLook {
  private VerdictLook() {}

  /** Makes a label tell {@code verdict}; its user data is the English word. */
  public static void tell(Verdict verdict, Label label, double size, Texts texts) {
    StateLook look =
        switch (verdict) {
          case FRESH -> StateLook.DONE;
          case STALE, INCOMPARABLE -> StateLook.WARNING;
        };
    label.getStyleClass().removeIf(style -> style.startsWith("tone-"));
    label.getStyleClass().add(look.tone());
    label.setGraphic(
        (verdict == Verdict.INCOMPARABLE ? Icon.MINUS_CIRCLE : look.icon()).view(size));
    label.setText(texts.text("verdict-word." + verdict.word()));
    label.setUserData(verdict.word());
  }
}
