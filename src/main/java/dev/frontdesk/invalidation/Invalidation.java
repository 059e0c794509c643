package dev.frontdesk.invalidation;

import java.time.Instant;
import java.util.List;

/**
 * CloudFront's own object. It can be neither cancelled nor removed.
 *
 * @param id CloudFront's
 * @param created when CloudFront took it
 * @param completed whether every edge location has carried it out
 * @param callerReference ours, which made it once and only once
 * @param items paths and tags, as sent
 */
public record Invalidation(
    String id, Instant created, boolean completed, String callerReference, List<String> items) {
  public Invalidation {
    items = List.copyOf(items);
  }
}
