package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.ErrorTtls;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.TtlCells;
import dev.frontdesk.caching.TtlCells.Cell;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.probing.HttpProber;
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
    String place = cell.policy().minimumSeconds() == 0 ? "/zero/" : "/ten/";
    String path = place + NUMBER.incrementAndGet();
    origin.says(path, cell);
    Prober.Reading said = prober.origin(path);
    var explanation =
        Explanation.of(
            path,
            DISTRIBUTION,
            Optional.of(new OriginAnswer(said.side().status(), said.headers().lines(), NOW.get())));
    assertEquals(place + "*", explanation.match().behaviour().pathPattern());
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
