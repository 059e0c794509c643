package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.Price;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a month's invalidations are known to have had: at least so much is billed. */
final class MonthOfPaths {
  private MonthOfPaths() {}

  /** When it begins. */
  static Instant beginning(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * How many paths, wildcards and tags they had, each invalidation counted once: what CloudFront
   * has taken for entries of the journal, and others whose details happen to be known.
   *
   * @param entries some may be of other months: they do not count
   * @param known likewise
   */
  static long sum(
      YearMonth month, Collection<JournalEntry> entries, Collection<Invalidation> known) {
    Map<String, Integer> paths = new HashMap<>();
    for (JournalEntry entry : entries) {
      for (Batch batch : entry.progress().batches()) {
        if (batch.isBilled() && isIn(month, entry.about().at())) {
          paths.put(String.valueOf(batch.invalidationId()), batch.items().size());
        }
      }
    }
    for (Invalidation one : known) {
      if (isIn(month, one.created())) {
        paths.putIfAbsent(one.id(), one.items().size());
      }
    }
    return paths.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static boolean isIn(YearMonth month, Instant at) {
    return Price.month(at).equals(month);
  }
}
