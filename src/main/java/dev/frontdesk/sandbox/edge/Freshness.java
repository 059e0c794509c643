package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.CacheControl;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Until when a stored answer may be served, and under what conditions.
 *
 * @param storedAt when it came, or was last confirmed
 * @param initialAge the seconds that it had spent in caches before it came
 * @param ttl seconds, from the age of 0 on
 * @param maximum the behaviour's Maximum TTL: beyond it a directive keeps nothing alive
 * @param staleWhileRevalidate seconds beyond the TTL; 0 where the origin did not say
 * @param staleIfError seconds beyond the TTL; empty where the origin did not say
 * @param heldUntil until when it is served without asking again, since the origin failed
 */
record Freshness(
    Instant storedAt,
    long initialAge,
    long ttl,
    long maximum,
    long staleWhileRevalidate,
    OptionalLong staleIfError,
    Instant heldUntil) {

  enum State {
    FRESH,
    /** May be served once more while a new one is fetched. */
    STALE_WHILE_REVALIDATE,
    STALE
  }

  /** Must-revalidate and proxy-revalidate rule out stale answers (RFC 9111, 5.2.2.2 and .8). */
  static Freshness of(Instant now, long age, long ttl, long maximum, CacheControl control) {
    if (control.has("must-revalidate") || control.has("proxy-revalidate")) {
      return new Freshness(now, age, ttl, maximum, 0, OptionalLong.of(0), Instant.MIN);
    }
    long revalidate = control.seconds("stale-while-revalidate").orElse(0);
    var error = control.seconds("stale-if-error");
    return new Freshness(now, age, ttl, maximum, revalidate, error, Instant.MIN);
  }

  Freshness held(Instant until) {
    return new Freshness(
        storedAt, initialAge, ttl, maximum, staleWhileRevalidate, staleIfError, until);
  }

  State at(Instant now) {
    if (isYounger(now, ttl) || now.isBefore(heldUntil)) {
      return State.FRESH;
    }
    return isYounger(now, Math.min(ttl + staleWhileRevalidate, maximum))
        ? State.STALE_WHILE_REVALIDATE
        : State.STALE;
  }

  /**
   * Whether it may stand in for an error of the origin: without stale-if-error as long as it is
   * there, with it so long and no longer than the Maximum TTL (CloudFront Developer Guide, Serve
   * stale content).
   */
  boolean servesOnError(Instant now) {
    return staleIfError.isEmpty()
        || isYounger(now, Math.min(ttl + staleIfError.getAsLong(), maximum));
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
