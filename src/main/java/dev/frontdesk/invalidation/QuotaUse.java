package dev.frontdesk.invalidation;

import java.util.List;

/**
 * What is in progress at CloudFront, of the 3,000 paths and 15 wildcards that a distribution may
 * have (CloudFront Developer Guide, "Quotas"; tags count as paths).
 *
 * @param inProgress newest first
 */
public record QuotaUse(List<Invalidation> inProgress) {
  /** Nothing is in progress. */
  public static final QuotaUse NONE = new QuotaUse(List.of());

  /** How many paths and tags may be in progress at once. */
  public static final int MOST_PATHS = Invalidator.MOST_PATHS;

  /** How many wildcards may be in progress at once, apart from the paths. */
  public static final int MOST_WILDCARDS = 15;

  public QuotaUse {
    inProgress = List.copyOf(inProgress);
  }

  /** Paths and tags in progress. */
  public int paths() {
    return (int) items().filter(wire -> !InvalidationItem.isWildcard(wire)).count();
  }

  /** Wildcards in progress. */
  public int wildcards() {
    return (int) items().filter(InvalidationItem::isWildcard).count();
  }

  /** How many more paths and tags CloudFront takes now. */
  public int pathsLeft() {
    return Math.max(0, MOST_PATHS - paths());
  }

  /** How many more wildcards CloudFront takes now. */
  public int wildcardsLeft() {
    return Math.max(0, MOST_WILDCARDS - wildcards());
  }

  private java.util.stream.Stream<String> items() {
    return inProgress.stream().flatMap(one -> one.items().stream());
  }
}
