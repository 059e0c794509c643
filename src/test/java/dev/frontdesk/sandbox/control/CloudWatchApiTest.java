package dev.frontdesk.sandbox.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.sandbox.cloudwatch.CloudWatch;
import dev.frontdesk.sandbox.traffic.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** CloudWatch of the sandbox as the Java SDK sees it, which speaks CBOR to it. */
class CloudWatchApiTest {
  private final ControlPlaneFixture plane = new ControlPlaneFixture();
  private final CloudWatchClient cloudWatch = plane.cloudWatch();
  private final Instant noon = plane.now.get().truncatedTo(ChronoUnit.MINUTES);

  @AfterEach
  void close() {
    cloudWatch.close();
    plane.close();
  }

  @Test
  void countsEveryRequestInItsMinute() {
    ask(noon, 7, hit(100));
    ask(noon.plusSeconds(59), 3, miss(1_000));
    ask(noon.plusSeconds(60), 2, hit(10));
    var result = only(data(query("r", "Requests", "Sum")));
    assertEquals(List.of(noon.plusSeconds(60), noon), result.timestamps());
    assertEquals(List.of(2.0, 10.0), result.values());
    assertEquals(StatusCode.COMPLETE, result.statusCode());
    assertEquals("Requests", result.label());
    assertEquals(
        List.of(3_700.0, 20.0),
        only(data(ascending(query("b", "BytesDownloaded", "Sum")))).values());
  }

  @Test
  void countsWhatCloudFrontCounts() {
    ask(noon, 6, hit(10));
    ask(noon, 2, miss(10));
    ask(noon, 1, new Exchange("POST", 200, false, 500, 3));
    ask(noon, 1, new Exchange("PUT", 204, false, 700, 0));
    ask(noon, 1, new Exchange("GET", 404, true, 0, 20));
    ask(noon, 5, new Exchange("GET", 503, false, 0, 20));
    assertEquals(16, value("Requests", "Sum"));
    assertEquals(200, value("BytesDownloaded", "Sum"), "8 answers and 6 errors");
    assertEquals(1_200, value("BytesUploaded", "Sum"));
    assertEquals(75, value("CacheHitRate", "Average"), "without POST, PUT and errors");
    assertEquals(100.0 / 16, value("4xxErrorRate", "Average"));
    assertEquals(100.0 / 16, value("404ErrorRate", "Average"));
    assertEquals(0, value("401ErrorRate", "Average"));
    assertEquals(500.0 / 16, value("5xxErrorRate", "Average"));
    assertEquals(600.0 / 16, value("TotalErrorRate", "Average"));
    assertEquals(8, value("CacheHitRate", "SampleCount"));
  }

  @Test
  void tellsLatenciesByPercentiles() {
    IntStream.rangeClosed(1, 100)
        .forEach(ms -> plane.traffic.countOrigin(noon, Duration.ofMillis(ms)));
    assertEquals(50, value("OriginLatency", "p50"), 50 * 0.025);
    assertEquals(90, value("OriginLatency", "p90"), 90 * 0.025);
    assertEquals(99, value("OriginLatency", "p99.0"), 99 * 0.025);
    assertEquals(50.5, value("OriginLatency", "Average"), 1e-9);
    assertEquals(1, value("OriginLatency", "Minimum"));
    assertEquals(100, value("OriginLatency", "Maximum"));
    assertEquals(100, value("OriginLatency", "p100"));
  }

  @Test
  void addsUpLongerPeriodsFromTheStartOn() {
    IntStream.range(0, 10).forEach(i -> ask(noon.plusSeconds(60L * i), 1, hit(1)));
    var from = noon.plusSeconds(60);
    var result =
        only(
            data(
                ascending(query("r", "Requests", "Sum", 240))
                    .andThen(
                        r -> r.startTime(from.plusSeconds(59)).endTime(noon.plusSeconds(481)))));
    assertEquals(List.of(from, from.plusSeconds(240)), result.timestamps());
    assertEquals(List.of(4.0, 4.0), result.values());
  }

  @Test
  void hasNoPointWhereNothingWasAsked() {
    ask(noon, 1, hit(1));
    ask(noon.plusSeconds(180), 1, new Exchange("PUT", 204, false, 1, 0));
    var answer =
        data(
            ascending(
                query("r", "Requests", "Sum"),
                query("h", "CacheHitRate", "Average"),
                query("l", "OriginLatency", "p50"),
                query("x", "Nothing", "Sum")));
    assertEquals(List.of(noon, noon.plusSeconds(180)), result(answer, "r").timestamps());
    assertEquals(List.of(noon), result(answer, "h").timestamps(), "a PUT is not cacheable");
    assertEquals(List.of(), result(answer, "l").values());
    assertEquals(List.of(), result(answer, "x").values());
    assertEquals(StatusCode.COMPLETE, result(answer, "x").statusCode());
  }

  @Test
  void findsAMetricByAllItsDimensionsAndItsUnitAlone() {
    ask(noon, 1, hit(1));
    assertEquals(1, value("Requests", "Sum"));
    var others =
        data(r ->
            r.metricDataQueries(
                query("a", "Requests", "Sum")
                    .copy(q ->
                        q.metricStat(stat ->
                            stat.metric(m ->
                                    m.namespace("AWS/CloudFront")
                                        .metricName("Requests")
                                        .dimensions(region()))
                                .period(60)
                                .stat("Sum"))),
                query("b", "Requests", "Sum")
                    .copy(q ->
                        q.metricStat(stat ->
                            stat.metric(m ->
                                    m.namespace("AWS/EC2")
                                        .metricName("Requests")
                                        .dimensions(dimensions()))
                                .period(60)
                                .stat("Sum"))),
                query("c", "Requests", "Sum")
                    .copy(q ->
                        q.metricStat(
                            q.build().metricStat().copy(stat -> stat.unit(StandardUnit.PERCENT)))),
                query("d", "Requests", "Sum")
                    .copy(q ->
                        q.metricStat(
                            q.build().metricStat().copy(stat -> stat.unit(StandardUnit.NONE))))));
    assertEquals(
        List.of(0, 0, 0, 1),
        others.metricDataResults().stream().map(result -> result.values().size()).toList());
  }

  @Test
  void pagesWithoutLosingOrRepeatingAPoint() {
    IntStream.range(0, 50).forEach(i -> ask(noon.plusSeconds(60L * i), i + 1, hit(1)));
    for (var order : ScanBy.knownValues()) {
      for (int most : new int[] {1, 7, 50, 51, 100, 150, 1_000}) {
        Consumer<GetMetricDataRequest.Builder> wanted =
            r ->
                r.metricDataQueries(
                        query("r", "Requests", "Sum"),
                        query("none", "OriginLatency", "p50"),
                        query("h", "CacheHitRate", "Average"))
                    .scanBy(order)
                    .maxDatapoints(most);
        var pages = new ArrayList<Integer>();
        var requests = new ArrayList<Double>();
        var hits = new ArrayList<Double>();
        var last = new TreeMap<String, StatusCode>();
        String token = null;
        do {
          var next = token;
          var page = data(wanted.andThen(r -> r.nextToken(next)));
          int points = 0;
          for (var result : page.metricDataResults()) {
            points += result.values().size();
            last.put(result.id(), result.statusCode());
            switch (result.id()) {
              case "r" -> requests.addAll(result.values());
              case "h" -> hits.addAll(result.values());
              default -> assertTrue(result.values().isEmpty());
            }
          }
          pages.add(points);
          token = page.nextToken();
        } while (token != null);
        var expected =
            IntStream.rangeClosed(1, 50)
                .mapToObj(i -> (double) (order == ScanBy.TIMESTAMP_ASCENDING ? i : 51 - i))
                .toList();
        assertEquals(expected, requests, "by " + most);
        assertEquals(50, hits.size(), "by " + most);
        assertTrue(pages.stream().allMatch(points -> points <= most), pages.toString());
        assertEquals((100 + most - 1) / most, pages.size(), "pages by " + most);
        assertEquals(
            List.of(StatusCode.COMPLETE, StatusCode.COMPLETE, StatusCode.COMPLETE),
            List.copyOf(last.values()));
      }
    }
  }

  @Test
  void goesOnWithAPageThoughPointsHaveComeSince() {
    IntStream.range(0, 4).forEach(i -> ask(noon.plusSeconds(60L * i), 1, hit(1)));
    Consumer<GetMetricDataRequest.Builder> wanted =
        r -> r.metricDataQueries(query("r", "Requests", "Sum")).maxDatapoints(2);
    var first = data(wanted);
    assertEquals(StatusCode.PARTIAL_DATA, only(first).statusCode());
    ask(noon.plusSeconds(300), 1, hit(1));
    var second = data(wanted.andThen(r -> r.nextToken(first.nextToken())));
    assertEquals(List.of(noon.plusSeconds(60), noon), only(second).timestamps());
  }

  @Test
  void tellsSinceWhenItsFiguresAreReal() {
    var messages = data(r -> r.metricDataQueries(query("r", "Requests", "Sum"))).messages();
    assertEquals(1, messages.size());
    assertEquals(CloudWatch.STARTED, messages.getFirst().code());
    assertEquals(plane.now.get(), Instant.parse(messages.getFirst().value()));
  }

  @Test
  void namesSeriesOfOneMetricApart() {
    var answer =
        data(r ->
            r.metricDataQueries(
                query("a", "OriginLatency", "p50"),
                query("b", "OriginLatency", "p90"),
                query("c", "Requests", "Sum"),
                query("d", "BytesDownloaded", "Sum").copy(q -> q.label("down")),
                query("e", "BytesUploaded", "Sum").copy(q -> q.returnData(false))));
    assertEquals(
        List.of("OriginLatency p50", "OriginLatency p90", "Requests", "down"),
        answer.metricDataResults().stream().map(MetricDataResult::label).toList());
  }

  @Test
  void keepsOldPointsByLongerPeriodsOnly() {
    var then = noon.truncatedTo(ChronoUnit.HOURS);
    ask(then, 1, hit(1));
    plane.pass(Duration.ofDays(20));
    assertEquals(List.of(), only(data(query("r", "Requests", "Sum"))).values());
    assertEquals(List.of(1.0), only(data(query("r", "Requests", "Sum", 300))).values());
  }

  static Stream<Consumer<GetMetricDataRequest.Builder>> wrong() {
    var query = MetricDataQuery.builder().id("a").build();
    return Stream.of(
        r -> r.startTime(Instant.EPOCH.plusSeconds(60)).endTime(Instant.EPOCH),
        r -> r.startTime(Instant.EPOCH).endTime(Instant.EPOCH),
        r -> r.startTime(null),
        r -> r.metricDataQueries(List.of()),
        r -> r.metricDataQueries(query),
        r -> r.metricDataQueries(query.copy(q -> q.expression("a + 1"))),
        r -> r.metricDataQueries(stat("A", "Requests", 60, "Sum")),
        r -> r.metricDataQueries(stat("a", "Requests", 61, "Sum")),
        r -> r.metricDataQueries(stat("a", "Requests", 0, "Sum")),
        r -> r.metricDataQueries(stat("a", "Requests", 60, "sum")),
        r -> r.metricDataQueries(stat("a", "Requests", 60, "p101")),
        r -> r.maxDatapoints(0),
        r -> r.maxDatapoints(100_801),
        r -> r.scanBy("Sideways"),
        r ->
            r.metricDataQueries(stat("a", "Requests", 60, "Sum"), stat("a", "Requests", 60, "Sum")),
        r ->
            r.metricDataQueries(
                IntStream.rangeClosed(0, 500)
                    .mapToObj(i -> stat("q" + i, "Requests", 60, "Sum"))
                    .toList()));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatCannotBe(Consumer<GetMetricDataRequest.Builder> change) {
    Consumer<GetMetricDataRequest.Builder> right =
        r -> r.metricDataQueries(query("r", "Requests", "Sum"));
    data(right);
    var refused = assertThrows(CloudWatchException.class, () -> data(right.andThen(change)));
    assertEquals(400, refused.statusCode());
    assertEquals("ValidationError", refused.awsErrorDetails().errorCode());
    assertFalse(refused.awsErrorDetails().errorMessage().isBlank());
  }

  @Test
  void answersFiveHundredQueriesInOneCall() {
    ask(noon, 3, hit(1));
    var queries = IntStream.range(0, 500).mapToObj(i -> query("q" + i, "Requests", "Sum")).toList();
    var answer = data(r -> r.metricDataQueries(queries));
    assertEquals(500, answer.metricDataResults().size());
    assertTrue(answer.metricDataResults().stream().allMatch(r -> r.values().equals(List.of(3.0))));
  }

  @Test
  void refusesAPageThatIsNone() {
    Consumer<GetMetricDataRequest.Builder> wanted =
        r -> r.metricDataQueries(query("r", "Requests", "Sum")).maxDatapoints(1);
    IntStream.range(0, 4).forEach(i -> ask(noon.plusSeconds(60L * i), 1, hit(1)));
    var token = data(wanted).nextToken();
    for (var wrong : List.of("x", "?", token + "A", "")) {
      assertThrows(
          InvalidNextTokenException.class, () -> data(wanted.andThen(r -> r.nextToken(wrong))));
    }
    assertThrows(
        InvalidNextTokenException.class,
        () -> data(r -> r.metricDataQueries(query("other", "Requests", "Sum")).nextToken(token)),
        "of another request");
  }

  @Test
  void givesStatisticsAsWell() {
    ask(noon, 3, hit(10));
    plane.traffic.countOrigin(noon, Duration.ofMillis(40));
    var point =
        statistics(
            r -> r.metricName("BytesDownloaded").statistics(Statistic.SUM, Statistic.AVERAGE));
    assertEquals(30, point.sum());
    assertEquals(10, point.average());
    assertEquals(StandardUnit.NONE, point.unit());
    assertEquals(noon, point.timestamp());
    var latency = statistics(r -> r.metricName("OriginLatency").extendedStatistics("p50", "p90"));
    assertEquals(40, latency.extendedStatistics().get("p90"), 1);
    assertEquals(StandardUnit.MILLISECONDS, latency.unit());
    assertThrows(
        InvalidParameterCombinationException.class,
        () -> statistics(r -> r.startTime(noon.minus(Duration.ofDays(2)))));
    assertThrows(
        MissingRequiredParameterException.class, () -> statistics(r -> r.statistics(List.of())));
    assertThrows(
        InvalidParameterValueException.class, () -> statistics(r -> r.endTime(Instant.EPOCH)));
  }

  @Test
  void listsWhatIsMeasured() {
    assertEquals(List.of(), cloudWatch.listMetrics().metrics());
    ask(noon, 1, hit(10));
    var names = cloudWatch.listMetrics().metrics().stream().map(m -> m.metricName()).toList();
    assertTrue(names.contains("CacheHitRate"), names.toString());
    assertFalse(names.contains("OriginLatency"), "nobody has asked the origin");
    plane.traffic.countOrigin(noon, Duration.ofMillis(5));
    var found =
        cloudWatch
            .listMetrics(r -> r.namespace("AWS/CloudFront").metricName("OriginLatency"))
            .metrics();
    assertEquals(1, found.size());
    assertEquals(List.of(dimensions()), List.of(found.getFirst().dimensions()));
    assertEquals(14, cloudWatch.listMetrics().metrics().size());
    assertEquals(
        14, cloudWatch.listMetrics(r -> r.dimensions(having("Region", null))).metrics().size());
    assertEquals(0, cloudWatch.listMetrics(r -> r.namespace("AWS/EC2")).metrics().size());
    assertEquals(
        0,
        cloudWatch
            .listMetrics(r -> r.dimensions(having("DistributionId", "E1OTHER")))
            .metrics()
            .size());
  }

  @Test
  void doesNotPretendToHaveMore() {
    var refused = assertThrows(CloudWatchException.class, () -> cloudWatch.listDashboards());
    assertEquals(
        "The sandbox does not have this operation of CloudWatch: ListDashboards",
        refused.awsErrorDetails().errorMessage());
  }

  @Test
  void measuresAdditionalMetricsOnlyWhileSubscribed() {
    ask(noon, 1, hit(10));
    plane.client.deleteMonitoringSubscription(r -> r.distributionId(plane.id));
    ask(noon.plusSeconds(60), 1, hit(10));
    plane.traffic.countOrigin(noon.plusSeconds(60), Duration.ofMillis(5));
    plane.client.createMonitoringSubscription(r ->
        r.distributionId(plane.id)
            .monitoringSubscription(m ->
                m.realtimeMetricsSubscriptionConfig(
                    c -> c.realtimeMetricsSubscriptionStatus("Enabled"))));
    ask(noon.plusSeconds(120), 1, miss(10));
    plane.traffic.countOrigin(noon.plusSeconds(120), Duration.ofMillis(5));
    var answer =
        data(
            ascending(
                query("r", "Requests", "Sum"),
                query("h", "CacheHitRate", "Average"),
                query("l", "OriginLatency", "SampleCount"),
                query("n", "404ErrorRate", "Average")));
    assertEquals(List.of(1.0, 1.0, 1.0), result(answer, "r").values());
    assertEquals(List.of(100.0, 0.0), result(answer, "h").values());
    assertEquals(List.of(noon.plusSeconds(120)), result(answer, "l").timestamps());
    assertEquals(2, result(answer, "n").values().size());
  }

  private static Exchange hit(long bytes) {
    return new Exchange("GET", 200, true, 0, bytes);
  }

  private static Exchange miss(long bytes) {
    return new Exchange("GET", 200, false, 0, bytes);
  }

  private void ask(Instant at, int times, Exchange exchange) {
    IntStream.range(0, times).forEach(_ -> plane.traffic.count(at, exchange));
  }

  private MetricDataQuery query(String id, String metric, String statistic) {
    return query(id, metric, statistic, 60);
  }

  private MetricDataQuery query(String id, String metric, String statistic, int period) {
    return stat(id, metric, period, statistic)
        .copy(q ->
            q.metricStat(
                q.build()
                    .metricStat()
                    .copy(s ->
                        s.metric(m ->
                            m.namespace("AWS/CloudFront")
                                .metricName(metric)
                                .dimensions(dimensions())))));
  }

  private static MetricDataQuery stat(String id, String metric, int period, String statistic) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(s ->
            s.metric(m -> m.namespace("AWS/CloudFront").metricName(metric))
                .period(period)
                .stat(statistic))
        .build();
  }

  private List<Dimension> dimensions() {
    return List.of(Dimension.builder().name("DistributionId").value(plane.id).build(), region());
  }

  private static DimensionFilter having(String name, @Nullable String value) {
    return DimensionFilter.builder().name(name).value(value).build();
  }

  private static Dimension region() {
    return Dimension.builder().name("Region").value("Global").build();
  }

  private static Consumer<GetMetricDataRequest.Builder> ascending(MetricDataQuery... queries) {
    return r -> r.metricDataQueries(queries).scanBy(ScanBy.TIMESTAMP_ASCENDING);
  }

  private GetMetricDataResponse data(MetricDataQuery... queries) {
    return data(r -> r.metricDataQueries(Arrays.asList(queries)));
  }

  /** Over the hour from noon, unless it says otherwise. */
  private GetMetricDataResponse data(Consumer<GetMetricDataRequest.Builder> request) {
    Consumer<GetMetricDataRequest.Builder> hour =
        r -> r.startTime(noon).endTime(noon.plus(Duration.ofHours(1)));
    return cloudWatch.getMetricData(hour.andThen(request));
  }

  private Datapoint statistics(Consumer<GetMetricStatisticsRequest.Builder> change) {
    Consumer<GetMetricStatisticsRequest.Builder> right =
        r ->
            r.namespace("AWS/CloudFront")
                .metricName("Requests")
                .dimensions(dimensions())
                .startTime(noon)
                .endTime(noon.plus(Duration.ofHours(1)))
                .period(60)
                .statistics(Statistic.SUM);
    return cloudWatch.getMetricStatistics(right.andThen(change)).datapoints().getFirst();
  }

  private double value(String metric, String statistic) {
    return only(data(query("v", metric, statistic))).values().getFirst();
  }

  private static MetricDataResult only(GetMetricDataResponse answer) {
    assertEquals(1, answer.metricDataResults().size());
    return answer.metricDataResults().getFirst();
  }

  private static MetricDataResult result(GetMetricDataResponse answer, String id) {
    return answer.metricDataResults().stream()
        .filter(result -> result.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
