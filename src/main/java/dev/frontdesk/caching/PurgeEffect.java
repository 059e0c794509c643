package dev.frontdesk.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What followed an invalidation: hit ratio and origin in the half hour after it, against the half
 * hour before. All of it is of the whole distribution, so whatever else happened then is in it too.
 *
 * <p>Single periods move without any cause. So ten minutes together are compared with the half hour
 * before, and what lies within four standard errors of that (six where there are few periods to
 * tell the error from), or within a point, is the usual ups and downs and no effect.
 *
 * @param at when CloudFront took the invalidation
 * @param before the hit ratio in the half hour before, 0 to 1, weighted by requests
 * @param after the same in the half hour after
 * @param lowest the lowest of any ten minutes in the half hour after; the one before where it did
 *     not fall
 * @param backAfter from the invalidation to the beginning of the first ten minutes, the lowest or
 *     later ones, whose ratio is back; zero where it never fell; empty where it is not back so far
 * @param moreToOrigin how many requests more than at the ratio before went to the origin in the
 *     half hour after: an estimate, since the ratio leaves out requests that Requests counts; 0
 *     where the ratio did not fall
 * @param latencyBefore milliseconds, nine in ten, in the half hour before
 * @param latencyHighest the highest of any ten minutes in the half hour after; the one before where
 *     it did not rise
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

  /** How long after it the ratio is given to be back, where a reading is made for it alone. */
  private static final Duration FOLLOWED = Duration.ofHours(3);

  /**
   * So far apart invalidations may be that one reading is made for them: by the minute, with as
   * long before, eight metrics have 26,400 points then, and one call of GetMetricData gives 100,800
   * (CloudWatch API Reference, "GetMetricData"). What lies between invalidations that are further
   * apart would be read for nothing.
   */
  private static final Duration NEAR = Duration.ofDays(1);

  private static final Duration TOGETHER = Duration.ofMinutes(10);

  /** What nobody would call a fall, however steady the ratio was before. */
  private static final double ONE_POINT = 0.01;

  /** Of so many periods their error is known well. */
  private static final int MANY = 20;

  /**
   * @return empty where it is not known: periods too long, no hit ratio on one side, or not yet ten
   *     minutes of it after an invalidation that it has not fallen after so far
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
    int together = (int) TOGETHER.dividedBy(window.period());
    Stretches ratio = new Stretches(reading, Metric.HIT_RATIO, together);
    double noise = Math.max(ONE_POINT, ratio.noise(before, usual));
    List<Instant> worst = ratio.least(after);
    double lowest = ratio.mean(worst);
    boolean fell = usual - lowest > noise;
    boolean over = !at.plus(SPAN).isAfter(now);
    if (!fell && !over && after.size() < together) {
      return Optional.empty();
    }
    return Optional.of(
        new PurgeEffect(
            at,
            usual,
            ratioAfter.getAsDouble(),
            fell ? lowest : usual,
            fell
                ? backAfter(ratio, at, worst.getFirst(), usual - noise)
                : Optional.of(Duration.ZERO),
            fell ? moreToOrigin(reading, after, usual) : 0,
            latencyBefore(reading, first - span, first),
            latencyHighest(reading, first - span, first, span, together),
            over));
  }

  /** Whether one reading does for two invalidations, by when they were taken. */
  public static boolean areNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(NEAR) <= 0;
  }

  /**
   * What is to be read to tell what invalidations did, where the points at hand cover too much: by
   * the minute for 15 days, by five minutes for 63 (CloudWatch User Guide, "Metrics retention").
   *
   * @param first when the first of them was taken, at most the half hour after {@code now}
   * @param last when the last of them was taken, near the first
   * @return empty where they are so old that no points as fine as that are kept
   */
  public static Optional<MetricsWindow> around(Instant first, Instant last, Instant now) {
    MetricsWindow window = MetricsWindow.covering(first.minus(SPAN), last.plus(FOLLOWED), now);
    return Optional.of(window).filter(it -> it.period().compareTo(LONGEST_PERIOD) <= 0);
  }

  /**
   * Whether another reading would say the same.
   *
   * @param readAt when the figures were read that it is told by
   */
  public boolean isSettled(Instant readAt) {
    return areIn(at, backAfter.isPresent() ? SPAN : FOLLOWED, readAt);
  }

  /** Whether the half hour after an invalidation, of which no points are known, will have none. */
  public static boolean isWithoutPoints(Instant at, Instant readAt) {
    return areIn(at, SPAN, readAt);
  }

  private static boolean areIn(Instant at, Duration span, Instant readAt) {
    return !at.plus(span).plus(Gap.LATEST).isAfter(readAt);
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

  /** Periods of a metric taken together, as many as make ten minutes. */
  private record Stretches(MetricsReading reading, Metric metric, int periods) {
    /** By so much two means may differ without any cause. */
    double noise(List<Instant> before, double mean) {
      double squares = 0;
      for (Instant start : before) {
        double off = reading.series(metric).at(start).orElseThrow() - mean;
        squares += off * off;
      }
      int n = before.size();
      double variance = n < 2 ? 0 : squares / (n - 1);
      double error = Math.sqrt(variance * (1.0 / periods + 1.0 / n));
      return (n < MANY ? 6 : 4) * error;
    }

    double mean(List<Instant> stretch) {
      return CacheFigures.over(stretch, metric, reading).orElse(0);
    }

    /** All that are long enough, in their order; of fewer periods all of them. */
    List<List<Instant>> of(List<Instant> starts) {
      int length = Math.min(periods, starts.size());
      return IntStream.rangeClosed(0, starts.size() - length)
          .mapToObj(i -> starts.subList(i, i + length))
          .filter(stretch -> CacheFigures.over(stretch, metric, reading).isPresent())
          .toList();
    }

    List<Instant> least(List<Instant> starts) {
      return of(starts).stream().min(Comparator.comparingDouble(this::mean)).orElse(starts);
    }
  }

  private static Optional<Duration> backAfter(
      Stretches ratio, Instant at, Instant lowest, double back) {
    MetricsWindow window = ratio.reading.window();
    List<Instant> since =
        known(ratio.reading, Metric.HIT_RATIO, window.indexOf(lowest), window.periods());
    return ratio.of(since).stream()
        .filter(stretch -> ratio.mean(stretch) >= back)
        .findFirst()
        .map(stretch -> Duration.between(at, stretch.getFirst()));
  }

  private static double moreToOrigin(MetricsReading reading, List<Instant> after, double usual) {
    return after.stream()
        .mapToDouble(start ->
            reading.series(Metric.REQUESTS).at(start).orElse(0) * (usual - ratio(reading, start)))
        .sum();
  }

  private static OptionalDouble latencyBefore(MetricsReading reading, int from, int to) {
    return CacheFigures.over(
        known(reading, Metric.ORIGIN_LATENCY_P90, from, to), Metric.ORIGIN_LATENCY_P90, reading);
  }

  private static OptionalDouble latencyHighest(
      MetricsReading reading, int from, int first, int span, int together) {
    OptionalDouble usual = latencyBefore(reading, from, first);
    var latency = new Stretches(reading, Metric.ORIGIN_LATENCY_P90, together);
    OptionalDouble highest =
        latency.of(known(reading, Metric.ORIGIN_LATENCY_P90, first, first + span)).stream()
            .mapToDouble(latency::mean)
            .max();
    if (usual.isEmpty() || highest.isEmpty()) {
      return highest;
    }
    double noise =
        latency.noise(known(reading, Metric.ORIGIN_LATENCY_P90, from, first), usual.getAsDouble());
    return highest.getAsDouble() - usual.getAsDouble() > noise ? highest : usual;
  }
}
