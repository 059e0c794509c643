package dev.frontdesk.invalidation;

/** One thing that CloudFront is asked to forget, billed as one path. */
public sealed interface InvalidationItem permits CachePath, CacheTag {
  /** As it travels in {@code Paths.Items}. */
  String wire();

  /** Whether it counts towards the quota of wildcards. */
  boolean isWildcard();

  /**
   * Whether it is one path, which a reader can ask for: a wildcard or a tag stands for more than
   * could be asked.
   */
  static boolean isOnePath(String wire) {
    return wire.startsWith("/") && !wire.endsWith("*");
  }

  /**
   * Reads what {@link #wire()} wrote.
   *
   * @throws dev.frontdesk.problem.ProblemException with {@code Invalid} for anything else
   */
  static InvalidationItem parse(String wire) {
    return wire.startsWith("#") ? new CacheTag(wire.substring(1)) : new CachePath(wire);
  }
}
