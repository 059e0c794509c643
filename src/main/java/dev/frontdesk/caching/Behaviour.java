package dev.frontdesk.caching;

/**
 * A CloudFront cache behaviour. Behaviours match in their order; the default one, {@code *}, is the
 * last.
 *
 * @param pathPattern as CloudFront has it: {@code *} and {@code ?} stand for characters
 * @param cachePolicyId the id of its cache policy
 * @param cachePolicyName the name a person knows the policy by
 */
public record Behaviour(
    String pathPattern, String cachePolicyId, String cachePolicyName, TtlPolicy ttl, CacheKey key) {

  /** The pattern of a distribution's default behaviour. */
  public static final String DEFAULT_PATTERN = "*";
}
