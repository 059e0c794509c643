package dev.frontdesk.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What followed an invalidation: hit ratio and origin in the half hour after it, against the half
 * hour before. All of it is of the whole distribution, so whatever else happened then is in it too.
 *
 * @param at when CloudFront took the invalidation
 * @param before the hit ratio in the half hour before, 0 to 1, weighted by requests
 * @param after the same in the half hour after
 * @param lowest the lowest of a period in the half hour after
 * @param backAfter from the invalidation to the beginning of the first period, the lowest or a
 *     later one, whose ratio is back; zero where it never fell; empty where it is not back so far
 * @param moreToOrigin how many requests more than at the ratio before went to the origin in the
 *     half hour after: an estimate, since the ratio leaves out requests that Requests counts;
 *     negative where there were fewer
 * @param latencyBefore milliseconds, nine in ten, in the half hour before
 * @param latencyHighest the highest of a period in the half hour after
 * @param over whether the half hour after is over
 */
public record PurgeEffect(
    Instant at,
    double before,
    double after,
    double lowest,
    Optional<Duration> backAfter,
    double moreToOrigin,
    OptionalDouble latencyBefore,
    OptionalDouble latencyHighest,
    boolean over) {
  /** How long before and after it is looked at. */
  public static final Duration SPAN = Duration.ofMinutes(30);

  /** Of longer periods the half hour has too few to show a fall. */
  public static final Duration LONGEST_PERIOD = Duration.ofMinutes(5);

  /** The ratio of single minutes moves by as much without any cause. */
  private static final double BACK_WITHIN = 0.01;

  /**
   * @return empty where it is not known: periods too long, or no hit ratio on one side
   */
  public static Optional<PurgeEffect> of(MetricsReading reading, Instant at, Instant now) {
    MetricsWindow window = reading.window();
    if (window.period().compareTo(LONGEST_PERIOD) > 0) {
      return Optional.empty();
    }
    int first = window.indexOf(at);
    int span = (int) SPAN.dividedBy(window.period());
    List<Instant> before = known(reading, Metric.HIT_RATIO, first - span, first);
    List<Instant> after = known(reading, Metric.HIT_RATIO, first, first + span);
    OptionalDouble ratioBefore = CacheFigures.over(before, Metric.HIT_RATIO, reading);
    OptionalDouble ratioAfter = CacheFigures.over(after, Metric.HIT_RATIO, reading);
    if (ratioBefore.isEmpty() || ratioAfter.isEmpty()) {
      return Optional.empty();
    }
    double usual = ratioBefore.getAsDouble();
    Instant lowestAt = lowest(reading, after);
    return Optional.of(
        new PurgeEffect(
            at,
            usual,
            ratioAfter.getAsDouble(),
            ratio(reading, lowestAt),
            backAfter(reading, at, lowestAt, usual),
            moreToOrigin(reading, after, usual),
            CacheFigures.over(
                known(reading, Metric.ORIGIN_LATENCY_P90, first - span, first),
                Metric.ORIGIN_LATENCY_P90,
                reading),
            highestLatency(reading, first, first + span),
            !at.plus(SPAN).isAfter(now)));
  }

  /** By how much the ratio fell at most; 0 where it did not. */
  public double fall() {
    return Math.max(0, before - lowest);
  }

  /** The beginnings of the periods of which a metric is known. */
  private static List<Instant> known(MetricsReading reading, Metric metric, int from, int to) {
    List<Instant> known = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Instant start = reading.window().start(i);
      if (reading.series(metric).at(start).isPresent()) {
        known.add(start);
      }
    }
    return known;
  }

  private static double ratio(MetricsReading reading, Instant start) {
    return reading.series(Metric.HIT_RATIO).at(start).orElseThrow();
  }

  private static Instant lowest(MetricsReading reading, List<Instant> starts) {
    Instant lowest = starts.getFirst();
    for (Instant start : starts) {
      if (ratio(reading, start) < ratio(reading, lowest)) {
        lowest = start;
      }
    }
    return lowest;
  }

  private static Optional<Duration> backAfter(
      MetricsReading reading, Instant at, Instant lowest, double usual) {
    if (ratio(reading, lowest) >= usual - BACK_WITHIN) {
      return Optional.of(Duration.ZERO);
    }
    MetricsWindow window = reading.window();
    return known(reading, Metric.HIT_RATIO, window.indexOf(lowest), window.periods()).stream()
        .filter(start -> ratio(reading, start) >= usual - BACK_WITHIN)
        .findFirst()
        .map(start -> Duration.between(at, start));
  }

  private static double moreToOrigin(MetricsReading reading, List<Instant> after, double usual) {
    return after.stream()
        .mapToDouble(start ->
            reading.series(Metric.REQUESTS).at(start).orElse(0) * (usual - ratio(reading, start)))
        .sum();
  }

  private static OptionalDouble highestLatency(MetricsReading reading, int from, int to) {
    return known(reading, Metric.ORIGIN_LATENCY_P90, from, to).stream()
        .mapToDouble(start -> reading.series(Metric.ORIGIN_LATENCY_P90).at(start).orElseThrow())
        .max();
  }
}
