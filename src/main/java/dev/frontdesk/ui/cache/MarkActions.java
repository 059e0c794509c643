package dev.frontdesk.ui.cache;

import java.util.List;

/** What people do with invalidations that they see. */
interface MarkActions {
  /** Shows an entry, by its id, in the history. */
  void open(String entryId);

  /** Somebody looks at these, which stand at one place: what they did may have to be read. */
  void lookAt(List<Mark> marks);

  /** Somebody has come to these by keyboard: whoever goes on at once does not look at them. */
  void restOn(List<Mark> marks);
}
