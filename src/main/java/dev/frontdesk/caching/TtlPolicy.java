package dev.frontdesk.caching;

/**
 * The three bounds, in seconds, between which a cache behaviour lets an object live.
 *
 * @param minimumSeconds at least 0
 * @param defaultSeconds what counts where the origin says nothing; between the two others
 * @param maximumSeconds at least {@code minimumSeconds}
 */
public record TtlPolicy(long minimumSeconds, long defaultSeconds, long maximumSeconds) {
  public TtlPolicy {
    if (minimumSeconds < 0 || defaultSeconds < minimumSeconds || maximumSeconds < defaultSeconds) {
      throw new IllegalArgumentException(
          "a TTL policy wants 0 <= minimum <= default <= maximum, not %d, %d, %d"
              .formatted(minimumSeconds, defaultSeconds, maximumSeconds));
    }
  }
}
