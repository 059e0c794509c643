package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code frontdesk probe} on the real sandbox, over HTTP. */
class ProbeCommandTest {
  private static final long TTL = 86_400;

  @TempDir static Path data;

  private static SandboxCommands commands;

  @BeforeAll
  static void startTheSandbox() {
    commands = new SandboxCommands(data, "propagation=200ms");
  }

  @AfterAll
  static void closeTheSandbox() {
    commands.close();
  }

  @Test
  void whatTheEdgeHasJustReadIsFreshAndItsTtlCountsDown() throws Exception {
    String path = "/projects/borealis/members";
    JsonNode first = probe(0, path);
    assertEquals(path, first.path("path").asString());
    assertEquals("fresh", first.path("verdict").asString());
    assertEquals("same", first.path("reason").asString());
    assertEquals(200, first.path("edge").path("status").asInt());
    assertEquals(200, first.path("origin").path("status").asInt());
    assertTrue(first.path("edge").path("xCache").asString().startsWith("Miss"));
    assertFalse(first.path("edge").path("location").asString().isEmpty());
    assertEquals(TTL, first.path("ttlLeftSeconds").asLong());
    assertTrue(first.path("staleSince").isNull());
    assertTrue(first.path("differences").isEmpty());

    JsonNode later = first;
    Instant end = Instant.now().plusSeconds(20);
    while (later.path("edge").path("ageSeconds").asLong() < 1 && Instant.now().isBefore(end)) {
      later = probe(0, path);
    }
    long age = later.path("edge").path("ageSeconds").asLong();
    assertTrue(age >= 1, () -> "the answer never got a second old");
    assertEquals(TTL - age, later.path("ttlLeftSeconds").asLong());
    assertTrue(later.path("edge").path("xCache").asString().startsWith("Hit"));
  }

  /** Somebody writes to the API itself, and nothing purges what the edge keeps. */
  @Test
  void aWriteStraightToTheOriginLeavesTheEdgeStale() throws Exception {
    String path = "/projects/cedar/members";
    assertEquals("fresh", probe(0, path).path("verdict").asString());
    String member = renameAMember(path);

    JsonNode stale = probe(1, path);

    assertEquals("stale", stale.path("verdict").asString());
    assertEquals("differs", stale.path("reason").asString());
    Instant since = Instant.parse(stale.path("staleSince").asString());
    Instant at = Instant.parse(stale.path("at").asString());
    assertEquals(
        stale.path("edge").path("ageSeconds").asLong(),
        at.getEpochSecond() - since.getEpochSecond());
    assertTrue(
        stale
            .path("differences")
            .valueStream()
            .anyMatch(each ->
                each.path("path").asString().equals("members[id=" + member + "].name")
                    && each.path("origin").asString().equals("\"Somebody Else\"")),
        () -> "the member is not among " + stale.path("differences"));
    assertTrue(commands.err().contains("The edge keeps an answer from about "), commands.err());
    assertEquals(1, commands.err().strip().lines().count(), commands.err());

    assertEquals(1, commands.run("probe", path));
    assertTrue(commands.out().contains("members[id=" + member + "].name: "), commands.out());
    assertTrue(commands.out().contains("saw one edge location"), commands.out());
  }

  @Test
  void anAddressOfEitherSideIsThePathBehindIt() {
    String path = "/projects/atlas";
    var site = commands.connection().site();
    assertEquals(path, probe(0, site.edgeUrl() + path).path("path").asString());
    assertEquals(path, probe(0, site.originUrl() + path).path("path").asString());
  }

  @Test
  void bothSidesMissingIsTheSameAnswer() {
    JsonNode missing = probe(0, "/projects/nobody-has-this/members");
    assertEquals("same-error", missing.path("reason").asString());
    assertEquals(404, missing.path("edge").path("status").asInt());
  }

  @Test
  void wrongInputIsToldBeforeAnythingIsAsked() {
    assertEquals(2, commands.run("probe", "https://elsewhere.example/x"));
    assertTrue(commands.err().contains("elsewhere.example is a name of neither"), commands.err());
    assertEquals(2, commands.run("probe", "projects/atlas"));
    assertEquals(2, commands.run("probe", "/projects/*"));
    assertEquals(2, commands.run("probe", "#member-m1"));
    assertEquals(2, commands.run("probe", ""));
    assertEquals(2, commands.run("probe"));
    assertEquals(2, commands.run("probe", "/x", "--header", "Host: a"));
    assertEquals(2, commands.run("probe", "/x", "--header", "A: b\r\nC: d"));
    assertEquals(2, commands.run("probe", "/x", "--header", "s3cret-token"));
    assertFalse(commands.err().contains("s3cret"), commands.err());
  }

  private static JsonNode probe(int status, String path) {
    assertEquals(status, commands.run("probe", path, "--json"), commands.err());
    return commands.json();
  }

  /** Renames one, whose id is returned. */
  private static String renameAMember(String path) throws IOException, InterruptedException {
    URI address = URI.create(commands.connection().site().originUrl() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      var read =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      String id =
          read.body().replaceAll("(?s).*?\"members\".*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
      String changed =
          read.body().replaceFirst("\"name\"\\s*:\\s*\"[^\"]*\"", "\"name\":\"Somebody Else\"");
      assertNotEquals(read.body(), changed);
      var written =
          client.send(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", "application/json")
                  .PUT(HttpRequest.BodyPublishers.ofString(changed))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(2, written.statusCode() / 100, written.body());
      return id;
    }
  }
}
