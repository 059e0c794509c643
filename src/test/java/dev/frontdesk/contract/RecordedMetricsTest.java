package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Answers of CloudWatch in the shapes of its API Reference ("GetMetricData") over the SDK's own
 * protocol: what the sandbox, which has all it is asked for at hand, never answers.
 */
class RecordedMetricsTest {
  private static final CBORMapper CBOR = new CBORMapper();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:30Z");
  private static final MetricsWindow HOUR = MetricsWindow.ending(NOW, Duration.ofHours(1));

  private static final String ENABLED =
      """
      <MonitoringSubscription xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
      <RealtimeMetricsSubscriptionConfig>
      <RealtimeMetricsSubscriptionStatus>%s</RealtimeMetricsSubscriptionStatus>
      </RealtimeMetricsSubscriptionConfig></MonitoringSubscription>
      """;

  private static final String ERROR =
      """
      <ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error>
      <Type>Sender</Type><Code>%s</Code><Message>No.</Message></Error>
      <RequestId>r-1</RequestId></ErrorResponse>
      """;

  /** A status and a body. */
  private record Told(int status, String body) {}

  /** What the next questions for metrics are answered with, one each, as JSON. */
  private final Deque<Told> pages = new ArrayDeque<>();

  private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private Told subscription = new Told(200, ENABLED.formatted("Enabled"));
  private int subscriptionsAsked;
  private HttpServer server;
  private AwsConnection connection;

  @BeforeEach
  void start() throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext("/service/", this::metrics);
    server.createContext(
        "/2020-05-31/distributions/E1/monitoring-subscription",
        exchange -> {
          subscriptionsAsked++;
          exchange.getResponseHeaders().set("Content-Type", "text/xml");
          send(exchange, subscription.status, subscription.body.getBytes(StandardCharsets.UTF_8));
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    connection = AwsConnection.open(Connections.cloudfront(address, "E1"));
  }

  @AfterEach
  void stop() {
    connection.close();
    server.stop(0);
  }

  private void metrics(HttpExchange exchange) throws IOException {
    questions.add(CBOR.readTree(exchange.getRequestBody().readAllBytes()));
    signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
    Told told = pages.remove();
    exchange.getResponseHeaders().set("Content-Type", "application/cbor");
    exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
    send(exchange, told.status, CBOR.writeValueAsBytes(JSON.readTree(told.body)));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void page(String json) {
    pages.add(new Told(200, json));
  }

  private MetricsReading read() {
    return connection.metrics().read(HOUR);
  }

  private static long second(int period) {
    return HOUR.start(period).getEpochSecond();
  }

  private static Map<Instant, Double> points(MetricsReading reading, Metric metric) {
    return reading.series(metric).points();
  }

  @Test
  void asksOnceForEverythingAndForTheWindowBefore() {
    page("{\"MetricDataResults\":[],\"Messages\":[]}");

    MetricsReading reading = read();

    assertEquals(1, questions.size());
    JsonNode question = questions.getFirst();
    assertEquals(
        HOUR.before().from().getEpochSecond(),
        (long) question.get("StartTime").asDouble(),
        "as long again");
    assertEquals(HOUR.to().getEpochSecond(), (long) question.get("EndTime").asDouble());
    var asked = new TreeSet<String>();
    question
        .get("MetricDataQueries")
        .forEach(query -> {
          JsonNode stat = query.get("MetricStat");
          assertEquals(60, stat.get("Period").asInt());
          assertEquals("AWS/CloudFront", stat.get("Metric").get("Namespace").asString());
          var dimensions = new TreeMap<String, String>();
          stat.get("Metric")
              .get("Dimensions")
              .forEach(
                  one -> dimensions.put(one.get("Name").asString(), one.get("Value").asString()));
          assertEquals(Map.of("DistributionId", "E1", "Region", "Global"), dimensions);
          asked.add(
              stat.get("Metric").get("MetricName").asString() + " " + stat.get("Stat").asString());
        });
    assertEquals(
        new TreeSet<>(
            List.of(
                "4xxErrorRate Average",
                "5xxErrorRate Average",
                "BytesDownloaded Sum",
                "BytesUploaded Sum",
                "CacheHitRate Average",
                "OriginLatency p50",
                "OriginLatency p90",
                "Requests Sum")),
        asked);
    assertTrue(
        signatures.getFirst().contains("/us-east-1/monitoring/"),
        "CloudFront's metrics are there alone: " + signatures.getFirst());
    assertEquals(8, reading.metricsAsked());
    assertEquals("0.00008", reading.costUsd().toPlainString());
    for (Metric metric : Metric.values()) {
      assertTrue(reading.series(metric).isEmpty(), "no data is not zero: " + metric);
    }
  }

  /** Newest first, the numbers in any form that CBOR has for them, shares in percent. */
  @Test
  void putsPagesTogetherAndPassesOverWhatIsNotThere() {
    page(
        """
        {"MetricDataResults":[
          {"Id":"requests","Label":"Requests","StatusCode":"PartialData",
           "Timestamps":[%d,%d.0],"Values":[7,3.0]},
          {"Id":"hit_ratio","Label":"CacheHitRate","StatusCode":"Complete",
           "Timestamps":[%d],"Values":[87.5]}],
         "NextToken":"more","Messages":[]}
        """
            .formatted(second(59), second(57), second(59)));
    page(
        """
        {"MetricDataResults":[
          {"Id":"requests","Label":"Requests","StatusCode":"Complete",
           "Timestamps":[%d],"Values":[2]}]}
        """
            .formatted(second(-3)));

    MetricsReading reading = read();

    assertEquals(
        Map.of(HOUR.start(59), 7.0, HOUR.start(57), 3.0, HOUR.start(-3), 2.0),
        points(reading, Metric.REQUESTS));
    assertEquals(Map.of(HOUR.start(59), 0.875), points(reading, Metric.HIT_RATIO));
    assertEquals(Map.of(), points(reading, Metric.SERVER_ERRORS));
    assertEquals(List.of(), reading.gaps(), "the second page completed it");
    assertEquals("more", questions.get(1).get("NextToken").asString());
    assertEquals(16, reading.metricsAsked(), "each page is a question that is paid for");
  }

  @Test
  void findsItsOwnAmongHundreds() {
    for (int page = 0; page < 5; page++) {
      var results = new StringBuilder();
      for (int i = 0; i < 100; i++) {
        boolean own = i == 40 + page;
        results.append(
            "%s{\"Id\":\"%s\",\"StatusCode\":\"Complete\",\"Timestamps\":[%d],\"Values\":[%d]}"
                .formatted(
                    i == 0 ? "" : ",", own ? "requests" : "other" + page + i, second(page), page));
      }
      page(
          "{\"MetricDataResults\":[%s]%s}"
              .formatted(results, page < 4 ? ",\"NextToken\":\"t" + page + "\"" : ""));
    }

    MetricsReading reading = read();

    assertEquals(
        Map.of(
            HOUR.start(0),
            0.0,
            HOUR.start(1),
            1.0,
            HOUR.start(2),
            2.0,
            HOUR.start(3),
            3.0,
            HOUR.start(4),
            4.0),
        points(reading, Metric.REQUESTS));
    assertEquals(5, questions.size());
  }

  @Test
  void tellsWhatCloudWatchDidNotGive() {
    page(
        """
        {"MetricDataResults":[
          {"Id":"requests","StatusCode":"PartialData","Timestamps":[%d],"Values":[1]},
          {"Id":"client_errors","StatusCode":"InternalError","Timestamps":[],"Values":[]},
          {"Id":"hit_ratio","StatusCode":"Complete","Timestamps":[],"Values":[],
           "Messages":[{"Code":"ArchivedMetrics","Value":"some are archived"}]}],
         "Messages":[{"Code":"MaxMetricsExceeded","Value":"too many"}]}
        """
            .formatted(second(0)));

    MetricsReading reading = read();

    assertEquals(Map.of(HOUR.start(0), 1.0), points(reading, Metric.REQUESTS));
    assertEquals(
        List.of(
            "MaxMetricsExceeded: too many",
            "CacheHitRate: ArchivedMetrics: some are archived",
            "Requests: PartialData",
            "4xxErrorRate: InternalError"),
        reading.gaps());
  }

  @Test
  void anEndlessAnswerEnds() {
    for (int i = 0; i < 101; i++) {
      page("{\"MetricDataResults\":[],\"NextToken\":\"again\"}");
    }

    assertEquals(List.of("not all pages were read"), read().gaps());
    assertEquals(100, questions.size());
  }

  /** What was measured before is there still; and whoever turns it on is told at once. */
  @Test
  void asksForAllOfItWhereItIsTurnedOffAndSeesWhenItIsTurnedOn() {
    for (int i = 0; i < 4; i++) {
      page("{\"MetricDataResults\":[]}");
    }
    subscription = new Told(404, ERROR.formatted("NoSuchMonitoringSubscription"));
    assertEquals(Additional.OFF, read().additional());
    subscription = new Told(200, ENABLED.formatted("Disabled"));
    assertEquals(Additional.OFF, read().additional());
    subscription = new Told(200, ENABLED.formatted("Enabled"));
    assertEquals(Additional.ON, read().additional());
    read();
    assertEquals(3, subscriptionsAsked, "that it is on is remembered");
    questions.forEach(question -> assertEquals(8, question.get("MetricDataQueries").size()));
  }

  @Test
  void withoutThePermissionItIsNotKnownAndAllIsAsked() {
    subscription = new Told(403, ERROR.formatted("AccessDenied"));
    page("{\"MetricDataResults\":[]}");

    assertEquals(Additional.NOT_KNOWN, read().additional());
    assertEquals(8, questions.getFirst().get("MetricDataQueries").size());
  }

  @Test
  void missesAnUnknownDistribution() {
    subscription = new Told(404, ERROR.formatted("NoSuchDistribution"));

    assertInstanceOf(
        Problem.Missing.class, assertThrows(ProblemException.class, this::read).problem());
  }

  @Test
  void saysThatItIsDenied() {
    pages.add(new Told(403, "{\"__type\":\"AccessDeniedException\",\"message\":\"not you\"}"));

    var denied =
        assertInstanceOf(
            Problem.Denied.class, assertThrows(ProblemException.class, this::read).problem());
    assertEquals("cloudwatch:GetMetricData", denied.action());
  }
}
