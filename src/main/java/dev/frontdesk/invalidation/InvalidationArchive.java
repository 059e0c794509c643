package dev.frontdesk.invalidation;

import java.util.Collection;
import java.util.Optional;

/**
 * What is known of completed invalidations, kept on this machine: they never change, so CloudFront
 * is asked once for each.
 */
public interface InvalidationArchive {
  /** The invalidation, if it was kept. */
  Optional<Invalidation> find(String id);

  /** All that were kept, in no order. */
  Collection<Invalidation> all();

  /**
   * Keeps an invalidation for ever.
   *
   * @throws IllegalArgumentException if it is not completed
   */
  void keep(Invalidation completed);
}
