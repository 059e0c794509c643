package dev.frontdesk.probing;

import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Value;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of an answer, and what can be taken from it. */
record Document(Body body) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static Document of(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      return new Document(tree.isMissingNode() ? other(bytes) : new Body.Json(value(tree)));
    } catch (JacksonException e) {
      return new Document(other(bytes)); // no JSON: compared as it is
    }
  }

  private static Body other(byte[] bytes) {
    return new Body.Other(digest(bytes), bytes.length);
  }

  /** The number in the top-level field {@code version}; null where there is none. */
  @Nullable Long version() {
    if (field("version") instanceof Value.Numeric(BigDecimal number)) {
      try {
        return number.longValueExact();
      } catch (ArithmeticException e) {
        return null; // 1.5 counts no changes
      }
    }
    return null;
  }

  /** How many the top-level array {@code members} has; null where there is none. */
  @Nullable Integer members() {
    return field("members") instanceof Value.Items(List<Value> items) ? items.size() : null;
  }

  private @Nullable Value field(String name) {
    return body instanceof Body.Json(Value.Fields fields) ? fields.get(name) : null;
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Value> fields = new HashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        yield new Value.Fields(fields);
      }
      case ARRAY -> {
        List<Value> items = new ArrayList<>();
        node.forEach(item -> items.add(value(item)));
        yield new Value.Items(items);
      }
      case STRING -> new Value.Text(node.stringValue());
      case NUMBER -> new Value.Numeric(node.decimalValue());
      case BOOLEAN -> new Value.Bool(node.booleanValue());
      case NULL -> new Value.Null();
      case BINARY, POJO, MISSING ->
          throw new IllegalStateException("no JSON text has a " + node.getNodeType());
    };
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
