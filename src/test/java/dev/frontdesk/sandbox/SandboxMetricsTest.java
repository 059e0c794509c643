package dev.frontdesk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** What is asked at the edge of a whole sandbox, as CloudWatch tells of it. */
class SandboxMetricsTest {
  private static final Instant START = Instant.parse("2026-05-04T13:40:29Z");
  private static final String MEMBERS = "/projects/atlas/members";

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @Test
  void tellsEachRequestOfTheMinuteInWhichItCame() {
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT, now::get);
        var clients = new SandboxClients(sandbox.addresses())) {
      int bytes = clients.atEdge(MEMBERS).body().getBytes(UTF_8).length;
      for (int i = 0; i < 6; i++) {
        clients.atEdge(MEMBERS);
      }
      now.set(START.plusSeconds(60));
      clients.atEdge("/projects/nobody/members");
      var minutes =
          List.of(Instant.parse("2026-05-04T13:40:00Z"), Instant.parse("2026-05-04T13:41:00Z"));
      var requests = series(sandbox, "Requests", "Sum", minutes.getFirst());
      assertEquals(minutes, requests.timestamps());
      assertEquals(List.of(7.0, 1.0), requests.values());
      assertEquals(
          7.0 * bytes,
          series(sandbox, "BytesDownloaded", "Sum", minutes.getFirst()).values().getFirst());
      assertEquals(
          List.of(600.0 / 7),
          series(sandbox, "CacheHitRate", "Average", minutes.getFirst()).values());
      assertEquals(
          List.of(0.0, 100.0),
          series(sandbox, "4xxErrorRate", "Average", minutes.getFirst()).values());
      assertEquals(
          List.of(1.0, 1.0),
          series(sandbox, "OriginLatency", "SampleCount", minutes.getFirst()).values());
    }
  }

  @Test
  void hasMadeUpTheDayBefore() {
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT, now::get)) {
      var before = series(sandbox, "Requests", "Sum", START.minus(Duration.ofDays(2)));
      assertEquals(24 * 60, before.timestamps().size());
      assertEquals(Instant.parse("2026-05-04T13:39:00Z"), before.timestamps().getLast());
      var again = series(sandbox, "Requests", "Sum", START.minus(Duration.ofDays(2)));
      assertEquals(before.values(), again.values(), "made up once");
    }
  }

  @Test
  void isReadBySimulatedReadersWhereTheyAreWanted() {
    var options = new SandboxOptions(null, 0, SandboxFaults.parse("readers=200/s,seed=3"));
    try (var sandbox = Sandbox.start(options, now::get)) {
      SandboxClients.await(
          () -> series(sandbox, "Requests", "Sum", START).values().stream().anyMatch(n -> n > 50));
      assertTrue(series(sandbox, "CacheHitRate", "Average", START).values().getFirst() > 10);
    }
  }

  private MetricDataResult series(Sandbox sandbox, String metric, String statistic, Instant from) {
    var addresses = sandbox.addresses();
    try (var cloudWatch =
        CloudWatchClient.builder()
            .endpointOverride(addresses.endpoints().cloudwatch())
            .region(Region.US_EAST_1)
            .credentialsProvider(SandboxClients.CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      var query = query(addresses.distributionId(), metric, statistic);
      return cloudWatch
          .getMetricData(r ->
              r.startTime(from)
                  .endTime(START.plus(Duration.ofHours(1)))
                  .scanBy("TimestampAscending")
                  .metricDataQueries(query))
          .metricDataResults()
          .getFirst();
    }
  }

  private static MetricDataQuery query(String distribution, String metric, String statistic) {
    return MetricDataQuery.builder()
        .id("q")
        .metricStat(s ->
            s.period(60)
                .stat(statistic)
                .metric(m ->
                    m.namespace("AWS/CloudFront")
                        .metricName(metric)
                        .dimensions(
                            dimension("Region", "Global"),
                            dimension("DistributionId", distribution))))
        .build();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }
}
