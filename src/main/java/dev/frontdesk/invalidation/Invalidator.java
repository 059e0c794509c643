package dev.frontdesk.invalidation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks one distribution to forget. All calls block, and throw {@link
 * dev.frontdesk.problem.ProblemException}.
 */
public interface Invalidator {
  /** The most paths CloudFront takes in one invalidation. */
  int MOST_PATHS = 3_000;

  /**
   * Creates the invalidation, or finds the one that the same reference and items have created:
   * sending it again is safe, and is what to do when its outcome is unknown. The reference must be
   * persisted with exactly these items before this is called.
   *
   * @param items 1 to 3,000, of which at most 15 wildcards
   * @throws dev.frontdesk.problem.ProblemException {@code QuotaFull} where the distribution has too
   *     many in progress, {@code Missing} where there is no such distribution
   */
  Invalidation create(String callerReference, List<InvalidationItem> items);

  /** The invalidation as it stands. */
  Invalidation get(String id);

  /**
   * The distribution's invalidations, whoever made them; newest first, a page at a time. CloudFront
   * keeps those of the current and the previous billing cycle.
   *
   * @param marker the {@code next} of the page before; null for the first page
   */
  InvalidationPage list(@Nullable String marker);

  /** Whether the distribution knows cache tags: it has a CacheTagConfig. */
  boolean takesTags();
}
