package dev.frontdesk.sandbox.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A structure of a request, read with the checks of DynamoDB's service model. A member of a wrong
 * JSON type is a SerializationException at once; a value that breaks a constraint is noted, and
 * {@link #check} tells all of them together, as DynamoDB does.
 */
final class Request {
  private final ObjectNode json;
  private final String path;
  private final List<String> problems;

  Request(ObjectNode json) {
    this(json, "", new ArrayList<>());
  }

  private Request(ObjectNode json, String path, List<String> problems) {
    this.json = json;
    this.path = path;
    this.problems = problems;
  }

  /** Whether this is a structure within a request: an action of a transaction. */
  boolean isNested() {
    return !path.isEmpty();
  }

  ObjectNode json() {
    return json;
  }

  /** The constraints that were broken anywhere in the request so far. */
  void check() {
    if (!problems.isEmpty()) {
      throw Errors.validation(
          "%d validation error%s detected: %s"
              .formatted(
                  problems.size(), problems.size() == 1 ? "" : "s", String.join("; ", problems)));
    }
  }

  boolean has(String member) {
    JsonNode value = json.get(member);
    return value != null && !value.isNull();
  }

  private @Nullable JsonNode member(String member) {
    return has(member) ? json.get(member) : null;
  }

  private String place(String member) {
    return path + Character.toLowerCase(member.charAt(0)) + member.substring(1);
  }

  void problem(@Nullable Object value, String member, String constraint) {
    problems.add(
        "Value %s at '%s' failed to satisfy constraint: %s"
            .formatted(value == null ? "null" : "'" + value + "'", place(member), constraint));
  }

  void require(String member) {
    if (!has(member)) {
      problem(null, member, "Member must not be null");
    }
  }

  @Nullable String text(String member) {
    return switch (member(member)) {
      case null -> null;
      case JsonNode value when value.isString() -> value.stringValue();
      case JsonNode value when value.isNumber() ->
          throw Errors.serialization("NUMBER_VALUE cannot be converted to String");
      case JsonNode value when value.isBoolean() ->
          throw Errors.serialization(
              (value.booleanValue() ? "TRUE" : "FALSE") + "_VALUE cannot be converted to String");
      default -> throw Errors.serialization("Unexpected field type");
    };
  }

  /** A text that must be there; empty, with the problem noted, where it is not. */
  String requiredText(String member) {
    require(member);
    String text = text(member);
    return text == null ? "" : text;
  }

  /** One of the allowed words, NONE by default; they are in the order of DynamoDB's message. */
  String choice(String member, List<String> allowed) {
    return choice(member, allowed, "NONE");
  }

  String choice(String member, List<String> allowed, String otherwise) {
    String text = text(member);
    if (text == null) {
      return otherwise;
    }
    if (!allowed.contains(text)) {
      problem(
          text, member, "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
    }
    return text;
  }

  @Nullable Integer integer(String member, int min, int max) {
    JsonNode value = member(member);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      throw Errors.serialization(
          value.isString()
              ? "STRING_VALUE cannot be converted to Integer"
              : "Unexpected field type");
    }
    int number = value.asInt(0);
    if (number < min) {
      problem(number, member, "Member must have value greater than or equal to " + min);
    } else if (number > max) {
      problem(number, member, "Member must have value less than or equal to " + max);
    }
    return number;
  }

  boolean flag(String member) {
    JsonNode value = member(member);
    if (value == null) {
      return false;
    }
    if (!value.isBoolean()) {
      throw Errors.serialization("Unexpected token received from parser");
    }
    return value.booleanValue();
  }

  @Nullable ObjectNode object(String member) {
    return switch (member(member)) {
      case null -> null;
      case ObjectNode object -> object;
      default -> throw Errors.serialization("Unexpected field type");
    };
  }

  /** A nested structure; null where it is not there. */
  @Nullable Request structure(String member) {
    ObjectNode object = object(member);
    return object == null ? null : new Request(object, place(member) + ".", problems);
  }

  /** A list of structures; empty where it is not there. */
  List<Request> structures(String member) {
    JsonNode value = member(member);
    List<Request> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (!value.isArray()) {
      throw Errors.serialization("Unexpected field type");
    }
    for (JsonNode element : value) {
      if (!(element instanceof ObjectNode object)) {
        throw Errors.serialization("Unexpected field type");
      }
      all.add(new Request(object, place(member) + "." + (all.size() + 1) + ".member.", problems));
    }
    return all;
  }

  /** A map of structures; empty where it is not there. */
  Map<String, Request> structureMap(String member) {
    ObjectNode map = object(member);
    Map<String, Request> all = new LinkedHashMap<>();
    if (map != null) {
      for (Map.Entry<String, JsonNode> entry : map.properties()) {
        if (!(entry.getValue() instanceof ObjectNode object)) {
          throw Errors.serialization("Unexpected field type");
        }
        all.put(
            entry.getKey(),
            new Request(object, place(member) + "." + entry.getKey() + ".member.", problems));
      }
    }
    return all;
  }

  /** A map whose values are lists of structures; empty where it is not there. */
  Map<String, List<Request>> structureListMap(String member) {
    ObjectNode map = object(member);
    Map<String, List<Request>> all = new LinkedHashMap<>();
    if (map != null) {
      Request lists = new Request(map, place(member) + ".", problems);
      for (String name : map.propertyNames()) {
        all.put(name, lists.structures(name));
      }
    }
    return all;
  }

  List<String> texts(String member) {
    JsonNode value = member(member);
    List<String> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (!value.isArray()) {
      throw Errors.serialization("Unexpected field type");
    }
    for (JsonNode element : value) {
      if (!element.isString()) {
        throw Errors.serialization("Unexpected field type");
      }
      all.add(element.stringValue());
    }
    return all;
  }

  /** Notes a problem where a collection's size is out of bounds. */
  void size(String member, int min, int max) {
    JsonNode value = member(member);
    if (value != null && value.isContainer()) {
      int size = value.size();
      if (size < min || size > max) {
        problem(
            value.isEmpty() ? (value.isArray() ? "[]" : "{}") : value,
            member,
            size < min
                ? "Member must have length greater than or equal to " + min
                : "Member must have length less than or equal to " + max);
      }
    }
  }

  /**
   * The table's name; an ARN stands for the name at its end. Refused at once where its length is
   * wrong, noted where its letters are.
   */
  String tableName() {
    String given = requiredText("TableName");
    if (!has("TableName")) {
      return given;
    }
    String name = tableName(given);
    if (!Names.hasLetters(name)) {
      problem(
          given, "TableName", "Member must satisfy regular expression pattern: " + Names.PATTERN);
    }
    return name;
  }

  static String tableName(String given) {
    String name = given.startsWith("arn:") ? given.substring(given.indexOf('/') + 1) : given;
    if (!Names.hasLength(name)) {
      throw Errors.validation(
          "TableName must be at least 3 characters long and at most 255 characters long");
    }
    return name;
  }
}
