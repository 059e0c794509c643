package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code frontdesk cache} on the real sandbox. */
class CacheCommandTest {
  private static final List<String> FIGURES =
      List.of(
          "hitRatio",
          "requests",
          "errorRate4xx",
          "errorRate5xx",
          "originLatencyMs",
          "originLatencyP90Ms",
          "bytesDownloaded",
          "bytesUploaded");

  @TempDir static Path data;

  private static SandboxCommands commands;

  @BeforeAll
  static void readTenTimes() throws Exception {
    commands = new SandboxCommands(data, "");
    URI roster = URI.create(commands.sandbox().edgeUrl() + "/projects/atlas/members");
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 10; i++) {
        client.send(HttpRequest.newBuilder(roster).build(), BodyHandlers.discarding());
      }
    }
  }

  @AfterAll
  static void closeTheSandbox() {
    commands.close();
  }

  @Test
  void theDocumentHasTheFiguresAndTheirPeriods() {
    assertEquals(0, commands.run("cache", "--hours", "1", "--json"), commands.err());
    JsonNode document = commands.json();
    Instant from = Instant.parse(document.path("from").asString());
    Instant to = Instant.parse(document.path("to").asString());
    assertEquals(3600, to.getEpochSecond() - from.getEpochSecond());
    assertEquals(60, document.path("periodSeconds").asInt());
    assertTrue(document.path("requests").asLong() >= 10);
    double ratio = document.path("hitRatio").asDouble();
    assertTrue(ratio > 0 && ratio < 1, "of ten one went to the origin: " + ratio);
    assertTrue(document.path("errorRate5xx").isNumber());
    assertTrue(document.path("originLatencyMs").asDouble() > 0);
    for (String figure : FIGURES) {
      assertTrue(document.path(figure).isNumber(), figure);
      assertTrue(document.path("change").has(figure), figure);
    }
    assertEquals("on", document.path("additionalMetrics").asString());
    JsonNode series = document.path("series");
    assertEquals(60, series.size());
    assertEquals(from, Instant.parse(series.get(0).path("at").asString()));
    long told = 0;
    for (JsonNode point : series) {
      for (String figure : FIGURES) {
        assertTrue(point.has(figure), figure + " is null where nothing is known");
      }
      told += point.path("requests").asLong(0);
    }
    assertEquals(document.path("requests").asLong(), told);
  }

  @Test
  void theTableSaysWhoseFiguresTheyAre() {
    assertEquals(0, commands.run("cache"), commands.err());
    String out = commands.out();
    assertTrue(out.contains("The last 24 hours, by periods of 5 minutes:"), out);
    assertTrue(out.contains("The whole distribution, not one path or behaviour."), out);
    assertTrue(out.lines().anyMatch(line -> line.matches("Hit ratio +\\d+\\.\\d+ %.*")), out);
    for (String figure :
        List.of("Requests", "Bytes served", "Bytes taken in", "4xx errors", "5xx errors")) {
      assertTrue(out.lines().anyMatch(line -> line.matches(figure + " +\\d.*")), figure + out);
    }
    assertTrue(out.contains("The sandbox made up all before "), out);
  }

  @Test
  void hoursThatCloudWatchDoesNotKeepAreRefused() {
    for (String hours : new String[] {"0", "-1", "6000"}) {
      assertEquals(2, commands.run("cache", "--hours", hours));
      assertEquals(
          "--hours is a number from 1 to 5448, not " + hours + ".", commands.err().strip());
    }
  }
}
