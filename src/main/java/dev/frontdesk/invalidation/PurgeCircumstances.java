package dev.frontdesk.invalidation;

import dev.frontdesk.caching.Distribution;
import java.time.Instant;
import java.util.List;

/**
 * What a plan to purge depends on beside what was pasted.
 *
 * @param quota what is in progress
 * @param pathsThisMonth how many paths, wildcards and tags this month's invalidations of the
 *     distribution had, as far as known: at least so many
 * @param routes the paths that the connection knows, with their tags
 * @param asOf when all this was asked
 */
public record PurgeCircumstances(
    Distribution distribution,
    QuotaUse quota,
    long pathsThisMonth,
    List<KnownRoute> routes,
    Instant asOf) {
  public PurgeCircumstances {
    routes = List.copyOf(routes);
  }

  /** Whether {@code pathsThisMonth} are those of the month in which this instant is. */
  public boolean isOfMonth(Instant at) {
    return Price.month(asOf).equals(Price.month(at));
  }
}
