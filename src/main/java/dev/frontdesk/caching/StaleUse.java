package dev.frontdesk.caching;

import java.util.OptionalLong;

/**
 * How old an answer may be served once its TTL is over. Ages are in seconds, and count from the
 * TTL's own beginning.
 *
 * <p>CloudFront heeds {@code stale-while-revalidate} and {@code stale-if-error}, each up to the
 * Maximum TTL, beyond which nothing stale is there any more (CloudFront Developer Guide, "Manage
 * how long content stays in the cache": "Serve stale (expired) content"). Without {@code
 * stale-if-error} it serves what it has while the origin fails, up to the Maximum TTL as well ("How
 * CloudFront processes HTTP 4xx and 5xx status codes from your origin", its tips); and so it does
 * with what the origin forbids to cache, unless that says {@code stale-if-error=0} (the warning
 * below the table of "Manage how long content stays in the cache").
 *
 * <p>The guide is silent about {@code must-revalidate} and {@code proxy-revalidate}; RFC 9111,
 * 5.2.2.2 and 5.2.2.8, has them rule out stale answers. It is silent, too, about {@code
 * stale-while-revalidate} beside {@code no-cache} and its like, which ask for the opposite: that
 * counts as not said. An error is asked for anew once its time is over.
 *
 * @param revalidating until when it is served while the edge asks the origin anew
 * @param failing until when it is served while the origin does not answer, or with a 5xx
 */
public record StaleUse(Span revalidating, Span failing) {

  /**
   * A time in which it is served.
   *
   * @param untilSeconds the age from which on it is not; the TTL where it never is
   */
  public record Span(Rule rule, long untilSeconds) {}

  /** How it comes to that. */
  public enum Rule {
    /** There is nothing that could be served, or it is an error. */
    NOTHING_THERE,
    /** The origin does not say. */
    UNSAID,
    /** As long as the origin says. */
    SAID,
    /** The origin says more than the Maximum TTL allows. */
    LOWERED_TO_MAXIMUM,
    /** The origin says 0, or the TTL is the Maximum TTL already. */
    NO_TIME,
    /** Must-revalidate or proxy-revalidate. */
    RULED_OUT
  }

  /**
   * Of any answer to a GET.
   *
   * @param status from 100 to 599
   * @param ttl that of the same answer
   */
  public static StaleUse of(
      Behaviour behaviour, int status, CacheControl control, EffectiveTtl ttl) {
    long own = ttl.seconds();
    long maximum = behaviour.caches() ? behaviour.ttl().maximumSeconds() : 0;
    if (maximum == 0 || status >= 400 || !(ttl.cached() || ttl.heedsOrigin())) {
      return both(Rule.NOTHING_THERE, own);
    }
    if (control.has("must-revalidate") || control.has("proxy-revalidate")) {
      return both(Rule.RULED_OUT, own);
    }
    OptionalLong asking =
        control.forbidding().isEmpty()
            ? control.seconds("stale-while-revalidate")
            : OptionalLong.empty();
    OptionalLong failing = control.seconds("stale-if-error");
    return new StaleUse(
        asking.isEmpty() ? new Span(Rule.UNSAID, own) : said(own, asking.getAsLong(), maximum),
        failing.isEmpty()
            ? new Span(own < maximum ? Rule.UNSAID : Rule.NO_TIME, maximum)
            : said(own, failing.getAsLong(), maximum));
  }

  private static StaleUse both(Rule rule, long ttl) {
    return new StaleUse(new Span(rule, ttl), new Span(rule, ttl));
  }

  private static Span said(long ttl, long seconds, long maximum) {
    long until = Math.min(ttl + seconds, maximum);
    if (until <= ttl) {
      return new Span(Rule.NO_TIME, ttl);
    }
    return new Span(until < ttl + seconds ? Rule.LOWERED_TO_MAXIMUM : Rule.SAID, until);
  }
}
