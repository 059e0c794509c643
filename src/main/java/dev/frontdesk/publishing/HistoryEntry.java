package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationSummary;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One line of the history: what Frontdesk did, or what somebody else invalidated. */
public sealed interface HistoryEntry {
  /** By when they began, the newest first. */
  Comparator<HistoryEntry> NEWEST_FIRST =
      Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::id).reversed();

  /** The journal's id, or CloudFront's. */
  String id();

  /** When it began. */
  Instant at();

  /** An entry of the journal. */
  record Ours(JournalEntry entry) implements HistoryEntry {
    @Override
    public String id() {
      return entry.id();
    }

    @Override
    public Instant at() {
      return entry.about().at();
    }
  }

  /**
   * An invalidation that no entry of the journal knows: made by CI, the CLI, the AWS console. Who
   * made it, and why, is in nothing that CloudFront tells.
   *
   * @param details null until they have been asked for
   */
  record Foreign(InvalidationSummary summary, @Nullable Invalidation details)
      implements HistoryEntry {
    @Override
    public String id() {
      return summary.id();
    }

    @Override
    public Instant at() {
      return summary.created();
    }
  }
}
