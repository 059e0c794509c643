package dev.frontdesk.sandbox.cloudwatch;

import dev.frontdesk.sandbox.traffic.Latencies;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A metric in one period, of which a sample is one request.
 *
 * @param count at least 1
 * @param distribution null where percentiles are not to be had
 */
record Samples(
    long count,
    double sum,
    OptionalDouble least,
    OptionalDouble most,
    @Nullable Latencies distribution) {

  /** Each request is one of what is counted. */
  static Samples ofRequests(long count) {
    return new Samples(count, (double) count, OptionalDouble.of(1), OptionalDouble.of(1), null);
  }

  /** What single requests had is not known. */
  static Samples ofSum(long count, long sum) {
    return new Samples(count, (double) sum, OptionalDouble.empty(), OptionalDouble.empty(), null);
  }

  /** In percent: a request is 100 where it counts, else 0. */
  static Samples ofShare(long part, long count) {
    return new Samples(
        count,
        100.0 * part,
        OptionalDouble.of(part == count ? 100 : 0),
        OptionalDouble.of(part > 0 ? 100 : 0),
        null);
  }

  static Samples of(Latencies latencies) {
    return new Samples(
        latencies.count(),
        latencies.sum(),
        OptionalDouble.of(latencies.least()),
        OptionalDouble.of(latencies.most()),
        latencies);
  }
}
