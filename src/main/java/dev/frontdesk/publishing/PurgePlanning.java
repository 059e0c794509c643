package dev.frontdesk.publishing;

import dev.frontdesk.caching.Distributions;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.KnownRoute;
import dev.frontdesk.invalidation.Price;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgeReader;
import dev.frontdesk.invalidation.QuotaUse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what a plan to purge depends on. */
public final class PurgePlanning {
  private final Journal journal;
  private final InvalidationLog invalidations;
  private final Distributions distributions;
  private final List<Route> routes;
  private final Set<String> hosts;
  private final InstantSource time;
  private @Nullable MonthOfPaths month;

  /**
   * @param routes of the connection
   * @param hosts under which readers reach the edge, beside the distribution's own names
   */
  public PurgePlanning(
      Journal journal,
      InvalidationLog invalidations,
      Distributions distributions,
      List<Route> routes,
      Set<String> hosts,
      InstantSource time) {
    this.journal = journal;
    this.invalidations = invalidations;
    this.distributions = distributions;
    this.routes = List.copyOf(routes);
    this.hosts = Set.copyOf(hosts);
    this.time = time;
  }

  /** The distribution is asked anew how it is set up. Blocks. */
  public void forget() {
    distributions.forget();
  }

  /** What is pasted is read by this. Blocks. */
  public PurgeReader reader() {
    return new PurgeReader(distributions.read(), hosts);
  }

  /**
   * How things stand now: asks the journal for what is new of this month, and CloudFront for its
   * newest invalidations and the details of those in progress. Blocks.
   */
  public PurgeCircumstances circumstances() {
    Instant now = time.instant();
    QuotaUse quota = quota();
    List<Invalidation> known = new ArrayList<>(invalidations.known());
    known.addAll(quota.inProgress());
    return new PurgeCircumstances(
        distributions.read(), quota, pathsThisMonth(now, known), knownRoutes(), now);
  }

  /** One reading at a time: each goes on where the one before it ended. */
  private synchronized long pathsThisMonth(Instant now, List<Invalidation> known) {
    MonthOfPaths current = month;
    if (current == null || !current.isOf(now)) {
      current = new MonthOfPaths(Price.month(now));
      month = current;
    }
    current.read(journal, now);
    return current.sum(known);
  }

  /**
   * As if nothing were in progress and nothing had been billed: for a plan where neither can be
   * asked for. Blocks.
   */
  public PurgeCircumstances nothingInProgress() {
    return new PurgeCircumstances(
        distributions.read(), QuotaUse.NONE, 0, knownRoutes(), time.instant());
  }

  private List<KnownRoute> knownRoutes() {
    return routes.stream().map(route -> new KnownRoute(route.path(), route.tag())).toList();
  }

  private QuotaUse quota() {
    try {
      return new QuotaReading(invalidations, Insistence.system()).read();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking what is in progress", e);
    }
  }
}
