package dev.frontdesk.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invalidation to be, or that is. Reference and items are persisted before they are sent and
 * never change after, so that sending them again finds the same invalidation.
 *
 * @param reference the CallerReference
 * @param items paths and tags as sent, 1 to 3,000
 * @param invalidationId CloudFront's id; null until it answered
 * @param attempt 1, or 2 where a probe has seen that the first purge lost the race
 * @param completed whether CloudFront has said so
 */
public record Batch(
    String reference,
    List<String> items,
    @Nullable String invalidationId,
    int attempt,
    boolean completed) {
  public Batch {
    items = List.copyOf(items);
    if (attempt < 1 || attempt > 2) {
      throw new IllegalArgumentException("attempt is 1 or 2, not " + attempt);
    }
  }

  Batch submitted(String id) {
    return new Batch(reference, items, id, attempt, completed);
  }

  Batch asCompleted() {
    return new Batch(reference, items, invalidationId, attempt, true);
  }
}
