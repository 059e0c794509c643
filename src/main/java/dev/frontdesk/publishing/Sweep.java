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
   * @param moved driven by another desk, and further than at the look before, or to its end
   * @param quiet whether nothing is open but what this desk drives
   * @param done whether nothing is open at all, for the second time in a row
   */
  record Finding(
      List<JournalEntry> abandoned, List<JournalEntry> moved, boolean quiet, boolean done) {}

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
   * Where it throws, the next look finds what this one would have.
   *
   * @param driven the ids that this desk drives; may change meanwhile
   */
  synchronized Finding look(Set<String> driven) {
    Map<String, Sighting> seen = new HashMap<>();
    List<JournalEntry> abandoned = new ArrayList<>();
    List<JournalEntry> moved = new ArrayList<>();
    // Before and after: what this desk has just ended was open when it was read.
    Set<String> mine = new HashSet<>(driven);
    List<JournalEntry> open = journal.open();
    mine.addAll(driven);
    for (JournalEntry entry : open) {
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
    gone.forEach(id -> journal.read(id).ifPresent(moved::add));
    sightings = seen;
    empty = open.isEmpty() ? empty + 1 : 0;
    return new Finding(abandoned, moved, seen.isEmpty(), empty >= 2);
  }
}
