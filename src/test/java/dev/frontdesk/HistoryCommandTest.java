package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.invalidation.CachePath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code frontdesk history} on the real sandbox: what Frontdesk did, and what somebody else. */
class HistoryCommandTest {
  private static final String FOREIGN = "/projects/foreign*";

  @TempDir static Path data;

  private static SandboxCommands commands;

  /** A publication, then a purge, then what a pipeline does. */
  @BeforeAll
  static void makeAHistory() {
    commands = new SandboxCommands(data, "propagation=200ms");
    String[] add = {
      "add", "atlas", "noor@acme.example", "--role", "viewer", "--reason", "=Joins, at last"
    };
    assertEquals(0, commands.run(add), commands.err());
    assertEquals(
        0, commands.run("purge", "/projects/atlas", "--reason", "Ticket 7"), commands.err());
    try (AwsConnection pipeline = AwsConnection.open(commands.connection())) {
      pipeline.invalidator().create("deployment-12", List.of(new CachePath(FOREIGN)));
    }
  }

  @AfterAll
  static void closeTheSandbox() {
    commands.close();
  }

  @Test
  void allThreeKindsAreThereNewestFirst() {
    assertEquals(0, commands.run("history", "--json"), commands.err());
    List<JsonNode> entries = commands.json().path("entries").valueStream().toList();
    assertEquals(
        List.of("foreign", "purge", "publication"),
        entries.stream().map(entry -> entry.path("kind").asString()).toList());
    JsonNode foreign = entries.get(0);
    assertEquals(
        List.of(FOREIGN), foreign.path("paths").valueStream().map(JsonNode::asString).toList());
    assertTrue(foreign.path("who").isNull() && foreign.path("reason").isNull());
    assertEquals(foreign.path("id"), foreign.path("invalidationId"));
    JsonNode purge = entries.get(1);
    assertEquals("Ticket 7", purge.path("reason").asString());
    assertEquals("fresh", purge.path("state").asString());
    assertTrue(purge.path("projectId").isNull());
    assertTrue(purge.path("durationMs").asLong() > 0);
    JsonNode publication = entries.get(2);
    assertEquals("atlas", publication.path("projectId").asString());
    assertTrue(publication.path("who").asString().startsWith("arn:aws:"));
  }

  @Test
  void theTableSaysThatNobodyKnowsWhoMadeAForeignOne() {
    assertEquals(0, commands.run("history"), commands.err());
    List<String> lines = commands.out().lines().toList();
    assertEquals(4, lines.size(), commands.out());
    assertTrue(lines.get(1).matches(".*foreign +/projects/foreign\\* +not known .*"), lines.get(1));
    assertTrue(lines.get(2).contains("/projects/atlas"), lines.get(2));
    assertTrue(lines.get(3).contains("Atlas"), lines.get(3));
  }

  @Test
  void theSheetIsSafeToOpen() {
    assertEquals(0, commands.run("history", "--csv"), commands.err());
    assertTrue(commands.out().startsWith("id,kind,at,who,"), commands.out());
    assertTrue(commands.out().contains("\"'=Joins, at last\""), commands.out());
  }

  @Test
  void limitAndBoundHold() {
    assertEquals(0, commands.run("history", "--limit", "1", "--json"), commands.err());
    assertEquals(1, commands.json().path("entries").size());
    assertEquals("foreign", commands.json().path("entries").path(0).path("kind").asString());
    assertEquals(0, commands.run("history", "--since", "2999-01-01"), commands.err());
    assertTrue(commands.out().startsWith("Nothing has been published or purged since"));
    assertEquals(2, commands.run("history", "--limit", "0"));
    assertEquals(2, commands.run("history", "--since", "tomorrow"));
  }
}
