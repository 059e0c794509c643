package dev.frontdesk.sandbox.cloudwatch;

import dev.frontdesk.sandbox.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * CloudWatch as far as it reads metrics, of one distribution of CloudFront. Requests and answers
 * are trees with the names of its service model; in an answer a time is an {@link Instant} in a
 * POJO node, for each protocol to spell.
 */
public final class CloudWatch {
  /** Code of a message of GetMetricData: since when the figures are of real requests. */
  public static final String STARTED = "FrontdeskSandboxStartedAt";

  private static final String UNKNOWN = "The sandbox does not have this operation of CloudWatch: ";

  private final String distributionId;
  private final Supplier<Traffic> traffic;
  private final Instant started;
  private final InstantSource clock;

  /**
   * @param traffic asked at each call, and not before the first
   * @param started all figures from before are made up
   */
  public CloudWatch(
      String distributionId, Supplier<Traffic> traffic, Instant started, InstantSource clock) {
    this.distributionId = distributionId;
    this.traffic = traffic;
    this.started = started;
    this.clock = clock;
  }

  /**
   * @throws CloudWatchError for whatever CloudWatch answers with an error
   */
  public ObjectNode call(String operation, ObjectNode request) {
    return switch (operation) {
      case "GetMetricData" -> getMetricData(request);
      case "GetMetricStatistics" -> getMetricStatistics(request);
      case "ListMetrics" -> listMetrics(request);
      default ->
          throw new CloudWatchError(
              "InvalidAction", "UnknownOperationException", 404, UNKNOWN + operation);
    };
  }

  private ObjectNode getMetricData(ObjectNode request) {
    var arguments =
        new Arguments(
            request,
            name -> CloudWatchError.validation("The parameter %s is required.".formatted(name)),
            CloudWatchError::validation);
    var now = clock.instant();
    var range = Range.of(arguments, now);
    var answer = new MetricData(arguments, range).answer(measurements(range, now));
    answer.putArray("Messages").addObject().put("Code", STARTED).put("Value", started.toString());
    return answer;
  }

  private ObjectNode getMetricStatistics(ObjectNode request) {
    var arguments = new Arguments(request, CloudWatchError::missing, CloudWatchError::invalidValue);
    var now = clock.instant();
    var range = Range.of(arguments, now);
    return MetricStatistics.answer(arguments, range, measurements(range, now));
  }

  private Measurements measurements(Range range, Instant now) {
    return new Measurements(distributionId, traffic.get(), range, now);
  }

  /** There are so few that one page has them all. */
  private ObjectNode listMetrics(ObjectNode request) {
    var arguments = new Arguments(request, CloudWatchError::missing, CloudWatchError::invalidValue);
    if (arguments.has("NextToken")) {
      throw CloudWatchError.invalidNextToken();
    }
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("Metrics");
    var dimensions = Measurements.dimensions(distributionId);
    if (matches(arguments, "Namespace", Measurements.NAMESPACE) && has(dimensions, arguments)) {
      for (var metric : EdgeMetric.values()) {
        if (matches(arguments, "MetricName", metric.word()) && isMeasured(metric, arguments)) {
          var item = list.addObject();
          item.put("Namespace", Measurements.NAMESPACE).put("MetricName", metric.word());
          var parts = item.putArray("Dimensions");
          dimensions.keySet().stream()
              .sorted()
              .forEach(
                  name -> parts.addObject().put("Name", name).put("Value", dimensions.get(name)));
        }
      }
    }
    return answer;
  }

  /** ListMetrics tells of metrics with a point in two weeks, or in three hours. */
  private boolean isMeasured(EdgeMetric metric, Arguments arguments) {
    var now = clock.instant();
    var reach = arguments.has("RecentlyActive") ? Duration.ofHours(3) : Duration.ofDays(14);
    return traffic
        .get()
        .between(now.minus(reach), now.plusSeconds(1), reach.plusDays(1))
        .values()
        .stream()
        .anyMatch(figures -> metric.in(figures).isPresent());
  }

  private static boolean matches(Arguments arguments, String name, String value) {
    return !arguments.has(name) || value.equals(arguments.text(name));
  }

  /** A filter without a value wants any. */
  private static boolean has(Map<String, String> dimensions, Arguments arguments) {
    return arguments.list("Dimensions").stream()
        .allMatch(filter -> {
          var value = dimensions.get(filter.required("Name"));
          return value != null && matches(filter, "Value", value);
        });
  }
}
