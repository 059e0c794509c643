package dev.frontdesk.sandbox.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.sandbox.origin.MembersTable;
import dev.frontdesk.sandbox.origin.OriginConfig;
import dev.frontdesk.sandbox.origin.OriginServer;
import dev.frontdesk.sandbox.store.DynamoDb;
import dev.frontdesk.sandbox.store.Store;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The sandbox's own behaviours in front of the members API: what its readers get, and when. */
class EdgeOverOriginTest {
  private static final String MEMBERS = "/projects/atlas/members";
  private static final String ADA = "{\"id\":\"ada\",\"email\":\"ada@x.co\",\"role\":\"owner\"}";
  private static final String BO = "{\"id\":\"bo\",\"email\":\"bo@x.co\",\"role\":\"viewer\"}";

  private final HandClock clock = new HandClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Store db = Store.open(null, InstantSource.system());
  private final AtomicReference<Runnable> afterQuery = new AtomicReference<>(() -> {});
  private OriginServer origin;
  private EdgeServer edge;

  @BeforeEach
  void start() {
    MembersTable.create(db, "app");
    var put = JsonNodeFactory.instance.objectNode().put("TableName", "app");
    put.set("Item", MembersTable.projectItem("atlas", "Atlas", 0));
    db.call("PutItem", put);
    DynamoDb watched =
        (operation, request) -> {
          var answer = db.call(operation, request);
          if (operation.equals("Query")) {
            afterQuery.get().run();
          }
          return answer;
        };
    origin = OriginServer.start(0, watched, OriginConfig.of("app"));
    edge =
        EdgeServer.start(
            0,
            new EdgeConfig(
                "E1SANDBOX",
                SandboxDistribution.behaviours(),
                origin.address(),
                "FRA56-P4",
                SandboxDistribution.CACHE_TAG_HEADER,
                EdgeConfig.DEFAULT_ERROR_TTL),
            clock);
  }

  @AfterEach
  void stop() {
    client.close();
    edge.close();
    origin.close();
    db.close();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(edge.address() + path))
            .method(method, BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private void put(String... members) throws Exception {
    var body = "{\"members\":[" + String.join(",", members) + "]}";
    assertEquals(200, send("PUT", MEMBERS, body).statusCode());
  }

  /** How the answer came about, and the version in it, if any. */
  private String get(String path) throws Exception {
    var seen = send("GET", path, "");
    var version = JsonMapper.shared().readTree(seen.body()).path("version");
    String outcome = seen.headers().firstValue("x-cache").orElse("-");
    return seen.statusCode() + " " + outcome.replace(" from cloudfront", "") + " " + version;
  }

  @Test
  void aRosterStaysOldForADayUnlessItIsInvalidated() throws Exception {
    put(ADA);
    assertEquals("200 Miss 1", get(MEMBERS));
    put(ADA, BO);
    clock.advance(86_399);
    assertEquals("200 Hit 1", get(MEMBERS));
    clock.advance(1);
    assertEquals("200 Miss 2", get(MEMBERS));
    put(ADA);
    assertEquals("200 Hit 2", get(MEMBERS));
    edge.invalidate(List.of(MEMBERS));
    assertEquals("200 Miss 3", get(MEMBERS));
    clock.advance(86_400);
    assertEquals("200 RefreshHit 3", get(MEMBERS), "confirmed by its ETag");
  }

  @Test
  void thePointerTellsTheVersionWithinSeconds() throws Exception {
    put(ADA);
    assertEquals("200 Miss 1", get("/projects/atlas"));
    put(ADA, BO);
    clock.advance(4);
    assertEquals("200 Hit 1", get("/projects/atlas"));
    clock.advance(1);
    assertEquals("200 Miss 2", get("/projects/atlas"));
  }

  @Test
  void aVersionsUrlIsItsOwnObject() throws Exception {
    put(ADA);
    assertEquals("200 Miss 1", get(MEMBERS + "?v=1"));
    assertEquals("200 Hit 1", get(MEMBERS + "?v=1"));
    assertEquals("404 Error ", get(MEMBERS + "?v=2"));
    put(ADA, BO);
    assertEquals("200 Miss 2", get(MEMBERS + "?v=2"), "the 404 was not kept");
    edge.invalidate(List.of(MEMBERS));
    assertEquals("200 Hit 2", get(MEMBERS + "?v=2"));
    edge.invalidate(List.of("#PROJECT-atlas"));
    assertEquals("200 Miss 2", get(MEMBERS + "?v=2"));
    assertEquals("404 Error ", get(MEMBERS + "?v=1"));
  }

  @Test
  void aMembersProjectsGoByTheirOwnTag() throws Exception {
    put(ADA, BO);
    assertEquals("200 Miss ", get("/members/bo/projects"));
    assertEquals("200 Hit ", get("/members/bo/projects"));
    put(ADA);
    edge.invalidate(List.of("#project-atlas", "/projects/*"));
    assertEquals("200 Hit ", get("/members/bo/projects"));
    edge.invalidate(List.of("#member-bo"));
    assertEquals("404 Error ", get("/members/bo/projects"));
    assertEquals("200 Miss ", get("/projects"));
    assertEquals("200 Hit ", get("/projects"));
  }

  /**
   * The race, end to end: the origin has read the old roster when the change and its purge land.
   */
  @Test
  void aPurgeThatOvertakesAGetIsLost() throws Exception {
    put(ADA);
    var read = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    afterQuery.set(() -> {
      afterQuery.set(() -> {});
      read.countDown();
      awaited(go);
    });
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = executor.submit(() -> get(MEMBERS));
      awaited(read);
      put(ADA, BO);
      edge.invalidate(List.of(MEMBERS));
      go.countDown();
      assertEquals("200 Miss 1", slow.get(5, TimeUnit.SECONDS));
    }
    assertEquals("200 Hit 1", get(MEMBERS), "old again, although purged after the change");
    edge.invalidate(List.of(MEMBERS));
    assertEquals("200 Miss 2", get(MEMBERS));
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertTrue(latch.await(5, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
