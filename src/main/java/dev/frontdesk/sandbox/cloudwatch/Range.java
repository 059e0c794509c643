package dev.frontdesk.sandbox.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The time that is asked about.
 *
 * @param from where the first period begins, whatever the length of periods (boto3 issue 3457)
 * @param to no period begins then or later
 */
record Range(Instant from, Instant to) {
  /** CloudWatch User Guide, "Metrics retention". */
  private static final Duration MINUTES_KEPT = Duration.ofDays(15);

  private static final Duration FIVE_MINUTES_KEPT = Duration.ofDays(63);

  /** Of high-resolution metrics, in seconds; CloudFront has none. */
  private static final Set<Long> SHORT_PERIODS = Set.of(1L, 5L, 10L, 20L, 30L);

  /**
   * Rounded as CloudWatch API Reference, "GetMetricData", StartTime, says.
   *
   * @throws CloudWatchError unless the end is after the start
   */
  static Range of(Arguments arguments, Instant now) {
    var from = arguments.time("StartTime");
    var to = arguments.time("EndTime");
    if (from.equals(to)) {
      throw arguments.invalid().apply("The parameter StartTime must not equal parameter EndTime.");
    }
    if (from.isAfter(to)) {
      throw arguments
          .invalid()
          .apply("The parameter StartTime must be less than the parameter EndTime.");
    }
    long grain = finest(Duration.between(from, now));
    long seconds = Math.floorDiv(from.getEpochSecond(), grain) * grain;
    return new Range(Instant.ofEpochSecond(seconds), to);
  }

  /**
   * @return in seconds
   * @throws CloudWatchError for what is no length of a period
   */
  static long period(Arguments arguments) {
    long period = arguments.number("Period");
    if (period < 1 || (period % 60 != 0 && !SHORT_PERIODS.contains(period))) {
      throw arguments
          .invalid()
          .apply(
              "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60, not %d."
                  .formatted(period));
    }
    return period;
  }

  /** Whether points of this length are still there of that time. */
  static boolean isKept(Instant start, long period, Instant now) {
    return period % finest(Duration.between(start, now)) == 0;
  }

  private static long finest(Duration age) {
    return age.compareTo(MINUTES_KEPT) <= 0
        ? 60
        : age.compareTo(FIVE_MINUTES_KEPT) <= 0 ? 300 : 3600;
  }
}
