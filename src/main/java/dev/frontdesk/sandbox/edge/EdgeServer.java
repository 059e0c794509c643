package dev.frontdesk.sandbox.edge;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An edge location of CloudFront on loopback, in front of one origin. */
public final class EdgeServer implements AutoCloseable {
  /** What the cache may hold; the sandbox shares its machine with a person's work. */
  private static final long CACHE_BYTES = 256L << 20;

  /** What a viewer may send; the largest roster is far below. */
  private static final int REQUEST_BYTES = 32 << 20;

  private final OriginFetch origin;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Edge edge;
  private final LoopbackServer server;

  private EdgeServer(int port, EdgeConfig config, InstantSource clock) {
    origin = new OriginFetch(config.origin());
    edge = new Edge(config, origin, clock, background, new CacheStore(CACHE_BYTES));
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

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      var fields = new ArrayList<Fields.Field>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> values.forEach(value -> fields.add(new Fields.Field(name, value))));
      byte[] body = exchange.getRequestBody().readNBytes(REQUEST_BYTES + 1);
      if (body.length > REQUEST_BYTES) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      var sent = body.length == 0 ? Body.EMPTY : new Body(body);
      send(
          exchange,
          edge.handle(
              new EdgeRequest(
                  exchange.getRequestMethod(), path, uri.getRawQuery(), new Fields(fields), sent)));
    }
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
