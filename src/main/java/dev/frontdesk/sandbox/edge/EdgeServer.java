package dev.frontdesk.sandbox.edge;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.LoopbackServer;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An edge location of CloudFront on loopback, in front of one origin. */
public final class EdgeServer implements AutoCloseable {
  /** What the cache may hold; the sandbox shares its machine with a person's work. */
  private static final long CACHE_BYTES = 256L << 20;

  /** What a viewer may send; the largest roster is far below. */
  private static final int REQUEST_BYTES = 32 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(EdgeServer.class);

  private final InstantSource clock;
  private final OriginFetch origin;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Traffic traffic = new Traffic();
  private final Edge edge;
  private final LoopbackServer server;

  private EdgeServer(int port, EdgeConfig config, InstantSource clock) {
    this.clock = clock;
    origin = new OriginFetch(config.origin());
    var measured = new MeasuredOrigin(origin, clock, System::nanoTime, traffic);
    edge = new Edge(config, measured, clock, background, new CacheStore(CACHE_BYTES), traffic);
    try {
      server = LoopbackServer.start(port, this::handle);
    } catch (RuntimeException taken) {
      origin.close();
      background.shutdownNow();
      throw taken;
    }
  }

  /**
   * Starts an edge whose cache is empty.
   *
   * @param port 0 for any free one
   * @param clock tells ages and lifetimes
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public static EdgeServer start(int port, EdgeConfig config, InstantSource clock) {
    return new EdgeServer(port, config, clock);
  }

  public URI address() {
    return server.address();
  }

  /**
   * Takes effect at once; how long an invalidation takes to come here is the control plane's
   * matter.
   *
   * @param items as in CloudFront's {@code Paths}: paths, paths that end in {@code *}, {@code
   *     #tags}
   */
  public void invalidate(List<String> items) {
    edge.invalidate(items);
  }

  public EdgeCounters counters() {
    return edge.counters();
  }

  /** The same by minutes; it grows while the edge serves. */
  public Traffic traffic() {
    return traffic;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(REQUEST_BYTES + 1);
      send(exchange, answer(exchange, body));
    }
  }

  private EdgeResponse answer(HttpExchange exchange, byte[] body) {
    if (body.length > REQUEST_BYTES) {
      return Signature.failure(413, "The request is too large.", clock.instant());
    }
    try {
      return edge.handle(request(exchange, body));
    } catch (RuntimeException bug) {
      // The last line before the socket: without an answer the viewer would see a dropped one.
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), bug);
      return Signature.failure(500, "The edge failed.", clock.instant());
    }
  }

  private static EdgeRequest request(HttpExchange exchange, byte[] body) {
    var uri = exchange.getRequestURI();
    String path = uri.getRawPath();
    return new EdgeRequest(
        exchange.getRequestMethod(),
        path == null || path.isEmpty() ? "/" : path,
        uri.getRawQuery(),
        Fields.of(exchange.getRequestHeaders()),
        body.length == 0 ? Body.EMPTY : new Body(body));
  }

  private static void send(HttpExchange exchange, EdgeResponse answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    for (var field : answer.fields().list()) {
      if (!field.is("content-length")) {
        headers.add(field.name(), field.value());
      }
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    boolean empty = head || answer.status() == 204 || answer.status() == 304;
    if (head) {
      String length = answer.fields().first("content-length");
      headers.set(
          "Content-Length", length == null ? Integer.toString(answer.body().size()) : length);
    }
    // 0 would mean chunks of unknown length, -1 means nothing.
    exchange.sendResponseHeaders(
        answer.status(), empty || answer.body().size() == 0 ? -1 : answer.body().size());
    if (!empty) {
      exchange.getResponseBody().write(answer.body().bytes());
    }
  }

  @Override
  public void close() {
    server.close();
    background.shutdownNow();
    origin.close();
  }
}
