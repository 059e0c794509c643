package dev.frontdesk.publishing;

import dev.frontdesk.caching.Distributions;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgeReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Gathers what a plan to purge depends on. */
public final class PurgePlanning {
  private final Journal journal;
  private final InvalidationLog invalidations;
  private final Distributions distributions;
  private final List<Route> routes;
  private final Set<String> hosts;
  private final InstantSource time;

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

  /** What is pasted is read by this. Asks for the distribution, once. Blocks. */
  public PurgeReader reader() {
    throw new UnsupportedOperationException("to be written " + distributions + hosts);
  }

  /** How things stand now. Blocks. */
  public PurgeCircumstances circumstances() {
    throw new UnsupportedOperationException(
        "to be written " + journal + invalidations + routes + time);
  }
}
