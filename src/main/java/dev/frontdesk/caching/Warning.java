package dev.frontdesk.caching;

import java.util.Optional;

/** Something about how a path is cached that may hurt readers. */
public sealed interface Warning {
  /**
   * The Minimum TTL is stronger than no-store, no-cache and private: what is meant for one reader
   * may be given to another.
   *
   * @param now whether the origin forbids caching right now, and is overruled
   * @param safer the name of a cache policy of the distribution whose Minimum TTL is 0 and which
   *     keeps answers; empty where there is none
   */
  record MinimumOverridesOrigin(long minimumSeconds, boolean now, Optional<String> safer)
      implements Warning {}

  /** {@code Authorization} reaches the origin and is not in the key of what is kept. */
  record AuthorizationOutsideKey() implements Warning {}

  /** A {@code Set-Cookie} is kept with the answer and given to everyone who asks. */
  record CookieKept() implements Warning {}

  /**
   * If a purge is lost, readers see the old answer for so long. The time in which it is served
   * while the edge asks anew counts, since it is then served to whoever asks first, however late.
   * The time for which it may stand in for a failing origin does not: most origins never fail for
   * so long, and where nothing is said it is the Maximum TTL of every path.
   *
   * @param seconds more than {@link #LONG_SECONDS}
   * @param revalidating whether {@code stale-while-revalidate} has a part in it
   */
  record LongTtl(long seconds, boolean revalidating) implements Warning {}

  /**
   * Query strings are in the key, and a route of the connection purges the path alone: its variants
   * stay as they are.
   *
   * @param route the route's path template
   */
  record VariantsStay(String route) implements Warning {}

  /**
   * A week. The TTL is what bounds the staleness if a purge never comes: after a crash of
   * somebody's own script, say. Up to a week a support desk can tell a customer to wait; beyond,
   * the wrong answer outlives every patience, and nobody remembers the change that was not purged.
   */
  long LONG_SECONDS = 7 * 86_400;
}
