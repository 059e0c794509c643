package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.HistoryEntry;
import java.time.LocalDate;

/** A line of the history's table. */
sealed interface HistoryLine {
  /** What follows was on this day. */
  record Day(LocalDate day) implements HistoryLine {}

  record Entry(HistoryEntry entry) implements HistoryLine {}
}
