package dev.frontdesk.sandbox.store.value;

import dev.frontdesk.sandbox.store.Errors;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Attribute values as DynamoDB's JSON writes them: {@code {"S":"x"}}. */
public final class ValueJson {
  /** DynamoDB Developer Guide, "Quotas": nested attribute depth. */
  private static final int MAX_DEPTH = 32;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ValueJson() {}

  /** An item or a key: a map of attribute names to values. */
  public static Value.M readItem(JsonNode json) {
    if (!json.isObject()) {
      throw Errors.serialization("Unexpected value type in payload");
    }
    return new Value.M(readFields(json, 1));
  }

  public static Value read(JsonNode json) {
    return read(json, 1);
  }

  private static Value read(JsonNode json, int depth) {
    if (!json.isObject()) {
      throw Errors.serialization("Unexpected value type in payload");
    }
    List<Map.Entry<String, JsonNode>> fields =
        json.properties().stream().filter(e -> !e.getValue().isNull()).toList();
    List<Type> types = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : fields) {
      // Members that the protocol does not know are ignored, as everywhere in it.
      Type type = type(field.getKey());
      if (type != null) {
        types.add(type);
      }
    }
    if (types.isEmpty()) {
      throw Errors.validation(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    // What does not fit its type is a serialization error and comes before all else.
    Value value = value(types.getFirst(), json.get(types.getFirst().name()), depth);
    if (types.size() > 1) {
      throw Errors.validation(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
              + " supported datatypes");
    }
    return value;
  }

  private static @Nullable Type type(String name) {
    for (Type type : Type.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }

  private static Value value(Type type, JsonNode json, int depth) {
    return switch (type) {
      case S -> new Value.S(text(json));
      case N -> Numbers.parse(text(json));
      case B -> binary(json);
      case BOOL -> new Value.Bool(bool(json));
      case NULL -> {
        if (!bool(json)) {
          throw Errors.invalidParameter("Null attribute value types must have the value of true");
        }
        yield new Value.Null();
      }
      case SS, NS, BS -> set(type, json);
      case L -> {
        List<Value> values = new ArrayList<>();
        for (JsonNode element : array(json)) {
          values.add(read(element, deeper(depth)));
        }
        yield new Value.L(values);
      }
      case M -> {
        if (!json.isObject()) {
          throw Errors.serialization("Unexpected value type in payload");
        }
        yield new Value.M(readFields(json, deeper(depth)));
      }
    };
  }

  private static int deeper(int depth) {
    if (depth >= MAX_DEPTH) {
      throw Errors.validation("Nesting Levels have exceeded supported limits");
    }
    return depth + 1;
  }

  private static Map<String, Value> readFields(JsonNode json, int depth) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      values.put(field.getKey(), read(field.getValue(), depth));
    }
    return values;
  }

  private static Value set(Type type, JsonNode json) {
    ArrayNode array = array(json);
    List<Value> values = new ArrayList<>();
    for (JsonNode element : array) {
      values.add(value(type.element(), element, 0));
    }
    if (values.isEmpty()) {
      throw Errors.invalidParameter(
          switch (type) {
            case SS -> "An string set  may not be empty";
            case NS -> "An number set  may not be empty";
            default -> "Binary sets should not be empty";
          });
    }
    Set<Value> distinct = new LinkedHashSet<>(values);
    if (distinct.size() < values.size()) {
      String all =
          array.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ", "[", "]"));
      throw type == Type.NS
          ? Errors.validation("Input collection contains duplicates")
          : Errors.invalidParameter(
              "Input collection "
                  + all
                  + (type == Type.BS
                      ? "of type BS contains duplicates."
                      : " contains duplicates."));
    }
    return new Value.Elements(type, distinct);
  }

  private static ArrayNode array(JsonNode json) {
    if (json instanceof ArrayNode array) {
      return array;
    }
    throw Errors.serialization("Unexpected field type");
  }

  private static String text(JsonNode json) {
    if (json.isString()) {
      return json.stringValue();
    }
    throw Errors.serialization(
        switch (json.getNodeType()) {
          case NUMBER -> "NUMBER_VALUE cannot be converted to String";
          case BOOLEAN ->
              (json.booleanValue() ? "TRUE" : "FALSE") + "_VALUE cannot be converted to String";
          default -> "Unexpected field type";
        });
  }

  private static boolean bool(JsonNode json) {
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    throw Errors.serialization("Unexpected token received from parser");
  }

  private static Value.B binary(JsonNode json) {
    String text = text(json);
    if (text.length() % 4 != 0) {
      throw Errors.serialization(
          "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
    }
    try {
      return new Value.B(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw Errors.serialization("Invalid Base64 value: " + e.getMessage());
    }
  }

  /** An item, key or map of results. */
  public static ObjectNode writeItem(Value.M item) {
    ObjectNode json = JSON.objectNode();
    item.values().forEach((name, value) -> json.set(name, write(value)));
    return json;
  }

  public static ObjectNode write(Value value) {
    String type = value.type().name();
    ObjectNode json = JSON.objectNode();
    return switch (value) {
      case Value.S s -> json.put(type, s.text());
      case Value.N n -> json.put(type, n.text());
      case Value.B b -> json.put(type, b.base64());
      case Value.Bool b -> json.put(type, b.value());
      case Value.Null _ -> json.put(type, true);
      case Value.Elements set -> {
        ArrayNode array = json.putArray(type);
        set.values().forEach(element -> array.add(scalar(element)));
        yield json;
      }
      case Value.L list -> {
        ArrayNode array = json.putArray(type);
        list.values().forEach(element -> array.add(write(element)));
        yield json;
      }
      case Value.M map -> {
        json.set(type, writeItem(map));
        yield json;
      }
    };
  }

  /** A scalar as bare text: an element of a set, or part of a message. */
  public static String scalar(Value value) {
    return switch (value) {
      case Value.S s -> s.text();
      case Value.N n -> n.text();
      case Value.B b -> b.base64();
      default -> throw new IllegalArgumentException(value.type() + " is no scalar");
    };
  }
}
