package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.CacheFigures;
import dev.frontdesk.caching.Gap;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A reading made ready to be shown.
 *
 * @param gaps of every metric, over the window
 * @param at when it was read
 */
record Seen(
    Range range,
    MetricsReading reading,
    CacheFigures figures,
    Map<Metric, List<Gap>> gaps,
    Instant at) {
  /**
   * A point of a line.
   *
   * @param at the middle of its period
   * @param value as it is drawn
   */
  record Point(Instant at, double value) {}

  static Seen of(Range range, MetricsReading reading, Instant at) {
    Map<Metric, List<Gap>> gaps = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      gaps.put(metric, Gap.of(reading.window(), reading.series(metric), at));
    }
    return new Seen(range, reading, CacheFigures.of(reading, at), gaps, at);
  }

  MetricsWindow window() {
    return reading.window();
  }

  List<Gap> gaps(Metric metric) {
    return gaps.getOrDefault(metric, List.of());
  }

  /** Whether there is not a single point of a request. */
  boolean isWithoutPoints() {
    return reading.series(Metric.REQUESTS).within(window()).isEmpty();
  }

  /** Whether it is known that nobody has asked for anything. */
  boolean isWithoutRequests() {
    return !isWithoutPoints() && figures.of(Metric.REQUESTS).value().orElse(0) == 0;
  }

  /** Where the newest period begins that has a point of requests. */
  Optional<Instant> lastPoint() {
    Series series = reading.series(Metric.REQUESTS).within(window());
    return series.isEmpty() ? Optional.empty() : Optional.of(series.points().lastKey());
  }

  boolean hasEnded(Instant start) {
    return !start.plus(window().period()).isAfter(at);
  }

  /**
   * The pieces of a line between gaps, each of at least one point, in the order of time. The period
   * that has not ended is left out: what has come in of it stands for less than a period.
   */
  List<List<Point>> line(Quantity quantity) {
    Series series = reading.series(quantity.metric());
    List<List<Point>> pieces = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < window().periods(); i++) {
      Instant start = window().start(i);
      OptionalDouble value = series.at(start);
      boolean shown = value.isPresent() && hasEnded(start);
      if (shown) {
        if (!open) {
          pieces.add(new ArrayList<>());
        }
        double drawn = quantity.drawn(value.getAsDouble(), window().period());
        pieces.getLast().add(new Point(start.plus(window().period().dividedBy(2)), drawn));
      }
      open = shown;
    }
    return pieces;
  }
}
