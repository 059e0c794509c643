package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.State;
import dev.frontdesk.texts.Texts;
import javafx.scene.control.Label;

/** How a state is told: by an icon, a word, and a tone that repeats them. */
public enum StateLook {
  RUNNING(Icon.LOADER, Styles.RUNNING),
  WAITING(Icon.CLOCK, Styles.ATTENTION),
  DONE(Icon.CHECK_CIRCLE, Styles.DONE),
  WARNING(Icon.ALERT_TRIANGLE, Styles.ATTENTION),
  WRONG(Icon.X_CIRCLE, Styles.WRONG);

  private final Icon icon;
  private final String tone;

  StateLook(Icon icon, String tone) {
    this.icon = icon;
    this.tone = tone;
  }

  public static StateLook of(State state) {
    return switch (state) {
      case SAVING, SAVED, SUBMITTED -> RUNNING;
      case QUEUED, EXPIRING -> WAITING;
      case COMPLETED, FRESH -> DONE;
      case STALE, UNKNOWN -> WARNING;
      case FAILED -> WRONG;
    };
  }

  public Icon icon() {
    return icon;
  }

  public String tone() {
    return tone;
  }

  /** The word for people; {@link State#word} is the one for programs. */
  public static String word(State state, Texts texts) {
    return texts.text("state." + state.word());
  }

  /** Makes a label tell {@code state}; its user data is the English word. */
  public static void tell(State state, Label label, Texts texts) {
    StateLook look = of(state);
    label.getStyleClass().removeIf(style -> style.startsWith("tone-"));
    label.getStyleClass().add(look.tone);
    label.setGraphic(look == RUNNING ? new Spinner(16) : look.icon.view());
    label.setText(word(state, texts));
    label.setUserData(state.word());
  }
}
