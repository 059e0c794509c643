package dev.frontdesk.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds open entries whose desk is gone. A desk is gone when its lease's counter has stood still
 * for the lease's length on this desk's own monotonic clock; nobody's clocks are compared.
 */
final class Sweep {
  /** From one look to the next while something is open that others drive. */
  static final Duration INTERVAL = Duration.ofSeconds(1);

  /** From one look to the next while nothing is: half a lease, and half a read unit each. */
  static final Duration QUIET_INTERVAL = Publisher.LEASE.dividedBy(2);

  /**
   * What one look found.
   *
   * @param abandoned open, and nobody's any more
   * @param moved driven by another desk, and further than at the look before
   * @param gone ids of what the look before found, and this one no more
   * @param quiet whether nothing is open but what this desk drives
   * @param done whether that was so at the look before, too
   */
  record Finding(
      List<JournalEntry> abandoned,
      List<JournalEntry> moved,
      Set<String> gone,
      boolean quiet,
      boolean done) {}

  /**
   * @param nanos since when its lease's counter stands still
   */
  private record Sighting(JournalEntry entry, long nanos) {}

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
    List<JournalEntry> moved = new ArrayList<>();
    for (JournalEntry entry : journal.open()) {
      if (mine.contains(entry.id())) {
        continue;
      }
      Sighting before = sightings.get(entry.id());
      long since =
          before != null && before.entry().lease().equals(entry.lease())
              ? before.nanos()
              : ticker.nanos();
      seen.put(entry.id(), new Sighting(entry, since));
      if (entry.lease().isFree() || ticker.nanos() - since >= Publisher.LEASE.toNanos()) {
        abandoned.add(entry);
      } else if (before == null || !before.entry().progress().equals(entry.progress())) {
        moved.add(entry);
      }
    }
    Set<String> gone = new HashSet<>(sightings.keySet());
    gone.removeAll(seen.keySet());
    gone.removeAll(mine);
    sightings = seen;
    empty = seen.isEmpty() ? empty + 1 : 0;
    return new Finding(abandoned, moved, gone, empty >= 1, empty >= 2);
  }
}
