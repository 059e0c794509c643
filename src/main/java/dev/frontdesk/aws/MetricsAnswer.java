package dev.frontdesk.aws;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.Series;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MessageData;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** GetMetricData's pages put together: a metric's points may come in several, in any order. */
final class MetricsAnswer {
  /** By which the sandbox, and nobody else, tells when its own readers began to count. */
  private static final String SANDBOX_STARTED = "FrontdeskSandboxStartedAt";

  private static final String COMPLETE = "Complete";

  private final Map<String, Metric> byId = new TreeMap<>();
  private final Map<Metric, TreeMap<Instant, Double>> points = new EnumMap<>(Metric.class);

  /** The last word on each metric of which not all has come. */
  private final Map<Metric, String> incomplete = new EnumMap<>(Metric.class);

  private final Set<String> messages = new LinkedHashSet<>();
  private @Nullable Instant madeUpBefore;
  private @Nullable String next;

  MetricsAnswer() {
    for (Metric metric : Metric.values()) {
      byId.put(id(metric), metric);
      points.put(metric, new TreeMap<>());
    }
  }

  /** A query's id: it begins with a small letter (CloudWatch API Reference, MetricDataQuery). */
  static String id(Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT);
  }

  /** The token of the page after this one; null where it is the last. */
  @Nullable String take(GetMetricDataResponse page) {
    page.messages().forEach(this::take);
    for (MetricDataResult result : page.metricDataResults()) {
      Metric metric = byId.get(result.id());
      if (metric != null) {
        take(metric, result);
      }
    }
    next = page.nextToken() == null || page.nextToken().isEmpty() ? null : page.nextToken();
    return next;
  }

  private void take(MessageData message) {
    if (SANDBOX_STARTED.equals(message.code())) {
      try {
        madeUpBefore = Instant.parse(message.value());
      } catch (DateTimeParseException e) {
        messages.add(message.code() + ": " + message.value());
      }
    } else {
      messages.add(message.code() + ": " + message.value());
    }
  }

  private void take(Metric metric, MetricDataResult result) {
    double unit = MetricNames.of(metric).unit();
    TreeMap<Instant, Double> series = points.computeIfAbsent(metric, _ -> new TreeMap<>());
    List<Instant> times = result.timestamps();
    // As many values as timestamps, says the API's reference; a server that breaks it gives less.
    for (int i = 0; i < Math.min(times.size(), result.values().size()); i++) {
      series.put(times.get(i), result.values().get(i) / unit);
    }
    result
        .messages()
        .forEach(message ->
            messages.add(
                MetricNames.of(metric).metric() + ": " + message.code() + ": " + message.value()));
    if (result.statusCodeAsString() == null || result.statusCodeAsString().equals(COMPLETE)) {
      incomplete.remove(metric);
    } else {
      incomplete.put(metric, result.statusCodeAsString());
    }
  }

  MetricsReading reading(MetricsWindow window, Additional additional, int pages) {
    incomplete.forEach(
        (metric, status) -> messages.add(MetricNames.of(metric).metric() + ": " + status));
    if (next != null) {
      messages.add("not all pages were read");
    }
    Map<Metric, Series> series = new EnumMap<>(Metric.class);
    points.forEach((metric, known) -> series.put(metric, new Series(known)));
    return new MetricsReading(
        window, series, additional, List.copyOf(messages), byId.size() * pages, madeUpBefore);
  }
}
