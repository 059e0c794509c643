package dev.frontdesk.ui.session;

import java.util.List;

/** Everything that was published, purged, or invalidated by others. */
public interface History {
  /**
   * The newest, newest first.
   *
   * @param limit at least 1
   */
  List<HistoryEntry> newest(int limit);
}
