package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code frontdesk purge} on the real sandbox: what a customer sees stale gets fresh. */
class PurgeCommandTest {
  @TempDir static Path data;

  private static SandboxCommands commands;

  private final HttpClient reader = HttpClient.newHttpClient();

  @BeforeAll
  static void openTheSandbox() {
    commands = new SandboxCommands(data, "propagation=1s");
  }

  @AfterAll
  static void closeTheSandbox() {
    commands.close();
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void whatACustomerSeesStaleIsPurgedByItsAddress() throws Exception {
    URI edge = staleAtTheEdge("atlas", "Amara, renamed");
    assertEquals(
        0,
        commands.run("purge", edge.toString(), "--reason", "Ticket 4711", "--json"),
        commands.err());
    JsonNode document = commands.json();
    assertEquals("fresh", document.path("state").asString());
    assertEquals(
        List.of("/projects/atlas/members", "/projects/atlas/members?*"),
        document.path("paths").valueStream().map(JsonNode::asString).toList());
    assertEquals(0, document.path("rejected").size());
    assertEquals(0.0, document.path("costUsd").asDouble(1));
    assertEquals("fresh", document.path("probe").path("verdict").asString());
    assertTrue(body(edge).contains("Amara, renamed"));
    JournalEntry entry = newest();
    assertEquals(entry.id(), document.path("purgeId").asString());
    assertEquals(entry.invalidationIds(), List.of(document.path("invalidationId").asString()));
    assertEquals(JournalEntry.Kind.PURGE, entry.about().kind());
    assertEquals("Ticket 4711", entry.about().reason());
    assertTrue(entry.about().who().startsWith("arn:aws:"), entry.about()::who);
  }

  @Test
  void eachStepIsToldAsItComes() {
    assertEquals(0, commands.run("purge", "/projects/borealis", "--reason", "R"), commands.err());
    String out = commands.out();
    assertTrue(out.startsWith("1 path is sent to CloudFront:"), out);
    assertTrue(out.contains("Left of the quota now:"), out);
    assertTrue(out.contains("Nothing is billed in the sandbox.") && !out.contains("USD"), out);
    assertTrue(out.contains("It hits the behaviour"), out);
    for (State state : List.of(State.SAVED, State.SUBMITTED, State.COMPLETED, State.FRESH)) {
      assertTrue(out.lines().anyMatch(line -> line.startsWith(state.word() + " at ")), out);
    }
    assertEquals("", commands.err());
  }

  @Test
  void aWildcardEndsCompletedAndTheReasonIsSaid() {
    assertEquals(
        0, commands.run("purge", "/projects/fjord*", "--reason", "R", "--json"), commands.err());
    assertEquals("completed", commands.json().path("state").asString());
    assertEquals(1, commands.json().path("wildcards").asInt());
    assertTrue(commands.json().path("probe").isNull());
    assertTrue(
        commands.err().startsWith("Completed is the end: /projects/fjord* stands for more"),
        commands.err());
  }

  @Test
  void oneWrongInputSendsNothing() {
    int before = entries();
    String[] purge = {
      "purge", "/projects/atlas", "projects/atlas", "https://example.com/x", "--reason", "R"
    };
    assertEquals(2, commands.run(purge));
    assertEquals("", commands.out());
    assertEquals(2, commands.err().lines().count(), commands.err());
    assertTrue(commands.err().contains("(did you mean /projects/atlas ?)"), commands.err());

    String[] json = java.util.Arrays.copyOf(purge, purge.length + 1);
    json[purge.length] = "--json";
    assertEquals(2, commands.run(json));
    assertEquals(2, commands.err().lines().count(), commands.err());
    JsonNode document = commands.json();
    assertEquals(
        List.of("projects/atlas", "https://example.com/x"),
        document.path("rejected").valueStream().map(r -> r.path("input").asString()).toList());
    assertTrue(document.path("purgeId").isNull() && document.path("state").isNull());
    assertEquals(0, document.path("paths").size());
    assertEquals(before, entries());
  }

  @Test
  void withoutAReasonNothingIsSent() {
    int before = entries();
    assertEquals(2, commands.run("purge", "/projects/atlas"));
    assertEquals(1, commands.err().lines().count(), commands.err());
    assertEquals(2, commands.run("purge", "--reason", "R"));
    assertEquals(before, entries());
  }

  @Test
  void aDryRunTellsThePlanAndSendsNothing() {
    int before = entries();
    String[] purge = {
      "purge", "/projects/atlas/members", "/projects/atlas*", "/projects/atlas*", "--dry-run"
    };
    assertEquals(0, commands.run(purge), commands.err());
    assertTrue(
        commands.out().contains("/projects/atlas/members is not sent: /projects/atlas* does"),
        commands.out());
    String[] json = java.util.Arrays.copyOf(purge, purge.length + 1);
    json[purge.length] = "--json";
    assertEquals(0, commands.run(json), commands.err());
    JsonNode document = commands.json();
    assertEquals("/projects/atlas*", document.path("paths").path(0).asString());
    assertEquals(1, document.path("paths").size());
    JsonNode plan = document.path("plan");
    assertEquals(2, plan.path("redundant").size());
    assertEquals("/projects/atlas*", plan.path("redundant").path(0).path("by").asString());
    assertEquals(0.005, plan.path("costAtMostUsd").asDouble());
    assertTrue(plan.path("behaviours").size() >= 1, commands.out());
    assertTrue(document.path("purgeId").isNull());
    assertEquals(before, entries());
  }

  @Test
  void emptyingTheCacheTakesAWordMore() {
    int before = entries();
    assertEquals(2, commands.run("purge", "/*", "--reason", "R", "--json"));
    assertTrue(commands.err().contains("--everything"), commands.err());
    assertEquals("/*", commands.json().path("rejected").path(0).path("input").asString());
    assertEquals(before, entries());
    assertEquals(0, commands.run("purge", "/*", "--dry-run"), commands.err());
    assertTrue(commands.err().contains("empties the whole cache"), commands.err());
    assertEquals(before, entries());
    assertEquals(
        0, commands.run("purge", "/*", "--reason", "R", "--everything", "--json"), commands.err());
    assertEquals("completed", commands.json().path("state").asString());
  }

  @Test
  void aTagIsPurgedAndItsPathsBesideAreProved() throws Exception {
    URI edge = staleAtTheEdge("helios", "Bela, renamed");
    assertEquals(
        0,
        commands.run("purge", "#project-helios", "/projects/kestrel", "--reason", "R"),
        commands.err());
    assertTrue(commands.err().contains("#project-helios stands for more"), commands.err());
    assertTrue(commands.err().contains("The one path beside is proved."), commands.err());
    assertTrue(body(edge).contains("Bela, renamed"));
  }

  /** A roster at the edge as it was before the members API changed it, which purges nothing. */
  private URI staleAtTheEdge(String project, String name) throws Exception {
    String path = "/projects/" + project + "/members";
    URI edge = URI.create(commands.sandbox().edgeUrl() + path);
    URI origin = URI.create(commands.sandbox().originUrl() + path);
    body(edge);
    ObjectNode roster = (ObjectNode) JsonMapper.shared().readTree(body(origin));
    ((ObjectNode) roster.path("members").path(0)).put("name", name);
    HttpRequest put =
        HttpRequest.newBuilder(origin)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(roster.toString()))
            .build();
    assertEquals(2, reader.send(put, BodyHandlers.discarding()).statusCode() / 100);
    assertTrue(body(origin).contains(name));
    assertFalse(body(edge).contains(name), "the edge is to be stale");
    return edge;
  }

  private String body(URI address) throws IOException, InterruptedException {
    return reader.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }

  private static JournalEntry newest() {
    try (Session session = commands.open()) {
      return session.journal().newest(null, 1).getFirst();
    }
  }

  private static int entries() {
    try (Session session = commands.open()) {
      return session.journal().newest(null, 1_000).size();
    }
  }
}
