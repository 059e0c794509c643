package dev.frontdesk.fakes;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.Series;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What CloudWatch is to tell of a window, put together point by point. */
public final class FakeReading {
  private final MetricsWindow window;
  private final Map<Metric, TreeMap<Instant, Double>> points = new EnumMap<>(Metric.class);
  private Additional additional = Additional.ON;
  private @Nullable Instant madeUpBefore;

  public FakeReading(MetricsWindow window) {
    this.window = window;
  }

  /** One point, of the period that begins then. */
  public FakeReading put(Metric metric, Instant start, double value) {
    points.computeIfAbsent(metric, _ -> new TreeMap<>()).put(start, value);
    return this;
  }

  /** A point for each period of the window and of the one before it. */
  public FakeReading each(Metric metric, ToDoubleFunction<Instant> value) {
    for (MetricsWindow each : List.of(window.before(), window)) {
      for (int i = 0; i < each.periods(); i++) {
        put(metric, each.start(i), value.applyAsDouble(each.start(i)));
      }
    }
    return this;
  }

  /** No points between these, of any metric. */
  public FakeReading without(Instant from, Instant to) {
    if (from.isBefore(to)) {
      points.values().forEach(each -> each.subMap(from, to).clear());
    }
    return this;
  }

  /** Whether additional metrics are on; unless they are, there is none of them. */
  public FakeReading additional(Additional told) {
    additional = told;
    if (told != Additional.ON) {
      points.forEach((metric, each) -> {
        if (metric.isAdditional()) {
          each.clear();
        }
      });
    }
    return this;
  }

  public FakeReading madeUpBefore(Instant at) {
    madeUpBefore = at;
    return this;
  }

  public MetricsReading read() {
    Map<Metric, Series> series = new EnumMap<>(Metric.class);
    points.forEach((metric, each) -> series.put(metric, new Series(each)));
    return new MetricsReading(
        window, series, additional, List.of(), Metric.values().length, madeUpBefore);
  }
}
