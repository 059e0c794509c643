package dev.frontdesk.ui.kit;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a control says while the pointer rests on it. The tooltip is made when a pointer comes for
 * the first time: each is a window of its own with a scene, and a table full of them takes longer
 * to make than its cells.
 */
public final class Hover {
  /** Under which a control has its words until a tooltip is made of them. */
  private static final Object WORDS = new Object();

  private Hover() {}

  /** Says {@code words} from now on, to a screen reader as well; null for nothing. */
  public static void say(Control control, @Nullable String words) {
    control.setAccessibleHelp(words);
    if (control.getTooltip() != null) {
      control.setTooltip(words == null ? null : new Tooltip(words));
    }
    // With null for what was not there, as properties keep a key.
    if (control.getProperties().put(WORDS, words == null ? "" : words) == null) {
      control.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> make(control));
    }
  }

  private static void make(Control control) {
    Object words = control.getProperties().get(WORDS);
    if (control.getTooltip() == null && words instanceof String text && !text.isEmpty()) {
      control.setTooltip(new Tooltip(text));
    }
  }
}
