package dev.frontdesk.sandbox.origin;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.LoopbackServer;
import dev.frontdesk.sandbox.store.DynamoDb;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members API on loopback, over a members table. A PUT changes the table and nothing else: what
 * the edge has cached stays as it is.
 */
public final class OriginServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OriginServer.class);

  /** Twenty thousand members fit. */
  static final int REQUEST_BYTES = 4 << 20;

  private final OriginApi api;
  private final LoopbackServer server;

  private OriginServer(int port, DynamoDb db, OriginConfig config) {
    api = new OriginApi(db, config);
    server = LoopbackServer.start(port, this::handle);
  }

  /**
   * @param port 0 for any free one
   * @param db holds the members table, see {@link MembersTable#create}
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public static OriginServer start(int port, DynamoDb db, OriginConfig config) {
    return new OriginServer(port, db, config);
  }

  public URI address() {
    return server.address();
  }

  /** How many GETs were held before they were answered, as the configuration wants it. */
  public long heldGets() {
    return api.heldGets();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(REQUEST_BYTES + 1);
      send(exchange, answer(exchange, body));
    }
  }

  private OriginApi.Answer answer(HttpExchange exchange, byte[] body) {
    try {
      if (body.length > REQUEST_BYTES) {
        throw new ApiException(413, "the body is more than " + REQUEST_BYTES + " bytes");
      }
      var headers = exchange.getRequestHeaders();
      var request =
          new OriginApi.Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              exchange.getRequestURI().getRawQuery(),
              headers.getOrDefault("If-Match", java.util.List.of()),
              headers.getOrDefault("If-None-Match", java.util.List.of()));
      return api.answer(request, body);
    } catch (ApiException told) {
      return OriginApi.Answer.error(told.status(), String.valueOf(told.getMessage()));
    } catch (RuntimeException bug) {
      // The last line before the socket: without an answer the caller would see a dropped
      // connection.
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), bug);
      return OriginApi.Answer.error(500, "the table could not be read or written");
    }
  }

  private static void send(HttpExchange exchange, OriginApi.Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
    }
    boolean empty = head || body.length == 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
