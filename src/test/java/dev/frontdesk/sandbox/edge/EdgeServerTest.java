package dev.frontdesk.sandbox.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdgeServerTest {
  private static final String PATH = "/projects/atlas/members";

  private final HandClock clock = new HandClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger fetches = new AtomicInteger();
  private final AtomicReference<String> document = new AtomicReference<>("{\"version\":1}");
  private LoopbackServer origin;
  private EdgeServer edge;

  @BeforeEach
  void start() {
    origin = LoopbackServer.start(0, this::answer);
    edge = EdgeServer.start(0, config(origin.address()), clock);
  }

  @AfterEach
  void stop() {
    client.close();
    edge.close();
    origin.close();
  }

  private static EdgeConfig config(URI origin) {
    return new EdgeConfig(
        "E1SANDBOX",
        SandboxDistribution.behaviours(),
        origin,
        "FRA56-P4",
        SandboxDistribution.CACHE_TAG_HEADER,
        EdgeConfig.DEFAULT_ERROR_TTL);
  }

  /** Keeps one document: PUT replaces it, GET reads it. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("PUT")) {
        document.set(new String(sent, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      fetches.incrementAndGet();
      byte[] body = document.get().getBytes(StandardCharsets.UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "max-age=0, s-maxage=600");
      headers.set("ETag", "\"v" + body.length + "\"");
      headers.set("Content-Type", "application/json");
      headers.set("X-Asked", exchange.getRequestURI().toString());
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (head) {
        headers.set("Content-Length", Integer.toString(body.length));
      }
      exchange.sendResponseHeaders(200, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private HttpResponse<String> get(String target, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(edge.address() + target));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String line(HttpResponse<String> response) {
    return response.statusCode()
        + " "
        + response.headers().firstValue("x-cache").orElse("-").replace(" from cloudfront", "")
        + " "
        + response.headers().firstValue("age").orElse("-")
        + " "
        + response.body();
  }

  @Test
  void tellsTheStoryOfAStaleRoster() throws Exception {
    assertEquals("200 Miss - {\"version\":1}", line(get(PATH)));
    clock.advance(7);
    var hit = get(PATH);
    assertEquals("200 Hit 7 {\"version\":1}", line(hit));
    assertEquals("FRA56-P4", hit.headers().firstValue("x-amz-cf-pop").orElse("-"));
    assertEquals(1, hit.headers().allValues("date").size());
    var put =
        HttpRequest.newBuilder(URI.create(edge.address() + PATH))
            .PUT(BodyPublishers.ofString("{\"version\":2}"));
    assertEquals(204, client.send(put.build(), BodyHandlers.discarding()).statusCode());
    assertEquals("200 Hit 7 {\"version\":1}", line(get(PATH)));
    edge.invalidate(List.of(PATH));
    assertEquals("200 Miss - {\"version\":2}", line(get(PATH)));
    assertEquals(new EdgeCounters(5, 2, 3, 0), edge.counters());
  }

  @Test
  void answersConditionsAndHeadOverHttp() throws Exception {
    get(PATH);
    var unchanged = get(PATH, "If-None-Match", "\"v13\"");
    assertEquals(304, unchanged.statusCode());
    assertEquals("\"v13\"", unchanged.headers().firstValue("etag").orElse("-"));
    for (String path : List.of(PATH, "/projects/other/members")) {
      var head = HttpRequest.newBuilder(URI.create(edge.address() + path)).HEAD().build();
      var seen = client.send(head, BodyHandlers.ofString());
      assertEquals(200, seen.statusCode());
      assertEquals("13", seen.headers().firstValue("content-length").orElse("-"), path);
    }
    assertEquals(2, fetches.get());
  }

  @Test
  void keepsOfTheQueryWhatTheBehaviourNames() throws Exception {
    assertEquals(PATH, asked(get(PATH + "?utm=1")));
    assertEquals(PATH + "?v=3", asked(get(PATH + "?utm=1&v=3")));
    assertEquals("200 Hit 0 {\"version\":1}", line(get(PATH)));
    assertEquals("/other?a=b%20c", asked(get("/other?a=b%20c")));
    assertEquals("200 Miss - {\"version\":1}", line(get("/other?a=b%20c")));
    assertEquals("/members/caf%C3%A9/projects", asked(get("/members/caf%C3%A9/projects")));
  }

  private static String asked(HttpResponse<String> response) {
    return response.headers().firstValue("x-asked").orElse("-");
  }

  @Test
  void saysSoWhereTheOriginIsGone() throws Exception {
    get(PATH);
    origin.close();
    assertEquals(200, get(PATH).statusCode());
    clock.advance(601);
    assertEquals("200 RefreshHit 601 {\"version\":1}", line(get(PATH)), "served stale");
    var failed = get("/projects/other/members");
    assertEquals(502, failed.statusCode());
    assertEquals("Error from cloudfront", failed.headers().firstValue("x-cache").orElse("-"));
    assertTrue(failed.body().contains("502 ERROR"), failed.body());
  }

  /** Printed, and held only against what would be a fault: the machine is shared. */
  @Test
  void servesHitsFast() throws Exception {
    get(PATH);
    double perSecond = EdgeLoad.hitsPerSecond(edge.address(), PATH, 4, 1_000);
    System.out.printf("EdgeServerTest: %.0f cached hits a second over 4 connections%n", perSecond);
    assertTrue(perSecond > 200, perSecond + " hits a second");
    assertEquals(1, fetches.get());
  }
}
