package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.HistoryEntry;
import java.time.LocalDate;

/** A line of the history's table. */
sealed interface HistoryRow {
  /** What follows was on this day. */
  record Day(LocalDate day) implements HistoryRow {}

  record Entry(HistoryEntry entry) implements HistoryRow {}
}
