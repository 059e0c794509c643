package dev.frontdesk.sandbox.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CloudWatch's GetMetricStatistics (CloudWatch API Reference, the page of that name). */
final class MetricStatistics {
  private static final long MOST_POINTS = 1_440;

  private MetricStatistics() {}

  /**
   * @throws CloudWatchError for whatever CloudWatch answers with an error
   */
  static ObjectNode answer(Arguments arguments, Range range, Measurements measurements) {
    var metric = MetricQuery.metric(arguments);
    long period = Range.period(arguments);
    var simple = statistics(arguments, "Statistics");
    var extended = statistics(arguments, "ExtendedStatistics");
    if (simple.isEmpty() && extended.isEmpty()) {
      throw CloudWatchError.missing("Statistics");
    }
    long periods = Duration.between(range.from(), range.to()).toSeconds() / period;
    if (periods > MOST_POINTS) {
      throw CloudWatchError.invalidCombination(
          "You have requested up to %,d datapoints, which exceeds the limit of %,d. You may reduce the datapoints requested by increasing Period, or decreasing the time range."
              .formatted(periods, MOST_POINTS));
    }
    var answer = JsonNodeFactory.instance.objectNode().put("Label", metric.name());
    var points = answer.putArray("Datapoints");
    var unit = measurements.metric(metric).map(EdgeMetric::unit).orElse("None");
    measurements
        .of(metric, period, arguments.text("Unit"))
        .forEach((start, samples) ->
            point(points.addObject(), start, samples, simple, extended).put("Unit", unit));
    return answer;
  }

  private static ObjectNode point(
      ObjectNode point,
      Instant start,
      Samples samples,
      Map<String, Statistic> simple,
      Map<String, Statistic> extended) {
    point.putPOJO("Timestamp", start);
    simple.forEach(
        (word, statistic) -> statistic.of(samples).ifPresent(value -> point.put(word, value)));
    if (!extended.isEmpty()) {
      var values = point.putObject("ExtendedStatistics");
      extended.forEach(
          (word, statistic) -> statistic.of(samples).ifPresent(value -> values.put(word, value)));
    }
    return point;
  }

  private static Map<String, Statistic> statistics(Arguments arguments, String name) {
    var statistics = new HashMap<String, Statistic>();
    List<String> words = arguments.texts(name);
    for (var word : words) {
      var statistic =
          name.equals("Statistics") ? Statistic.simple(word) : Statistic.percentile(word);
      statistics.put(
          word,
          statistic.orElseThrow(() ->
              CloudWatchError.invalidValue(
                  "The value %s for parameter %s is not supported.".formatted(word, name))));
    }
    return statistics;
  }
}
