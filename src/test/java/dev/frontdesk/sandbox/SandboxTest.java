package dev.frontdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole system, over HTTP. */
class SandboxTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MEMBERS = "/projects/kestrel/members";

  private static final SandboxFaults QUICK =
      new SandboxFaults(Duration.ofMillis(300), Duration.ofDays(1));

  @TempDir Path folder;

  @Test
  void aChangeMadeByTheApiIsStaleAtTheEdgeUntilItIsInvalidated() {
    try (var sandbox = Sandbox.start(new SandboxOptions(null, 0, QUICK));
        var clients = new SandboxClients(sandbox.addresses())) {
      var first = clients.atEdge(MEMBERS);
      assertEquals(200, first.statusCode());
      assertEquals("Miss from cloudfront", xCache(first));
      var second = clients.atEdge(MEMBERS);
      assertEquals("Hit from cloudfront", xCache(second));
      assertEquals(first.body(), second.body());

      var roster = (ObjectNode) JSON.readTree(first.body());
      roster
          .withArray("members")
          .addObject()
          .put("email", "new.hire@acme.example")
          .put("name", "New Hire")
          .put("role", "viewer");
      var put = clients.putAtOrigin(MEMBERS, roster.toString());
      assertTrue(put.statusCode() == 200 || put.statusCode() == 204, put.body());
      var stale = clients.atEdge(MEMBERS);
      assertEquals("Hit from cloudfront", xCache(stale));
      assertEquals(first.body(), stale.body());

      var invalidation = clients.invalidate("publish", MEMBERS);
      clients.awaitCompleted(invalidation);
      var fresh = clients.atEdge(MEMBERS);
      assertEquals("Miss from cloudfront", xCache(fresh));
      assertTrue(fresh.body().contains("new.hire@acme.example"), fresh.body());
    }
  }

  @Test
  void completedIsNeverSeenBeforeTheEdgeIsFresh() {
    var faults = new SandboxFaults(Duration.ofMillis(20), Duration.ofDays(1));
    try (var sandbox = Sandbox.start(new SandboxOptions(null, 0, faults));
        var clients = new SandboxClients(sandbox.addresses())) {
      for (int i = 0; i < 20; i++) {
        clients.atEdge(MEMBERS);
        clients.awaitCompleted(clients.invalidate("r" + i, MEMBERS));
        assertEquals("Miss from cloudfront", xCache(clients.atEdge(MEMBERS)));
      }
    }
  }

  @Test
  void bringsACompanyOfTwelveProjects() {
    var faults = new SandboxFaults(Duration.ZERO, Duration.ofHours(1));
    try (var sandbox = Sandbox.start(new SandboxOptions(null, 0, faults));
        var clients = new SandboxClients(sandbox.addresses())) {
      var projects = JSON.readTree(clients.atEdge("/projects").body()).path("projects");
      assertEquals(
          "Atlas 24, Borealis 8, Cedar 312, Delta Migration 3, Édition Lyon 17, Fjord 41,"
              + " Helios 128, Kestrel 6, Platform 2004, Zürich Ops 11, 北京办公室 56, 大阪ラボ 19",
          String.join(
              ", ",
              stream(projects)
                  .map(p -> p.path("name").asString() + " " + roster(clients, p).size())
                  .sorted(Collator.getInstance(Locale.FRENCH))
                  .toList()));
      var members = stream(projects).flatMap(p -> stream(roster(clients, p))).toList();
      assertEquals(2_629, members.size());
      assertTrue(
          members.stream()
              .allMatch(m -> m.path("email").asString().matches("[a-z0-9.]+@[a-z]+\\.example")));
      var people = members.stream().map(m -> m.path("id").asString()).distinct().count();
      var emails = members.stream().map(m -> m.path("email").asString()).distinct().count();
      assertEquals(people, emails);
      for (var project : projects) {
        assertTrue(
            stream(roster(clients, project))
                .anyMatch(m -> m.path("role").asString().equals("owner")),
            project.toString());
      }

      var atlas = clients.atEdge("/projects/atlas/members");
      assertEquals(42, JSON.readTree(atlas.body()).path("version").asInt());
      assertTrue(atlas.body().contains("Łukasz Wójcik"), atlas.body());
      assertFalse(atlas.body().contains("李思远"), atlas.body());
      assertTrue(clients.atEdge("/projects/beijing-office/members").body().contains("李思远"));
      assertTrue(
          atlas.headers().firstValue("Cache-Control").orElseThrow().contains("s-maxage=3600"));
      assertTrue(clients.atEdge("/members/m2041/projects").body().contains("北京办公室"));
    }
  }

  private static JsonNode roster(SandboxClients clients, JsonNode project) {
    var id = project.path("id").asString();
    return JSON.readTree(clients.atEdge("/projects/" + id + "/members").body()).path("members");
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return array.valueStream();
  }

  @Test
  void keepsTablesAndInvalidationsInItsFolder() throws IOException {
    var options =
        new SandboxOptions(folder, 0, new SandboxFaults(Duration.ofHours(1), QUICK.ttl()));
    SandboxAddresses before;
    String invalidation;
    try (var sandbox = Sandbox.start(options);
        var clients = new SandboxClients(sandbox.addresses())) {
      before = sandbox.addresses();
      invalidation = clients.invalidate("kept", MEMBERS);
      var put =
          clients.putAtOrigin(
              MEMBERS,
              "{\"members\":[{\"email\":\"last@acme.example\",\"name\":\"L\",\"role\":\"owner\"}]}");
      assertTrue(put.statusCode() < 300, put.body());
    }
    try (var sandbox = Sandbox.start(options);
        var clients = new SandboxClients(sandbox.addresses())) {
      assertEquals(before.distributionId(), sandbox.addresses().distributionId());
      assertEquals("InProgress", clients.status(invalidation));
      assertEquals(invalidation, clients.invalidate("kept", MEMBERS));
      var roster = clients.atEdge(MEMBERS);
      assertEquals("Miss from cloudfront", xCache(roster));
      assertTrue(roster.body().contains("last@acme.example"), roster.body());
      assertEquals(List.of("app", "frontdesk-journal"), clients.dynamoDb.listTables().tableNames());
    }
    // The sandbox's own files, and nothing that it should have taken away.
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("connections.json", "control.mv", "tables.mv"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void theJournalHasASparseIndexOfWhatIsOpen() {
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT);
        var clients = new SandboxClients(sandbox.addresses())) {
      var table =
          clients
              .dynamoDb
              .describeTable(r -> r.tableName(sandbox.addresses().journalTable()))
              .table();
      var index = table.globalSecondaryIndexes().getFirst();
      assertEquals("open", index.indexName());
      assertEquals(
          List.of("open", "sk"), index.keySchema().stream().map(k -> k.attributeName()).toList());
    }
  }

  @Test
  void leavesAConnectionsFileThatReachesIt() throws IOException {
    Path config;
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT)) {
      config = Path.of(sandbox.addresses().config());
      var connection = JSON.readTree(Files.readString(config)).path("connections").path(0);
      var addresses = JSON.valueToTree(sandbox.addresses());
      for (var same : List.of("distributionId", "edgeUrl", "originUrl", "endpoints")) {
        assertEquals(addresses.path(same), connection.path(same));
      }
      assertEquals("sandbox", connection.path("accessKeyId").asString());
      assertEquals("by-kind", connection.at("/members/projectsIndex/index").asString());
      assertEquals("app", connection.at("/members/table").asString());
      assertEquals("frontdesk-journal", connection.at("/journal/table").asString());
      assertEquals(2, connection.path("routes").size());
    }
    assertFalse(Files.exists(config.getParent()), "the temporary folder is left");
  }

  @Test
  void itsAddressesAreTheFirstLinePrinted() {
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT)) {
      var json = JSON.valueToTree(sandbox.addresses());
      assertEquals(
          List.of(
              "edgeUrl",
              "originUrl",
              "endpoints",
              "distributionId",
              "membersTable",
              "journalTable",
              "config"),
          List.copyOf(json.propertyNames()));
      assertEquals(
          List.of("cloudfront", "cloudwatch", "dynamodb", "sts"),
          List.copyOf(json.path("endpoints").propertyNames()));
    }
  }

  @Test
  void takesFourPortsInARowAndFreesThem() throws IOException {
    int base = freePorts();
    var options = new SandboxOptions(null, base, QUICK);
    try (var sandbox = Sandbox.start(options)) {
      var addresses = sandbox.addresses();
      assertEquals(
          List.of(base, base + 1, base + 2, base + 3),
          Stream.of(
                  addresses.edgeUrl(),
                  addresses.originUrl(),
                  addresses.endpoints().cloudfront(),
                  addresses.endpoints().dynamodb())
              .map(URI::getPort)
              .toList());
    }
    for (int port = base; port < base + 4; port++) {
      int closed = port;
      assertThrows(ConnectException.class, () -> new Socket(loopback(), closed).close());
    }
  }

  @Test
  void aPortThatIsTakenIsNamedAndNothingStaysOpen() throws IOException {
    int base = freePorts();
    try (var _ = new ServerSocket(base + 2, 1, loopback())) {
      var refused =
          assertThrows(
              SandboxException.class, () -> Sandbox.start(new SandboxOptions(folder, base, QUICK)));
      assertEquals(
          "The sandbox cannot have port %d on 127.0.0.1: another program uses it."
              .formatted(base + 2),
          refused.getMessage());
      for (int port : new int[] {base, base + 1, base + 3}) {
        assertThrows(ConnectException.class, () -> new Socket(loopback(), port).close());
      }
    }
    Sandbox.start(new SandboxOptions(folder, base, QUICK)).close();
  }

  @Test
  void aFolderInUseIsNamed() {
    try (var sandbox = Sandbox.start(new SandboxOptions(folder, 0, QUICK))) {
      assertNotEquals(0, sandbox.addresses().edgeUrl().getPort());
      var refused =
          assertThrows(
              SandboxException.class, () -> Sandbox.start(new SandboxOptions(folder, 0, QUICK)));
      assertEquals(
          "The sandbox's data in %s is in use by another process, or damaged.".formatted(folder),
          refused.getMessage());
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByName("127.0.0.1");
  }

  /** The first of four ports in a row that nobody has at this moment. */
  private static int freePorts() throws IOException {
    for (int tries = 0; tries < 50; tries++) {
      try (var first = new ServerSocket(0, 1, loopback())) {
        int base = first.getLocalPort();
        if (base + 3 <= 65_535 && free(base + 1) && free(base + 2) && free(base + 3)) {
          return base;
        }
      }
    }
    throw new AssertionError("no four free ports in a row");
  }

  private static boolean free(int port) {
    try (var _ = new ServerSocket(port, 1, loopback())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String xCache(HttpResponse<String> response) {
    return response.headers().firstValue("X-Cache").orElse("none");
  }
}
