package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.PurgeEffect;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import dev.frontdesk.ui.kit.EntryKind;
import java.time.Instant;
import java.util.Optional;

/**
 * An invalidation as the charts show it.
 *
 * @param at when CloudFront took it
 * @param effect what followed it; empty where that is not known
 */
record Mark(HistoryEntry entry, Instant at, Optional<PurgeEffect> effect) {
  private Mark(HistoryEntry entry, Instant at) {
    this(entry, at, Optional.empty());
  }

  /** None for an entry of which nothing has been sent. */
  static Optional<Mark> of(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) -> sent(ours).map(at -> new Mark(entry, at));
      case Foreign foreign -> Optional.of(new Mark(entry, foreign.at()));
    };
  }

  private static Optional<Instant> sent(JournalEntry entry) {
    return entry.progress().steps().stream()
        .filter(step -> step.state() == State.SUBMITTED)
        .map(Step::at)
        .findFirst();
  }

  Mark with(Optional<PurgeEffect> known) {
    return new Mark(entry, at, known);
  }

  EntryKind kind() {
    return EntryKind.of(entry);
  }
}
