package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.ErrorTtls;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.TtlCells;
import dev.frontdesk.caching.TtlCells.Cell;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.caching.Warning;
import dev.frontdesk.probing.HttpProber;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Prober;
import dev.frontdesk.sandbox.edge.EdgeConfig;
import dev.frontdesk.sandbox.edge.EdgeServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The explainer and the real edge on the same cells, over HTTP: what is said to be kept for so many
 * seconds is still served from the cache a second before, and asked for anew when they are over.
 */
class ExplainedIsWhatHappensTest {
  private static final List<Behaviour> BEHAVIOURS =
      List.of(
          behaviour("/zero/*", TtlCells.FROM_ZERO),
          behaviour("/ten/*", TtlCells.FROM_TEN),
          new Behaviour(
              "/cookies/*",
              "p",
              "policy",
              TtlCells.FROM_ZERO,
              new CacheKey(KeyPart.NONE, KeyPart.NONE, KeyPart.listed("a"))),
          behaviour(Behaviour.DEFAULT_PATTERN, new TtlPolicy(0, 0, 0)));

  private static final Distribution DISTRIBUTION =
      new Distribution(
          List.of("d1.cloudfront.net"),
          BEHAVIOURS,
          null,
          Map.of(),
          new ErrorTtls(
              IntStream.range(400, 600)
                  .boxed()
                  .collect(Collectors.toMap(status -> status, _ -> TtlCells.ERROR_SECONDS))));

  private static final AtomicReference<Instant> NOW = new AtomicReference<>(TtlCells.NOON);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static SayingOrigin origin;
  private static EdgeServer edge;
  private static HttpProber prober;

  @BeforeAll
  static void start() throws IOException {
    origin = new SayingOrigin();
    edge =
        EdgeServer.start(
            0,
            new EdgeConfig(
                "E1",
                BEHAVIOURS,
                origin.address(),
                "FRA56-P4",
                null,
                Duration.ofSeconds(TtlCells.ERROR_SECONDS)),
            NOW::get);
    prober = new HttpProber(edge.address(), origin.address());
  }

  @AfterAll
  static void stop() throws IOException {
    prober.close();
    edge.close();
    origin.close();
  }

  @ParameterizedTest
  @MethodSource("dev.frontdesk.caching.TtlCells#all")
  void theEdgeDoesWhatIsExplained(Cell cell) {
    String path = path(cell);
    var explanation = explained(path, cell);
    assertEquals(cell.policy(), explanation.match().behaviour().ttl());
    var ttl = explanation.edge().orElseThrow();
    assertEquals(cell.expected().split(" ")[0], ttl.cached() ? Long.toString(ttl.seconds()) : "-");

    assertTrue(asksTheOrigin(path), "nothing is there at first");
    if (ttl.cached() && ttl.seconds() > 0) {
      pass(ttl.seconds() - 1);
      assertTrue(!asksTheOrigin(path), () -> "still kept a second before: " + explanation);
      pass(1);
    }
    assertTrue(asksTheOrigin(path), () -> "not kept any more: " + explanation);
  }

  @ParameterizedTest
  @MethodSource("dev.frontdesk.caching.TtlCells#stale")
  void theEdgeServesStaleAsIsExplained(Cell cell) {
    var explanation = explained(path(cell), cell);
    var use = explanation.stale().orElseThrow();
    long ttl = explanation.edge().orElseThrow().seconds();
    long asking = use.revalidating().untilSeconds();
    long failing = Math.max(asking, use.failing().untilSeconds());

    if (asking > ttl) {
      var side = readAt(asking - 1, cell, false);
      assertEquals("Hit from cloudfront", side.xCache(), "served while the edge asks anew");
      assertEquals(asking - 1, side.ageSeconds(), "and old");
    }
    assertNotEquals("Hit from cloudfront", readAt(asking, cell, false).xCache(), "asked anew");
    if (failing > ttl) {
      var side = readAt(failing - 1, cell, true);
      assertEquals(cell.status(), side.status(), "served while the origin fails");
      assertEquals(failing - 1, side.ageSeconds(), "and old");
    }
    assertEquals(503, readAt(failing, cell, true).status(), "not served any more");
  }

  /** Lets the edge read it, and asks again when what it read is so old. */
  private static Evidence.Side readAt(long age, Cell cell, boolean fails) {
    String path = path(cell);
    explained(path, cell);
    assertTrue(asksTheOrigin(path), "nothing is there at first");
    if (fails) {
      origin.says(path, new Cell(503, null, null, cell.policy(), ""));
    }
    pass(age);
    return prober.edge(path).side();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          max-age=50                              | true
          max-age=50, no-cache="Set-Cookie"       | false
          max-age=50, no-cache="set-cookie,"      | false
          stale-while-revalidate=20, max-age=0    | true
          """)
  void aCookieIsKeptWhereThatIsWarnedOf(String control, boolean kept) {
    String path = "/cookies/" + NUMBER.incrementAndGet();
    var cell = new Cell(200, control, null, TtlCells.FROM_ZERO, "");
    origin.says(path, cell, "a=b");
    var warnings = explanation(path).warnings();
    assertEquals(kept ? List.of(new Warning.CookieKept()) : List.of(), warnings);
    assertEquals("a=b", prober.edge(path).headers().first("set-cookie"), "who asks first has it");
    pass(1);
    var second = prober.edge(path);
    assertEquals("Hit from cloudfront", second.side().xCache());
    assertEquals(kept ? "a=b" : null, second.headers().first("set-cookie"));
  }

  private static String path(Cell cell) {
    String place = cell.policy().minimumSeconds() == 0 ? "/zero/" : "/ten/";
    return place + NUMBER.incrementAndGet();
  }

  /** Lets the origin say it under the path, and explains that. */
  private static Explanation explained(String path, Cell cell) {
    origin.says(path, cell);
    return explanation(path);
  }

  private static Explanation explanation(String path) {
    Prober.Reading said = prober.origin(path);
    return Explanation.of(
        path,
        DISTRIBUTION,
        Optional.of(new OriginAnswer(said.side().status(), said.headers().lines(), NOW.get())));
  }

  /** Asks the edge as a reader does, who gets the same whether it is kept or not. */
  private static boolean asksTheOrigin(String path) {
    int before = origin.asked(path);
    assertEquals(origin.status(path), prober.edge(path).side().status());
    return origin.asked(path) > before;
  }

  private static void pass(long seconds) {
    NOW.updateAndGet(now -> now.plusSeconds(seconds));
  }

  private static Behaviour behaviour(String pattern, TtlPolicy ttl) {
    return new Behaviour(pattern, "p", "policy", ttl, CacheKey.PATH);
  }

  /** An origin that sends exactly what it is told; the JDK's server has a Date of its own. */
  private static final class SayingOrigin implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Cell> cells = new ConcurrentHashMap<>();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    SayingOrigin() throws IOException {
      Thread.startVirtualThread(this::serve);
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    void says(String path, Cell cell) {
      cells.put(path, cell);
    }

    void says(String path, Cell cell, String cookie) {
      cells.put(path, cell);
      cookies.put(path, cookie);
    }

    int status(String path) {
      return cell(path).status();
    }

    private Cell cell(String path) {
      return Objects.requireNonNull(cells.get(path), path);
    }

    int asked(String path) {
      return asked.getOrDefault(path, 0);
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket caller = socket.accept()) {
          answer(caller);
        } catch (SocketException closed) {
          return;
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    private void answer(Socket caller) throws IOException {
      var in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      String line = first;
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      String path = first.split(" ")[1];
      asked.merge(path, 1, Integer::sum);
      var cell = cell(path);
      var answer = new StringBuilder("HTTP/1.1 " + cell.status() + " Said\r\n");
      cell.headers()
          .forEach((name, values) ->
              values.forEach(value -> answer.append(name + ": " + value + "\r\n")));
      if (cookies.containsKey(path)) {
        answer.append("Set-Cookie: " + cookies.get(path) + "\r\n");
      }
      answer.append("Content-Length: 2\r\nConnection: close\r\n\r\n{}");
      caller.getOutputStream().write(answer.toString().getBytes(StandardCharsets.US_ASCII));
      caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
