package dev.frontdesk.sandbox.store;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.LoopbackServer;
import dev.frontdesk.sandbox.http.LoopbackServer.Door;
import dev.frontdesk.sandbox.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
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
  private static final JsonMapper MAPPER = JsonMapper.shared();
  static final String TARGET_PREFIX = "DynamoDB_20120810.";
  private static final String TYPE = "application/x-amz-json-1.0";

  /** A batch of 25 items of 400 KB, and what JSON and Base64 add (DynamoDB allows 16 MB). */
  private static final int MAX_REQUEST_BYTES = 16 << 20;

  private final DynamoDb db;
  private final LoopbackServer server;

  private DynamoDbServer(DynamoDb db, Door door) {
    this.db = db;
    this.server = LoopbackServer.start(door, this::handle);
  }

  /**
   * Starts a server on 127.0.0.1.
   *
   * @param port 0 for any that is free
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public static DynamoDbServer start(DynamoDb db, int port) {
    return start(db, Door.at(port));
  }

  /** The same behind a filter. */
  public static DynamoDbServer start(DynamoDb db, Door door) {
    return new DynamoDbServer(db, door);
  }

  /** Where it listens: {@code http://127.0.0.1:port}. */
  public URI address() {
    return server.address();
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
      reply(status, answer).send(exchange);
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
      case "ThrottlingException" -> "com.amazon.coral.availability#";
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

  private static Reply reply(int status, ObjectNode answer) {
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    var headers =
        Map.of(
            "Content-Type", TYPE,
            "x-amzn-RequestId", UUID.randomUUID().toString(),
            "x-amz-crc32", Long.toString(crc.getValue()));
    return new Reply(status, headers, bytes);
  }

  static Reply reply(DynamoDbException e) {
    return reply(e.status(), error(e));
  }

  /** Stops at once and frees the port; the store stays open, and finishes what it has begun. */
  @Override
  public void close() {
    server.close();
  }
}
