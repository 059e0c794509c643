package dev.frontdesk.sandbox.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * DynamoDB's JSON 1.0 protocol over HTTP, on loopback only. Requests must be signed, as DynamoDB
 * demands, but with what key is not looked at.
 */
public final class DynamoDbServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbServer.class);
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String TARGET_PREFIX = "DynamoDB_20120810.";
  private static final String TYPE = "application/x-amz-json-1.0";

  /** A batch of 25 items of 400 KB, and what JSON and Base64 add (DynamoDB allows 16 MB). */
  private static final int MAX_REQUEST_BYTES = 16 << 20;

  static {
    // Read once, when the JDK's server is first loaded. Without it an answer's body waits for the
    // client's delayed acknowledgement of its headers: 40 ms a call.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final DynamoDb db;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  private DynamoDbServer(DynamoDb db, HttpServer server) {
    this.db = db;
    this.server = server;
    server.setExecutor(executor);
    server.createContext("/", this::handle);
  }

  /**
   * Starts a server on 127.0.0.1.
   *
   * @param port 0 for any that is free
   * @throws UncheckedIOException if the port is taken
   */
  public static DynamoDbServer start(DynamoDb db, int port) {
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      DynamoDbServer started = new DynamoDbServer(db, HttpServer.create(address, 0));
      started.server.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be used", e);
    }
  }

  /** Where it listens: {@code http://127.0.0.1:port}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = body(exchange);
      if (!exchange.getRequestMethod().equals("POST")) {
        sendPlain(exchange);
        return;
      }
      int status = 200;
      ObjectNode answer;
      try {
        answer = answer(exchange, request);
      } catch (DynamoDbException e) {
        status = e.status();
        answer = error(e);
      } catch (RuntimeException e) {
        LOG.error("{} failed", exchange.getRequestHeaders().getFirst("X-Amz-Target"), e);
        status = 500;
        answer =
            error(
                new DynamoDbException(
                    "InternalServerError", 500, "The sandbox failed: see its log", null));
      }
      send(exchange, status, answer);
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      return in.readNBytes(MAX_REQUEST_BYTES + 1);
    }
  }

  private ObjectNode answer(HttpExchange exchange, byte[] body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target == null || !target.startsWith(TARGET_PREFIX)) {
      throw Errors.of("UnknownOperationException", "");
    }
    if (body.length > MAX_REQUEST_BYTES) {
      throw new DynamoDbException("RequestEntityTooLargeException", 413, "", null);
    }
    if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
      throw Errors.of(
          "MissingAuthenticationTokenException", "Request is missing Authentication Token");
    }
    return db.call(target.substring(TARGET_PREFIX.length()), parse(body));
  }

  private static ObjectNode parse(byte[] body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json instanceof ObjectNode object) {
        return object;
      }
      throw Errors.serialization("Unexpected value type in payload");
    } catch (JacksonException e) {
      throw Errors.serialization("The request is no JSON: " + e.getOriginalMessage());
    }
  }

  /** The namespace of an error's type: the service framework tells some errors itself. */
  private static String namespace(String type) {
    return switch (type) {
      case "ValidationException" -> "com.amazon.coral.validate#";
      case "SerializationException",
          "UnknownOperationException",
          "MissingAuthenticationTokenException" ->
          "com.amazon.coral.service#";
      default -> "com.amazonaws.dynamodb.v20120810#";
    };
  }

  private static ObjectNode error(DynamoDbException e) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("__type", namespace(e.type()) + e.type());
    String message = e.getMessage() == null ? "" : e.getMessage();
    boolean capital =
        e.type().equals("TransactionCanceledException")
            || e.type().equals("SerializationException");
    json.put(capital ? "Message" : "message", message);
    if (e.cancellationReasons() != null) {
      json.set("CancellationReasons", e.cancellationReasons());
    }
    if (e.item() != null) {
      json.set("Item", e.item());
    }
    return json;
  }

  /** DynamoDB answers GET with its health, and no other method but POST. */
  private static void sendPlain(HttpExchange exchange) throws IOException {
    boolean get = exchange.getRequestMethod().equals("GET");
    String text =
        get ? "healthy: dynamodb.us-east-1.amazonaws.com " : "<UnknownOperationException/>\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(get ? 200 : 404, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void send(HttpExchange exchange, int status, ObjectNode answer)
      throws IOException {
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
    exchange.getResponseHeaders().set("x-amz-crc32", Long.toString(crc.getValue()));
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Stops at once and frees the port; the store stays open. */
  @Override
  public void close() {
    server.stop(0);
    executor.shutdown();
  }
}
