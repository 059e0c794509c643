package dev.frontdesk.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long CloudFront keeps an answer, and why.
 *
 * @param cached whether it is kept at all; an answer may be kept for 0 seconds, which is to be
 *     validated before each use
 * @param seconds at least 0; 0 where it is not cached
 * @param why the steps that led there, in their order; never empty
 */
public record EffectiveTtl(boolean cached, long seconds, List<Step> why) {

  /** One step of the reasoning, and the seconds that stand after it. */
  public record Step(Reason reason, long seconds) {}

  /** What can decide over a TTL. */
  public enum Reason {
    /** The behaviour's Maximum TTL is 0: nothing is kept. */
    CACHING_DISABLED,
    /** The origin's s-maxage counts. */
    S_MAXAGE,
    /** The origin's max-age counts. */
    MAX_AGE,
    /** The origin's Expires, less its Date, counts. */
    EXPIRES,
    /** The origin says nothing: the behaviour's Default TTL counts. */
    DEFAULT_TTL,
    /** No-cache, no-store or private, and a Minimum TTL of 0: not cached. */
    ORIGIN_FORBIDS,
    /** No-cache, no-store or private, and yet cached, since the Minimum TTL is above 0. */
    MINIMUM_OVERRIDES_ORIGIN,
    /** The Minimum TTL is more than what the origin or the default says. */
    RAISED_TO_MINIMUM,
    /** The Minimum TTL changes nothing. */
    NOT_BELOW_MINIMUM,
    /** The Maximum TTL is less than what the origin says. */
    LOWERED_TO_MAXIMUM,
    /** The Maximum TTL changes nothing. */
    NOT_ABOVE_MAXIMUM,
    /** An error that is not cached, or not without max-age or s-maxage. */
    ERROR_NOT_CACHED,
    /** An error: the Error Caching Minimum TTL counts. */
    ERROR_MINIMUM,
    /** An error for which the origin says no less than the Error Caching Minimum TTL. */
    NOT_BELOW_ERROR_MINIMUM,
    /** All headers are in the key: nothing is kept. */
    ALL_HEADERS_IN_KEY,
    /** A part of an object, or none at all: nothing that could be kept. */
    NO_OBJECT,
    /** The answer varies with everything, so that it is never the same again. */
    VARIES_WITH_ALL,
    /** {@code no-cache="Set-Cookie"}: kept without its cookies. */
    COOKIES_LEFT_OUT
  }

  public EffectiveTtl {
    why = List.copyOf(why);
  }

  /** Whether the origin forbids caching and is overruled: worth a loud warning. */
  public boolean overrulesOrigin() {
    return why.stream().anyMatch(step -> step.reason == Reason.MINIMUM_OVERRIDES_ORIGIN);
  }

  /** Whether it is not cached since the origin forbids it, and for no other reason. */
  boolean heedsOrigin() {
    return why.getLast().reason == Reason.ORIGIN_FORBIDS;
  }

  private static final TtlPolicy DISABLED = new TtlPolicy(0, 0, 0);

  /**
   * The TTL of any answer to a GET.
   *
   * @param status from 100 to 599
   * @param variesWithAll whether its {@code Vary} is a star (RFC 9110, 12.5.5)
   * @param errorMinimumSeconds the Error Caching Minimum TTL of the status
   */
  public static EffectiveTtl of(
      Behaviour behaviour,
      int status,
      OriginHeaders origin,
      boolean variesWithAll,
      long errorMinimumSeconds) {
    if (status < 200 || status == 206 || status == 304) {
      return not(Reason.NO_OBJECT);
    }
    if (variesWithAll) {
      return not(Reason.VARIES_WITH_ALL);
    }
    TtlPolicy policy = behaviour.caches() ? behaviour.ttl() : DISABLED;
    if (status >= 400) {
      // "How CloudFront processes HTTP 4xx and 5xx status codes": with CachingDisabled none is
      // kept.
      return behaviour.ttl().maximumSeconds() == 0
          ? not(Reason.CACHING_DISABLED)
          : ofError(status, policy, origin, errorMinimumSeconds);
    }
    return ofNothingKept(behaviour).orElseGet(() -> of(policy, origin));
  }

  /**
   * The TTL of whatever the origin says, errors aside, where the behaviour keeps nothing; empty
   * where it depends on the origin.
   */
  public static Optional<EffectiveTtl> ofNothingKept(Behaviour behaviour) {
    if (behaviour.caches()) {
      return Optional.empty();
    }
    boolean disabled = behaviour.ttl().maximumSeconds() == 0;
    return Optional.of(not(disabled ? Reason.CACHING_DISABLED : Reason.ALL_HEADERS_IN_KEY));
  }

  /**
   * The TTL of an answer that is no error (CloudFront Developer Guide, Manage how long content
   * stays in the cache: the table of origin headers and Minimum TTL).
   */
  public static EffectiveTtl of(TtlPolicy policy, OriginHeaders origin) {
    if (policy.maximumSeconds() == 0) {
      return not(Reason.CACHING_DISABLED);
    }
    if (origin.control().forbidsCaching()) {
      return policy.minimumSeconds() == 0
          ? not(Reason.ORIGIN_FORBIDS)
          : yes(new Step(Reason.MINIMUM_OVERRIDES_ORIGIN, policy.minimumSeconds()));
    }
    var why = new ArrayList<>(said(origin));
    if (why.isEmpty()) {
      why.add(new Step(Reason.DEFAULT_TTL, policy.defaultSeconds()));
    }
    atLeast(policy.minimumSeconds(), why, Reason.RAISED_TO_MINIMUM, Reason.NOT_BELOW_MINIMUM);
    atMost(policy.maximumSeconds(), why);
    if (origin.control().leavesCookiesOut()) {
      why.add(new Step(Reason.COOKIES_LEFT_OUT, why.getLast().seconds));
    }
    return yes(why);
  }

  /**
   * The TTL of an error (CloudFront Developer Guide, How CloudFront processes HTTP 4xx and 5xx
   * status codes, and Control how long CloudFront caches errors): the longer of what the origin
   * says, at most the Maximum TTL, and the Error Caching Minimum TTL. No-cache, no-store and
   * private count for 404, 410, 414 and 501 only.
   *
   * @param status from 400 to 599
   * @param errorMinimumSeconds the Error Caching Minimum TTL, 10 s unless configured
   */
  public static EffectiveTtl ofError(
      int status, TtlPolicy policy, OriginHeaders origin, long errorMinimumSeconds) {
    if (!keepsError(status, origin.control())) {
      return not(Reason.ERROR_NOT_CACHED);
    }
    boolean heedsOrigin = status == 404 || status == 410 || status == 414 || status == 501;
    if (heedsOrigin && origin.control().forbidsCaching()) {
      return not(Reason.ORIGIN_FORBIDS);
    }
    var why = new ArrayList<>(origin.control().forbidsCaching() ? List.<Step>of() : said(origin));
    if (why.isEmpty()) {
      return yes(new Step(Reason.ERROR_MINIMUM, errorMinimumSeconds));
    }
    atMost(policy.maximumSeconds(), why);
    atLeast(errorMinimumSeconds, why, Reason.ERROR_MINIMUM, Reason.NOT_BELOW_ERROR_MINIMUM);
    return yes(why);
  }

  private static void atLeast(long seconds, List<Step> why, Reason raised, Reason kept) {
    long before = why.getLast().seconds;
    why.add(before < seconds ? new Step(raised, seconds) : new Step(kept, before));
  }

  private static void atMost(long seconds, List<Step> why) {
    long before = why.getLast().seconds;
    why.add(
        before > seconds
            ? new Step(Reason.LOWERED_TO_MAXIMUM, seconds)
            : new Step(Reason.NOT_ABOVE_MAXIMUM, before));
  }

  private static boolean keepsError(int status, CacheControl control) {
    return switch (status) {
      case 404, 410, 414, 500, 501, 502, 503, 504 -> true;
      case 400, 403, 405, 412, 415 -> control.has("max-age") || control.has("s-maxage");
      default -> false;
    };
  }

  /** What the origin says, as one step or none: s-maxage before max-age before Expires. */
  private static List<Step> said(OriginHeaders origin) {
    OptionalLong shared = origin.control().seconds("s-maxage");
    if (shared.isPresent()) {
      return List.of(new Step(Reason.S_MAXAGE, shared.getAsLong()));
    }
    OptionalLong own = origin.control().seconds("max-age");
    if (own.isPresent()) {
      return List.of(new Step(Reason.MAX_AGE, own.getAsLong()));
    }
    OptionalLong expires = origin.expiresInSeconds();
    return expires.isPresent() ? List.of(new Step(Reason.EXPIRES, expires.getAsLong())) : List.of();
  }

  private static EffectiveTtl not(Reason reason) {
    return new EffectiveTtl(false, 0, List.of(new Step(reason, 0)));
  }

  private static EffectiveTtl yes(Step only) {
    return yes(List.of(only));
  }

  private static EffectiveTtl yes(List<Step> why) {
    return new EffectiveTtl(true, why.getLast().seconds, why);
  }
}
