package dev.frontdesk.sandbox.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.sandbox.traffic.Exchange;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** CloudWatch of the sandbox as the AWS CLI sees it: JSON 1.0 of late, before that query. */
class CloudWatchProtocolsTest {
  private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

  private final ControlPlaneFixture plane = new ControlPlaneFixture();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void ask() {
    var noon = plane.now.get();
    for (int i = 0; i < 3; i++) {
      plane.traffic.count(noon, new Exchange("GET", 200, i > 0, 0, 10));
    }
    plane.traffic.countOrigin(noon, Duration.ofMillis(40));
  }

  @AfterEach
  void close() {
    http.close();
    plane.close();
  }

  @Test
  void answersAFormInXml() throws Exception {
    var form = form("GetMetricData");
    form.putAll(query(1, "r", "Requests", "Sum"));
    form.putAll(query(2, "h", "CacheHitRate", "Average"));
    form.put("MetricDataQueries.member.2.Label", "a <hit> & more");
    var answer = post(form);
    assertEquals(200, answer.statusCode());
    var root = Xml.parse(answer.body());
    assertEquals("GetMetricDataResponse", root.name());
    assertTrue(answer.body().contains("xmlns=\"" + NAMESPACE + "\""));
    var result = root.child("GetMetricDataResult").orElseThrow();
    var series = result.child("MetricDataResults").orElseThrow().children();
    assertEquals(2, series.size());
    assertEquals(
        "<member><Id>r</Id><Label>Requests</Label>"
            + "<Timestamps><member>2026-05-04T12:00:00Z</member></Timestamps>"
            + "<Values><member>3.0</member></Values><StatusCode>Complete</StatusCode></member>",
        told(series.getFirst()));
    assertEquals("a <hit> & more", series.getLast().child("Label").orElseThrow().text());
    assertEquals(
        "<Messages><member><Code>FrontdeskSandboxStartedAt</Code>"
            + "<Value>2026-05-04T12:00:00.123456Z</Value></member></Messages>",
        told(result.child("Messages").orElseThrow()));
    assertTrue(root.child("ResponseMetadata").isPresent());
  }

  @Test
  void keepsMoreThanNineMembersOfAFormInOrder() throws Exception {
    var form = form("GetMetricData");
    for (int i = 1; i <= 12; i++) {
      form.putAll(query(i, "q" + i, "Requests", "Sum"));
    }
    var results =
        Xml.parse(post(form).body())
            .child("GetMetricDataResult")
            .flatMap(result -> result.child("MetricDataResults"))
            .orElseThrow();
    assertEquals(
        "q1 q2 q3 q4 q5 q6 q7 q8 q9 q10 q11 q12",
        results.children().stream()
            .map(result -> result.child("Id").orElseThrow().text())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void tellsPercentilesInXmlAsAMap() throws Exception {
    var form = form("GetMetricStatistics");
    form.putAll(metric("", "OriginLatency"));
    form.put("Period", "60");
    form.put("Statistics.member.1", "Average");
    form.put("ExtendedStatistics.member.1", "p90");
    var answer = post(form);
    assertTrue(
        answer
            .body()
            .contains(
                "<Average>40.0</Average><ExtendedStatistics><entry><key>p90</key>"
                    + "<value>40.0</value></entry></ExtendedStatistics><Unit>Milliseconds</Unit>"),
        answer.body());
  }

  @Test
  void tellsErrorsOfAForm() throws Exception {
    var form = form("GetMetricData");
    form.putAll(query(1, "r", "Requests", "Sum"));
    form.put("EndTime", "2026-05-04T10:00:00Z");
    assertError(post(form), 400, "ValidationError");
    form.put("EndTime", "soon");
    assertError(post(form), 400, "ValidationError");
    form.remove("EndTime");
    assertError(post(form), 400, "ValidationError");
    var list = form("ListMetrics");
    list.put("Dimensions.member.one.Name", "Region");
    assertError(post(list), 400, "MalformedQueryString");
    assertError(post(form("PutMetricData")), 404, "InvalidAction");
    var unsigned =
        http.send(
            HttpRequest.newBuilder(plane.server.address())
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form("ListMetrics"))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertError(unsigned, 403, "MissingAuthenticationToken");
  }

  @Test
  void answersJson() throws Exception {
    var answer =
        json(
            "GetMetricData",
            """
            {"StartTime": 1777896000, "EndTime": 1777899600.5, "MetricDataQueries": [
              {"Id": "r", "MetricStat": {"Period": 60, "Stat": "Sum", "Metric": {
                "Namespace": "AWS/CloudFront", "MetricName": "Requests", "Dimensions": [
                  {"Name": "Region", "Value": "Global"},
                  {"Name": "DistributionId", "Value": "%s"}]}}}]}
            """
                .formatted(plane.id));
    assertEquals(200, answer.statusCode());
    assertEquals(
        "application/x-amz-json-1.0", answer.headers().firstValue("Content-Type").orElseThrow());
    var result = new JsonMapper().readTree(answer.body()).path("MetricDataResults").path(0);
    assertEquals(1777896000L, result.path("Timestamps").path(0).asLong());
    assertEquals(3, result.path("Values").path(0).asDouble());
  }

  @Test
  void tellsErrorsInJsonWithTheCodesOfTheQueryProtocol() throws Exception {
    var wrong = json("GetMetricStatistics", "{}");
    assertEquals(400, wrong.statusCode());
    assertEquals(
        "MissingParameter;Sender", wrong.headers().firstValue("x-amzn-query-error").orElseThrow());
    var told = new JsonMapper().readTree(wrong.body());
    assertEquals("MissingRequiredParameterException", told.path("__type").asString());
    assertEquals("The parameter StartTime is required.", told.path("message").asString());
    assertTrue(json("GetMetricData", "[1").body().contains("SerializationException"));
    assertTrue(json("GetMetricData", "[1]").body().contains("SerializationException"));
    var unknown = json("ListDashboards", "{}");
    assertEquals(404, unknown.statusCode());
    assertTrue(unknown.body().contains("UnknownOperationException"), unknown.body());
  }

  private Map<String, String> form(String action) {
    var form = new LinkedHashMap<String, String>();
    form.put("Action", action);
    form.put("Version", "2010-08-01");
    form.put("StartTime", "2026-05-04T12:00:00Z");
    form.put("EndTime", "2026-05-04T13:00:00+00:00");
    return form;
  }

  private Map<String, String> query(int number, String id, String metric, String statistic) {
    var prefix = "MetricDataQueries.member." + number + ".";
    var query = new LinkedHashMap<>(metric(prefix + "MetricStat.Metric.", metric));
    query.put(prefix + "Id", id);
    query.put(prefix + "MetricStat.Period", "60");
    query.put(prefix + "MetricStat.Stat", statistic);
    return query;
  }

  private Map<String, String> metric(String prefix, String metric) {
    return Map.of(
        prefix + "Namespace", "AWS/CloudFront",
        prefix + "MetricName", metric,
        prefix + "Dimensions.member.1.Name", "DistributionId",
        prefix + "Dimensions.member.1.Value", plane.id,
        prefix + "Dimensions.member.2.Name", "Region",
        prefix + "Dimensions.member.2.Value", "Global");
  }

  private static String told(Xml xml) {
    var document = new String(xml.document(""), StandardCharsets.UTF_8);
    return document.substring(document.indexOf('\n') + 1).replace(" xmlns=\"\"", "");
  }

  private static void assertError(HttpResponse<String> answer, int status, String code) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("<Code>" + code + "</Code>"), answer.body());
    assertTrue(answer.body().contains("<Message>"), answer.body());
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> post(Map<String, String> form) throws Exception {
    return send(HttpRequest.newBuilder(plane.server.address()), encoded(form));
  }

  private HttpResponse<String> json(String operation, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(plane.server.address())
            .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation),
        body);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String body) throws Exception {
    var signed =
        request.header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=desk/20260504/us-east-1/monitoring/aws4_request,"
                + " SignedHeaders=host, Signature=0");
    return http.send(
        signed.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
