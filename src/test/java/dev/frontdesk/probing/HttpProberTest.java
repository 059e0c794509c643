package dev.frontdesk.probing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Reading;
import dev.frontdesk.publishing.Prober.Silence;
import dev.frontdesk.publishing.Prober.Value;
import dev.frontdesk.sandbox.http.LoopbackServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpProberTest {
  private record Seen(String path, Headers headers) {}

  private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private volatile byte[] body = new byte[0];
  private volatile Map<String, String> headers = Map.of();
  private final LoopbackServer server =
      LoopbackServer.start(
          0,
          exchange -> {
            seen.add(new Seen(exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            byte[] answer = body;
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            try (exchange) {
              if (answer.length > 0) {
                exchange.getResponseBody().write(answer);
              }
            }
          });
  private final HttpProber prober =
      new HttpProber(server.address(), URI.create(server.address() + "/prod"));

  @AfterEach
  void stop() {
    prober.close();
    server.close();
  }

  private Reading reading(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    return prober.edge("/x");
  }

  @Test
  void readsWhatTheEdgeSaysOfItsAnswer() {
    headers =
        Map.of(
            "X-Cache", "Hit from cloudfront",
            "Age", "17",
            "X-Amz-Cf-Pop", "FRA56-P4",
            "ETag", "\"a\"",
            "Cache-Control", "max-age=0, s-maxage=86400");

    Reading reading = reading("{\"version\": 3.0, \"members\": [{\"id\": 1}, {\"id\": 2}]}");

    var side = reading.side();
    assertEquals(200, side.status());
    assertEquals("Hit from cloudfront", side.xCache());
    assertEquals(17, side.ageSeconds());
    assertEquals("FRA56-P4", side.location());
    assertEquals("\"a\"", side.etag());
    assertEquals("max-age=0, s-maxage=86400", side.cacheControl());
    assertEquals(3, side.version());
    assertEquals(2, side.members());
    assertTrue(side.tookMillis() >= 0);
  }

  @Test
  void asksAsAReaderWouldAndBehindTheOriginsPrefix() throws InterruptedException {
    prober.origin("/projects/1/members?v=2");

    Seen request = seen.take();
    assertEquals("/prod/projects/1/members?v=2", request.path());
    assertEquals("identity", request.headers().getFirst("Accept-Encoding"));
    assertFalse(request.headers().containsKey("Cache-Control"));
    assertFalse(request.headers().containsKey("Pragma"));
  }

  @Test
  void takesADocumentByItsMeaning() {
    var json =
        assertInstanceOf(
            Body.Json.class, reading("{\"a\":[1,1.50,-0,\"名\",true,null,{}],\"b\":1e2}").body());

    assertEquals(
        new Value.Fields(
            Map.of(
                "a",
                new Value.Items(
                    List.of(
                        new Value.Numeric(BigDecimal.ONE),
                        new Value.Numeric(new BigDecimal("1.5")),
                        new Value.Numeric(BigDecimal.ZERO),
                        new Value.Text("名"),
                        new Value.Bool(true),
                        new Value.Null(),
                        new Value.Fields(Map.of()))),
                "b",
                new Value.Numeric(new BigDecimal("100")))),
        json.value());
  }

  @Test
  void whatIsNoDocumentIsComparedAsItIs() {
    Body page = reading("<html>1</html>").body();

    assertInstanceOf(Body.Other.class, page);
    assertEquals(page, reading("<html>1</html>").body());
    assertNotEquals(page, reading("<html>2</html>").body());
    assertInstanceOf(Body.Other.class, reading("{\"a\":1} trailing").body());
    assertInstanceOf(Body.Other.class, reading("[".repeat(5000)).body());
    assertInstanceOf(Body.Other.class, reading("").body());
  }

  @Test
  void saysNothingWhereNothingIsSaid() {
    var side = reading("{\"version\":\"7\",\"members\":7}").side();

    assertNull(side.version());
    assertNull(side.members());
    assertNull(side.ageSeconds());
    assertNull(side.xCache());
    assertNull(reading("{\"version\":1.5}").side().version());
  }

  @Test
  void anErrorAndARedirectAreReadingsToo() {
    status = 404;
    assertEquals(404, reading("{\"error\":\"none\"}").side().status());
    status = 302;
    headers = Map.of("Location", server.address() + "/elsewhere");
    assertEquals(302, reading("").side().status());
  }

  @Test
  void silenceIsAReadingOfStatusZero() {
    server.close();

    assertSilent(Silence.NO_ANSWER, prober.edge("/x"));
  }

  @Test
  void anAnswerTooLongIsNone() {
    body = new byte[16 * 1024 * 1024 + 1];

    assertSilent(Silence.TOO_LONG, prober.edge("/x"));
    body = new byte[16 * 1024 * 1024];
    assertEquals(200, prober.edge("/x").side().status());
  }

  @Test
  void whatCannotBeAskedForIsNotAnswered() {
    assertSilent(Silence.NO_REQUEST, prober.edge("/a b"));
  }

  /** The head comes at once, and the body never ends: that is no silence of the server. */
  @Test
  void aSlowBodyIsToldFromNobody() throws IOException {
    try (var slow = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", false);
        var patient = patient(slow)) {
      assertSilent(Silence.TIMEOUT, patient.edge("/x"));
    }
    try (var mute = new RawServer("", false);
        var patient = patient(mute)) {
      assertSilent(Silence.TIMEOUT, patient.edge("/x"));
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNone() throws IOException {
    try (var broken = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", true);
        var asking = new HttpProber(broken.address(), broken.address())) {
      assertSilent(Silence.NO_ANSWER, asking.edge("/x"));
    }
    try (var broken = new RawServer("", true);
        var asking = new HttpProber(broken.address(), broken.address())) {
      assertSilent(Silence.NO_ANSWER, asking.edge("/x"));
    }
  }

  @Test
  void aWallIsReadWithWhereItLeads() {
    status = 401;
    headers = Map.of("WWW-Authenticate", "Bearer");
    Reading wall = reading("who are you?");
    assertEquals(401, wall.side().status());
    assertEquals("Bearer", wall.headers().first("www-authenticate"));
    status = 302;
    headers = Map.of("Location", "/login");
    assertEquals("/login", reading("").headers().first("Location"));
  }

  @Test
  void extraHeadersAreSent() throws InterruptedException {
    prober.edge("/x", Map.of("X-Tenant", "a", "Accept", "text/html"));

    Seen request = seen.take();
    assertEquals("a", request.headers().getFirst("X-Tenant"));
    assertEquals(List.of("text/html"), request.headers().get("Accept"));
  }

  /** Else the first answer would look slow, even one that the edge had at hand. */
  @Test
  void whatTheClientTakesToBeMadeIsNoTimeOfTheAnswer() {
    var nanos = new AtomicLong();
    Supplier<HttpClient> slow =
        () -> {
          nanos.addAndGet(Duration.ofSeconds(5).toNanos());
          return HttpProber.newClient();
        };
    try (var first =
        new HttpProber(
            server.address(), server.address(), Duration.ofSeconds(10), slow, nanos::get)) {
      assertEquals(0, first.edge("/x").side().tookMillis());
      assertEquals(Duration.ofSeconds(5).toNanos(), nanos.get(), "it was made for this one");
    }
  }

  private static HttpProber patient(RawServer server) {
    return new HttpProber(
        server.address(),
        server.address(),
        Duration.ofMillis(300),
        HttpProber::newClient,
        System::nanoTime);
  }

  private static void assertSilent(Silence why, Reading reading) {
    assertEquals(0, reading.side().status());
    assertEquals(new Body.None(why), reading.body());
  }

  /** Answers every connection with the same bytes, then resets it or says nothing more. */
  private static final class RawServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final Thread accepting;

    RawServer(String answer, boolean reset) throws IOException {
      accepting = Thread.ofVirtual().start(() -> accept(answer, reset));
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept(String answer, boolean reset) {
      try {
        while (true) {
          Socket client = socket.accept();
          held.add(client);
          // The request's first bytes: a client that was not heard tries again.
          client.getInputStream().read(new byte[64]);
          client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          client.getOutputStream().flush();
          if (reset) {
            client.setSoLinger(true, 0);
            client.close();
          }
        }
      } catch (IOException closed) {
        assertTrue(socket.isClosed(), () -> "the server broke: " + closed);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
      for (Socket each : held) {
        each.close();
      }
      accepting.interrupt();
    }
  }

  @Test
  void needsBothAddresses() {
    assertTrue(prober.canProbe());
    try (var half = new HttpProber(server.address(), null)) {
      assertFalse(half.canProbe());
      assertSilent(Silence.NO_ADDRESS, half.origin("/x"));
    }
  }
}
