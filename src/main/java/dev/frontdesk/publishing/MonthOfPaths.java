package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.Price;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a month's invalidations are known to have had: at least so much is billed. Of an entry that
 * has ended only the sum is kept, for it never changes.
 */
final class MonthOfPaths {
  /**
   * So many entries are read when a month is first asked for, and again when so many came since.
   * What a busier month had before them is left out: what is told is the least it had.
   */
  private static final int MOST_ENTRIES = 2_000;

  private final YearMonth month;

  /** Of what CloudFront has taken for the journal's entries, by the invalidation's id. */
  private final Map<String, Integer> billed = new HashMap<>();

  /** Ids of entries that may get further. */
  private final Set<String> open = new HashSet<>();

  /** When the journal was last asked for what is new. */
  private Instant read;

  MonthOfPaths(YearMonth month) {
    this.month = month;
    this.read = beginning(month);
  }

  /** When it begins. */
  static Instant beginning(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  boolean isOf(Instant at) {
    return Price.month(at).equals(month);
  }

  /**
   * Reads the journal: all of the month the first time, then what is newer, and how far that has
   * come which had not ended. Blocks.
   */
  void read(Journal journal, Instant now) {
    // Desks' clocks may be wrong: what was begun a little before the last look may be new.
    Instant before = read.minus(History.CLOCK_SKEW);
    Instant bound = before.isBefore(beginning(month)) ? beginning(month) : before;
    List<JournalEntry> entries = journal.newest(bound, MOST_ENTRIES);
    Set<String> older = new HashSet<>(open);
    entries.forEach(entry -> older.remove(entry.id()));
    take(entries);
    for (String id : older) {
      journal.read(id).ifPresentOrElse(this::take, () -> open.remove(id));
    }
    read = now;
  }

  /**
   * @param entries some may be of other months: they do not count
   */
  void take(Collection<JournalEntry> entries) {
    entries.forEach(this::take);
  }

  private void take(JournalEntry entry) {
    if (!isOf(entry.about().at())) {
      return;
    }
    for (Batch batch : entry.progress().batches()) {
      if (batch.isBilled()) {
        billed.put(String.valueOf(batch.invalidationId()), batch.items().size());
      }
    }
    if (entry.isOpen()) {
      open.add(entry.id());
    } else {
      open.remove(entry.id());
    }
  }

  /**
   * How many paths, wildcards and tags the month's invalidations had, each counted once: what
   * CloudFront has taken for entries of the journal, and others whose details happen to be known.
   *
   * @param known some may be of other months: they do not count
   */
  long sum(Collection<Invalidation> known) {
    Map<String, Integer> paths = new HashMap<>(billed);
    for (Invalidation one : known) {
      if (isOf(one.created())) {
        paths.putIfAbsent(one.id(), one.items().size());
      }
    }
    return paths.values().stream().mapToLong(Integer::longValue).sum();
  }
}
