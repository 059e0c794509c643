package dev.frontdesk.ui.session;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import java.time.Instant;

/** One thing that happened to the cache. */
public sealed interface HistoryEntry {
  /** A publication or purge of Frontdesk's own. */
  record Recorded(JournalEntry entry) implements HistoryEntry {
    @Override
    public String id() {
      return entry.id();
    }

    @Override
    public Instant at() {
      return entry.about().at();
    }

    @Override
    public State state() {
      return entry.state();
    }
  }

  /**
   * An invalidation that is in no journal: CloudFront does not tell whose it is (CloudFront API
   * Reference, "ListInvalidations": id, time and status only).
   */
  record Foreign(Invalidation invalidation) implements HistoryEntry {
    @Override
    public String id() {
      return invalidation.id();
    }

    @Override
    public Instant at() {
      return invalidation.created();
    }

    @Override
    public State state() {
      return invalidation.completed() ? State.COMPLETED : State.SUBMITTED;
    }
  }

  String id();

  Instant at();

  State state();
}
