package dev.frontdesk.sandbox.cloudwatch;

import dev.frontdesk.sandbox.cloudwatch.Measurements.MetricName;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the questions of GetMetricData.
 *
 * @param period in seconds
 * @param word the statistic's
 * @param unit null for any
 * @param label null for CloudWatch's own
 * @param returned whether an answer is wanted
 */
record MetricQuery(
    String id,
    MetricName metric,
    long period,
    String word,
    Statistic statistic,
    @Nullable String unit,
    @Nullable String label,
    boolean returned) {
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]*");

  static MetricQuery of(Arguments query) {
    var id = query.required("Id");
    if (!ID.matcher(id).matches()) {
      throw CloudWatchError.validation(
          "The value %s for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."
              .formatted(id));
    }
    if (query.has("Expression")) {
      throw CloudWatchError.validation(
          "The sandbox has no metric math: query %s has an expression.".formatted(id));
    }
    if (!query.has("MetricStat")) {
      throw query.missing().apply("MetricStat");
    }
    var stat = query.of("MetricStat");
    var word = stat.required("Stat");
    var statistic =
        Statistic.simple(word)
            .or(() -> Statistic.percentile(word))
            .orElseThrow(() ->
                CloudWatchError.validation(
                    "The value %s for parameter Stat is not supported.".formatted(word)));
    return new MetricQuery(
        id,
        metric(stat.of("Metric")),
        Range.period(stat),
        word,
        statistic,
        stat.text("Unit"),
        query.text("Label"),
        query.isTrue("ReturnData", true));
  }

  static MetricName metric(Arguments metric) {
    return new MetricName(
        metric.required("Namespace"), metric.required("MetricName"), dimensions(metric));
  }

  static Map<String, String> dimensions(Arguments metric) {
    Map<String, String> dimensions = new HashMap<>();
    for (var dimension : metric.list("Dimensions")) {
      dimensions.put(dimension.required("Name"), dimension.required("Value"));
    }
    return dimensions;
  }
}
