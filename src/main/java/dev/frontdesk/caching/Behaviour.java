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
 */
public record Behaviour(
    String pathPattern, String cachePolicyId, String cachePolicyName, TtlPolicy ttl, CacheKey key) {

  /** The pattern of a distribution's default behaviour. */
  public static final String DEFAULT_PATTERN = "*";

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
