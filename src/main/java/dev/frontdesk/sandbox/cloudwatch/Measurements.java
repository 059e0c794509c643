package dev.frontdesk.sandbox.cloudwatch;

import dev.frontdesk.sandbox.traffic.Figures;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The distribution's metrics over a range, added up once for each length of periods. */
final class Measurements {
  static final String NAMESPACE = "AWS/CloudFront";

  /** What a metric is asked for by. */
  record MetricName(String namespace, String name, Map<String, String> dimensions) {
    MetricName {
      dimensions = Map.copyOf(dimensions);
    }
  }

  private final Map<String, String> dimensions;
  private final Traffic traffic;
  private final Range range;
  private final Instant now;
  private final Map<Long, SortedMap<Instant, Figures>> byPeriod = new HashMap<>();

  Measurements(String distributionId, Traffic traffic, Range range, Instant now) {
    this.dimensions = dimensions(distributionId);
    this.traffic = traffic;
    this.range = range;
    this.now = now;
  }

  /** A distribution's metrics have these and no others, and are found by all of them alone. */
  static Map<String, String> dimensions(String distributionId) {
    return Map.of("DistributionId", distributionId, "Region", "Global");
  }

  /**
   * The samples of each period that has some, by its beginning; none of a metric that is not there.
   *
   * @param period in seconds
   * @param unit null for whatever the metric has
   */
  SortedMap<Instant, Samples> of(MetricName name, long period, @Nullable String unit) {
    var samples = new TreeMap<Instant, Samples>();
    metric(name)
        .filter(metric -> unit == null || unit.equals(metric.unit()))
        .ifPresent(metric ->
            figures(period)
                .forEach((start, figures) ->
                    metric.in(figures).ifPresent(some -> samples.put(start, some))));
    samples.keySet().removeIf(start -> !Range.isKept(start, period, now));
    return samples;
  }

  Optional<EdgeMetric> metric(MetricName name) {
    return name.namespace().equals(NAMESPACE) && name.dimensions().equals(dimensions)
        ? EdgeMetric.of(name.name())
        : Optional.empty();
  }

  private SortedMap<Instant, Figures> figures(long period) {
    // Minutes are the finest that CloudFront measures: of less there is nothing.
    return byPeriod.computeIfAbsent(
        period,
        _ ->
            period < 60
                ? new TreeMap<>()
                : traffic.between(range.from(), range.to(), Duration.ofSeconds(period)));
  }
}
