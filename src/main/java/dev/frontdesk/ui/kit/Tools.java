package dev.frontdesk.ui.kit;

import dev.frontdesk.texts.Texts;

/** What every view is made with. */
public record Tools(Texts texts, Moments moments, Now now, Work work, FilePrompt files) {
  /** With the system's own file dialogs. */
  public Tools(Texts texts, Moments moments, Now now, Work work) {
    this(texts, moments, now, work, new SystemFilePrompt());
  }

  /** A text of the bundle. */
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }
}
