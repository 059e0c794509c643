package dev.frontdesk.caching;

import java.util.List;

/**
 * A CloudFront cache behaviour. Behaviours match in their order; the default one, {@code *}, is the
 * last.
 *
 * @param pathPattern as CloudFront has it: {@code *} and {@code ?} stand for characters
 * @param cachePolicyId the id of its cache policy; empty where it has none, but settings of its own
 *     as older distributions have them (ForwardedValues)
 * @param cachePolicyName the name a person knows the policy by; empty where it has none
 * @param delivery what it does with requests beside
 */
public record Behaviour(
    String pathPattern,
    String cachePolicyId,
    String cachePolicyName,
    TtlPolicy ttl,
    CacheKey key,
    Delivery delivery) {

  /** The pattern of a distribution's default behaviour. */
  public static final String DEFAULT_PATTERN = "*";

  private static final String MANAGED = "Managed-";

  /** One of which no more counts than how it keeps answers. */
  public Behaviour(
      String pathPattern,
      String cachePolicyId,
      String cachePolicyName,
      TtlPolicy ttl,
      CacheKey key) {
    this(pathPattern, cachePolicyId, cachePolicyName, ttl, key, Delivery.PLAIN);
  }

  /** Whether it has TTLs and key of its own, in ForwardedValues, and no cache policy. */
  public boolean isLegacy() {
    return cachePolicyId.isEmpty();
  }

  /** Whether its cache policy is one of AWS's own. */
  public boolean isManaged() {
    return cachePolicyName.startsWith(MANAGED);
  }

  /** The cache policy's name, of a managed one as the documentation has it. */
  public String policyTitle() {
    return isManaged() ? cachePolicyName.substring(MANAGED.length()) : cachePolicyName;
  }

  /**
   * Whether anything may be kept at all: nothing is where the Maximum TTL is 0, or where all
   * headers are in the key (CloudFront Developer Guide, "Cache content based on request headers").
   */
  public boolean caches() {
    return ttl.maximumSeconds() > 0 && key.headers().mode() != KeyPart.Mode.ALL;
  }

  /** Whether the origin's cookies reach readers: else the edge takes them off the answer. */
  public boolean passesCookies() {
    return !caches()
        || key.cookies().mode() != KeyPart.Mode.NONE
        || delivery.forwarding() == Forwarding.EVERYTHING;
  }

  /** What becomes of a reader's {@code Authorization} on a GET. */
  public Authorization authorization() {
    if (key.headers().includes("authorization"::equalsIgnoreCase)) {
      return Authorization.IN_KEY;
    }
    return switch (delivery.forwarding()) {
      case KEY_ALONE -> Authorization.KEPT_BACK;
      case EVERYTHING -> Authorization.OUTSIDE_KEY;
      case NOT_KNOWN -> Authorization.NOT_KNOWN;
    };
  }

  /**
   * The first behaviour whose pattern matches.
   *
   * @param behaviours in their order, the default one last
   * @param path without its query string
   * @throws IllegalArgumentException if none matches, as the default one always would
   */
  public static Behaviour of(List<Behaviour> behaviours, String path) {
    for (Behaviour behaviour : behaviours) {
      if (new PathPattern(behaviour.pathPattern).matches(path)) {
        return behaviour;
      }
    }
    throw new IllegalArgumentException("no default behaviour among " + behaviours);
  }
}
