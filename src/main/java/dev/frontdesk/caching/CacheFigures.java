package dev.frontdesk.caching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One figure of each metric over a whole window, and what it was in the window before.
 *
 * <p>Requests and bytes are sums. Shares are weighted by the requests of each period; for the hit
 * ratio that is an estimate, since it leaves out POST, PUT and errors, which Requests counts. A
 * latency is the percentile of each period weighted by the requests that went to the origin: an
 * estimate too, for percentiles of parts make none of the whole.
 */
public record CacheFigures(Map<Metric, Figure> figures) {
  /**
   * Each value in the metric's own unit, and empty where nothing is known.
   *
   * @param value over the window
   * @param compared over those periods of the window that have ended and that are known both here
   *     and in the window before
   * @param before over the same periods of the window before
   */
  public record Figure(OptionalDouble value, OptionalDouble compared, OptionalDouble before) {
    public static final Figure NOT_KNOWN =
        new Figure(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** By how much it has risen against the window before. */
    public OptionalDouble change() {
      return compared.isPresent() && before.isPresent()
          ? OptionalDouble.of(compared.getAsDouble() - before.getAsDouble())
          : OptionalDouble.empty();
    }
  }

  public CacheFigures {
    figures = Map.copyOf(figures);
  }

  public Figure of(Metric metric) {
    return figures.getOrDefault(metric, Figure.NOT_KNOWN);
  }

  /**
   * @param now a period that has not ended then counts, but is not compared with a whole one
   */
  public static CacheFigures of(MetricsReading reading, Instant now) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, figure(metric, reading, now));
    }
    return new CacheFigures(figures);
  }

  private static Figure figure(Metric metric, MetricsReading reading, Instant now) {
    MetricsWindow window = reading.window();
    MetricsWindow before = window.before();
    Series series = reading.series(metric);
    List<Instant> known = new ArrayList<>();
    List<Instant> here = new ArrayList<>();
    List<Instant> there = new ArrayList<>();
    for (int i = 0; i < window.periods(); i++) {
      Instant start = window.start(i);
      Instant twin = before.start(i);
      if (series.at(start).isEmpty()) {
        continue;
      }
      known.add(start);
      if (series.at(twin).isPresent() && !start.plus(window.period()).isAfter(now)) {
        here.add(start);
        there.add(twin);
      }
    }
    return new Figure(
        over(known, metric, reading), over(here, metric, reading), over(there, metric, reading));
  }

  /**
   * The metric over periods of which it is known: a sum, or a mean weighted by requests; empty for
   * none.
   */
  static OptionalDouble over(List<Instant> starts, Metric metric, MetricsReading reading) {
    if (starts.isEmpty()) {
      return OptionalDouble.empty();
    }
    Series series = reading.series(metric);
    return switch (metric) {
      case REQUESTS, BYTES_DOWNLOADED, BYTES_UPLOADED ->
          OptionalDouble.of(
              starts.stream().mapToDouble(start -> series.at(start).orElseThrow()).sum());
      case HIT_RATIO, CLIENT_ERRORS, SERVER_ERRORS, ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 ->
          weighted(starts, metric, reading);
    };
  }

  private static OptionalDouble weighted(
      List<Instant> starts, Metric metric, MetricsReading reading) {
    double sum = 0;
    double weights = 0;
    double plain = 0;
    for (Instant start : starts) {
      double weight = weight(start, metric, reading);
      double value = reading.series(metric).at(start).orElseThrow();
      sum += weight * value;
      weights += weight;
      plain += value;
    }
    if (weights > 0) {
      return OptionalDouble.of(sum / weights);
    }
    // Where the ratio is 1, what went to the origin was POST or PUT, which the ratio leaves out.
    return isLatency(metric) ? OptionalDouble.of(plain / starts.size()) : OptionalDouble.empty();
  }

  /** The requests that a point stands for; 0 where they are not known. */
  private static double weight(Instant start, Metric metric, MetricsReading reading) {
    double requests = reading.series(Metric.REQUESTS).at(start).orElse(0);
    return isLatency(metric)
        ? requests * (1 - reading.series(Metric.HIT_RATIO).at(start).orElse(0))
        : requests;
  }

  private static boolean isLatency(Metric metric) {
    return metric == Metric.ORIGIN_LATENCY_P50 || metric == Metric.ORIGIN_LATENCY_P90;
  }
}
