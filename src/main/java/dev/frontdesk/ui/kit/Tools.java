package dev.frontdesk.ui.kit;

import dev.frontdesk.texts.Texts;

/** What every view is made with. */
public record Tools(Texts texts, Moments moments, Now now, Work work) {
  /** A text of the bundle. */
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }
}
