package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/** A page of the console: made when it is first shown, asked to load each time it is. */
public interface Page {
  /** Everything below the page's head. */
  Parent content();

  /** What stands at the right of the page's head. */
  Node aside();

  /** It has come to the front: what it shows may be old. */
  void shown();

  /**
   * Whether what it is for can be seen, or why it cannot; until then there are placeholders. The
   * window waits a moment for its first page, which therefore has to tell.
   */
  default ObservableValue<Boolean> settled() {
    return new SimpleBooleanProperty(true);
  }

  /** A second has passed in front. */
  void tick();

  /** Reads again what it shows. */
  void reload();

  /** Where typing searches. */
  Node searchField();

  /** Whether it shows, in front, how this entry stands. */
  default boolean shows(JournalEntry entry) {
    return false;
  }

  /** How many edits closing it would lose. */
  default int unpublished() {
    return 0;
  }

  /** Ends what it listens to. */
  void close();
}
