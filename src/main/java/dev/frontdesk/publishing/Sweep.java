package dev.frontdesk.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds open entries whose desk is gone. A desk is gone when its lease's counter has stood still
 * for the lease's length on this desk's own monotonic clock; nobody's clocks are compared.
 */
final class Sweep {
  /** From one look to the next. */
  static final Duration INTERVAL = Duration.ofSeconds(1);

  /**
   * What one look found.
   *
   * @param abandoned open, and nobody's any more
   * @param done whether this look and the one before found nothing open but what this desk drives
   */
  record Finding(List<JournalEntry> abandoned, boolean done) {}

  private record Sighting(Lease lease, long nanos) {}

  private final Journal journal;
  private final Ticker ticker;
  private Map<String, Sighting> sightings = new HashMap<>();
  private int empty;

  Sweep(Journal journal, Ticker ticker) {
    this.journal = journal;
    this.ticker = ticker;
  }

  /**
   * @param mine the ids that this desk drives
   */
  synchronized Finding look(Set<String> mine) {
    Map<String, Sighting> seen = new HashMap<>();
    List<JournalEntry> abandoned = new ArrayList<>();
    for (JournalEntry indexed : journal.open()) {
      if (mine.contains(indexed.id())) {
        continue;
      }
      // The index may be behind: only the entry itself says whether it is open, and whose.
      JournalEntry entry = journal.read(indexed.id()).orElse(null);
      if (entry == null || !entry.isOpen()) {
        continue;
      }
      Sighting before = sightings.get(entry.id());
      Sighting now =
          before != null && before.lease().equals(entry.lease())
              ? before
              : new Sighting(entry.lease(), ticker.nanos());
      seen.put(entry.id(), now);
      if (ticker.nanos() - now.nanos() >= Publisher.LEASE.toNanos()) {
        abandoned.add(entry);
      }
    }
    sightings = seen;
    empty = seen.isEmpty() ? empty + 1 : 0;
    return new Finding(abandoned, empty >= 2);
  }
}
