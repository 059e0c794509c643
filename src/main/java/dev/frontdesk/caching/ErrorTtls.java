package dev.frontdesk.caching;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long errors are kept at the least, by status (CloudFront Developer Guide, "Control how long
 * CloudFront caches errors"; the distribution's CustomErrorResponses).
 *
 * @param byStatus seconds where something else is set than {@link #DEFAULT_SECONDS}, in the order
 *     of the statuses
 */
public record ErrorTtls(Map<Integer, Long> byStatus) {
  /** What counts where nothing is set. */
  public static final long DEFAULT_SECONDS = 10;

  /** A distribution without CustomErrorResponses. */
  public static final ErrorTtls DEFAULT = new ErrorTtls(Map.of());

  public ErrorTtls {
    byStatus = Collections.unmodifiableMap(new TreeMap<>(byStatus));
  }

  /** The Error Caching Minimum TTL of a status, in seconds. */
  public long seconds(int status) {
    return byStatus.getOrDefault(status, DEFAULT_SECONDS);
  }
}
