package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.StaleUse;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when a stored answer may be served, and under what conditions.
 *
 * @param storedAt when it came, or was last confirmed
 * @param initialAge the seconds that it had spent in caches before it came
 * @param ttl seconds, from the age of 0 on
 * @param stale what holds beyond the TTL
 * @param heldUntil until when it is served without asking again, since the origin failed
 */
record Freshness(Instant storedAt, long initialAge, long ttl, StaleUse stale, Instant heldUntil) {

  enum State {
    FRESH,
    /** May be served once more while a new one is fetched. */
    STALE_WHILE_REVALIDATE,
    STALE
  }

  static Freshness of(Instant now, long age, long ttl, StaleUse stale) {
    return new Freshness(now, age, ttl, stale, Instant.MIN);
  }

  Freshness held(Instant until) {
    return new Freshness(storedAt, initialAge, ttl, stale, until);
  }

  State at(Instant now) {
    if (isYounger(now, ttl) || (now.isBefore(heldUntil) && servesOnError(now))) {
      return State.FRESH;
    }
    return isYounger(now, stale.revalidating().untilSeconds())
        ? State.STALE_WHILE_REVALIDATE
        : State.STALE;
  }

  /** Whether it may stand in for an error of the origin. */
  boolean servesOnError(Instant now) {
    return isYounger(now, stale.failing().untilSeconds());
  }

  /** Whether it would ever stand in for an error of an origin that failed at once. */
  boolean mayServeOnError() {
    return stale.failing().untilSeconds() > initialAge;
  }

  /** In whole seconds. */
  long age(Instant now) {
    return initialAge + resident(now).toSeconds();
  }

  private boolean isYounger(Instant now, long seconds) {
    return resident(now).plusSeconds(initialAge).compareTo(Duration.ofSeconds(seconds)) < 0;
  }

  private Duration resident(Instant now) {
    return now.isBefore(storedAt) ? Duration.ZERO : Duration.between(storedAt, now);
  }
}
