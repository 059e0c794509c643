package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.expression.Scope;
import dev.frontdesk.sandbox.store.value.Value;
import dev.frontdesk.sandbox.store.value.ValueJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the placeholders of a request. */
final class Placeholders {
  private static final List<String> EXPRESSIONS =
      List.of(
          "ProjectionExpression",
          "KeyConditionExpression",
          "FilterExpression",
          "UpdateExpression",
          "ConditionExpression");

  private Placeholders() {}

  /**
   * @param withValues the request's expressions that may use values, in the order of DynamoDB's
   *     message where there are values and none of them
   */
  static Scope read(Request request, List<String> withValues) {
    ObjectNode names = request.object("ExpressionAttributeNames");
    ObjectNode values = request.object("ExpressionAttributeValues");
    if (names != null) {
      if (EXPRESSIONS.stream().noneMatch(request::has)) {
        throw Errors.validation(
            "ExpressionAttributeNames can only be specified when using expressions");
      }
      requireSome(names, "ExpressionAttributeNames");
    }
    if (values != null) {
      if (withValues.stream().noneMatch(request::has)) {
        throw Errors.validation(
            "ExpressionAttributeValues can only be specified when using expressions: "
                + String.join(" and ", withValues)
                + (withValues.size() == 1 ? " is null" : " are null"));
      }
      requireSome(values, "ExpressionAttributeValues");
    }
    return new Scope(names(names), values(values));
  }

  private static void requireSome(ObjectNode map, String parameter) {
    if (map.isEmpty()) {
      throw Errors.validation(parameter + " must not be empty");
    }
  }

  private static Map<String, String> names(@Nullable ObjectNode json) {
    Map<String, String> names = new LinkedHashMap<>();
    if (json != null) {
      for (Map.Entry<String, JsonNode> entry : json.properties()) {
        requireSyntax("ExpressionAttributeNames", '#', entry.getKey());
        if (!entry.getValue().isString()) {
          throw Errors.serialization("Unexpected field type");
        }
        names.put(entry.getKey(), entry.getValue().stringValue());
      }
    }
    return names;
  }

  private static Map<String, Value> values(@Nullable ObjectNode json) {
    Map<String, Value> values = new LinkedHashMap<>();
    if (json != null) {
      for (Map.Entry<String, JsonNode> entry : json.properties()) {
        String key = entry.getKey();
        requireSyntax("ExpressionAttributeValues", ':', key);
        try {
          values.put(key, ValueJson.read(entry.getValue()));
        } catch (DynamoDbException e) {
          throw e.type().equals("ValidationException")
              ? Errors.validation(
                  "ExpressionAttributeValues contains invalid value: %s for key %s"
                      .formatted(e.getMessage(), key))
              : e;
        }
      }
    }
    return values;
  }

  private static void requireSyntax(String parameter, char mark, String key) {
    if (!key.matches(mark + "[A-Za-z0-9_]+")) {
      throw Errors.validation(
          "%s contains invalid key: Syntax error; key: \"%s\"".formatted(parameter, key));
    }
  }
}
