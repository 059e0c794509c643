package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.caching.CacheFigures;
import dev.frontdesk.caching.CacheMetrics;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.PurgeEffect;
import dev.frontdesk.fakes.FakeMetrics;
import dev.frontdesk.sandbox.Sandbox;
import dev.frontdesk.sandbox.SandboxOptions;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.json.ConnectionsFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CacheMetrics} promises, on the fake and on whatever answers as CloudWatch. */
class MetricsContractTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 24, 7 * 24, 30 * 24})
  void readsWhatWasAskedForAndNothingElse(int hours) throws Exception {
    MetricsWindow window = MetricsWindow.ending(Instant.now(), Duration.ofHours(hours));
    check(window, new FakeMetrics());
    String foreign = System.getProperty("frontdesk.contract.cloudwatch");
    if (foreign != null) {
      String distribution = System.getProperty("frontdesk.contract.distribution", "none");
      try (var aws =
          AwsConnection.open(Connections.cloudfront(URI.create(foreign), distribution))) {
        check(window, aws.metrics());
      }
      return;
    }
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT);
        var aws = AwsConnection.open(connection(sandbox))) {
      get(sandbox, "/projects/atlas/members");
      MetricsReading reading = check(window, aws.metrics());
      assertTrue(
          CacheFigures.of(reading, Instant.now()).of(Metric.REQUESTS).value().orElse(0) >= 1);
      assertEquals(List.of(), reading.gaps());
    }
  }

  private static MetricsReading check(MetricsWindow window, CacheMetrics metrics) {
    MetricsReading reading = metrics.read(window);
    assertEquals(window, reading.window());
    assertTrue(reading.metricsAsked() > 0);
    reading
        .series()
        .forEach((metric, series) ->
            series
                .points()
                .forEach((at, value) -> {
                  assertTrue(!at.isBefore(window.before().from()) && at.isBefore(window.to()));
                  assertEquals(0, at.getEpochSecond() % window.period().toSeconds(), "aligned");
                  assertTrue(value >= 0, () -> metric + " " + value);
                  boolean share =
                      switch (metric) {
                        case HIT_RATIO, CLIENT_ERRORS, SERVER_ERRORS -> true;
                        default -> false;
                      };
                  assertTrue(!share || value <= 1, () -> metric + " " + value);
                }));
    return reading;
  }

  /** Before it started the sandbox makes up readers of its own; since then each request counts. */
  @Test
  void countsEachRequestInItsMinute() throws Exception {
    var clock = new AtomicReference<>(Instant.parse("2026-04-01T12:00:10Z"));
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT, clock::get);
        var aws = AwsConnection.open(connection(sandbox))) {
      clock.set(Instant.parse("2026-04-01T12:01:10Z"));
      for (int i = 0; i < 4; i++) {
        get(sandbox, "/projects/atlas/members");
      }
      clock.set(Instant.parse("2026-04-01T12:03:10Z"));
      get(sandbox, "/projects/nobody/members");

      MetricsReading reading =
          aws.metrics().read(MetricsWindow.ending(clock.get(), Duration.ofHours(1)));

      Instant minute = Instant.parse("2026-04-01T12:01:00Z");
      assertEquals(Additional.ON, reading.additional());
      assertEquals(4, reading.series(Metric.REQUESTS).at(minute).orElseThrow());
      assertEquals(0.75, reading.series(Metric.HIT_RATIO).at(minute).orElseThrow());
      assertEquals(0, reading.series(Metric.CLIENT_ERRORS).at(minute).orElseThrow());
      assertTrue(reading.series(Metric.BYTES_DOWNLOADED).at(minute).orElseThrow() > 1000);
      Instant after = minute.plusSeconds(60);
      assertTrue(reading.series(Metric.REQUESTS).at(after).isEmpty(), "nobody asked: no point");
      Instant wrong = minute.plusSeconds(120);
      assertEquals(1, reading.series(Metric.CLIENT_ERRORS).at(wrong).orElseThrow());
      assertTrue(reading.series(Metric.HIT_RATIO).at(wrong).isEmpty(), "errors do not count in it");
      Instant madeUp = Objects.requireNonNull(reading.madeUpBefore());
      assertEquals(Instant.parse("2026-04-01T12:00:10Z"), madeUp);
    }
  }

  /** As the Cache page asks for what one purge did: by the minute, of its hours alone. */
  @Test
  void tellsWhatFollowedAnInstant() throws Exception {
    Instant now = Instant.parse("2026-04-01T12:00:10Z");
    Instant at = Instant.parse("2026-04-01T00:00:00Z");
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT, () -> now);
        var aws = AwsConnection.open(connection(sandbox))) {
      MetricsWindow around = PurgeEffect.around(at, at, now).orElseThrow();
      MetricsReading reading = check(around, aws.metrics());
      assertEquals(Duration.ofMinutes(1), around.period());
      assertEquals(Metric.values().length, reading.metricsAsked());
      PurgeEffect effect = PurgeEffect.of(reading, at, now).orElseThrow();
      assertTrue(effect.over());
      assertTrue(effect.before() > 0.5 && effect.before() < 1, effect::toString);
      assertTrue(effect.latencyBefore().isPresent(), effect::toString);
    }
  }

  private static Connection connection(Sandbox sandbox) {
    return ConnectionsFile.read(Path.of(sandbox.addresses().config())).getFirst();
  }

  private static void get(Sandbox sandbox, String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(URI.create(sandbox.addresses().edgeUrl() + path)).build(),
          BodyHandlers.discarding());
    }
  }
}
