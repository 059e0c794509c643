package dev.frontdesk.sandbox.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the parameters that expressions replaced as expressions (DynamoDB Developer Guide, "Legacy
 * conditional parameters"), so that nothing else needs to know them.
 */
final class Legacy {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> PARAMETERS =
      List.of(
          "AttributesToGet",
          "AttributeUpdates",
          "ConditionalOperator",
          "Expected",
          "KeyConditions",
          "QueryFilter",
          "ScanFilter");
  private static final List<String> EXPRESSIONS =
      List.of(
          "ProjectionExpression",
          "KeyConditionExpression",
          "FilterExpression",
          "UpdateExpression",
          "ConditionExpression");
  private static final List<String> OPERATORS =
      List.of(
          "IN",
          "NULL",
          "BETWEEN",
          "LT",
          "NOT_CONTAINS",
          "EQ",
          "GT",
          "NOT_NULL",
          "NE",
          "LE",
          "BEGINS_WITH",
          "GE",
          "CONTAINS");

  private final Request request;
  private final ObjectNode json;
  private final ObjectNode names = JSON.objectNode();
  private final ObjectNode values = JSON.objectNode();

  private Legacy(ObjectNode original) {
    request = new Request(original);
    json = original.deepCopy();
  }

  /** The request in expressions; itself where it has no legacy parameter. */
  static ObjectNode translated(ObjectNode request) {
    if (request.get("RequestItems") instanceof ObjectNode tables) {
      ObjectNode copy = request.deepCopy();
      ObjectNode items = copy.putObject("RequestItems");
      tables.forEachEntry((name, asked) ->
          items.set(name, asked instanceof ObjectNode one ? translated(one) : asked));
      return copy;
    }
    return PARAMETERS.stream().anyMatch(request::has) ? new Legacy(request).translate() : request;
  }

  private ObjectNode translate() {
    refuseMixture();
    boolean all = !request.choice("ConditionalOperator", List.of("OR", "AND"), "AND").equals("OR");
    projection();
    conditions("KeyConditions", "KeyConditionExpression", true);
    conditions("QueryFilter", "FilterExpression", all);
    conditions("ScanFilter", "FilterExpression", all);
    expected(all);
    updates();
    request.check();
    PARAMETERS.forEach(json::remove);
    if (!names.isEmpty()) {
      json.set("ExpressionAttributeNames", names);
    }
    if (!values.isEmpty()) {
      json.set("ExpressionAttributeValues", values);
    }
    return json;
  }

  private void refuseMixture() {
    List<String> legacy = PARAMETERS.stream().filter(request::has).toList();
    List<String> expressions = EXPRESSIONS.stream().filter(request::has).toList();
    if (!expressions.isEmpty() && !legacy.isEmpty()) {
      throw Errors.validation(
          "Can not use both expression and non-expression parameters in the same request:"
              + " Non-expression parameters: {%s} Expression parameters: {%s}"
                  .formatted(String.join(", ", legacy), String.join(", ", expressions)));
    }
  }

  /** A placeholder; the names of the client's own are not used with legacy parameters. */
  private String name(String attribute) {
    String placeholder = "#legacy" + names.size();
    names.put(placeholder, attribute);
    return placeholder;
  }

  private String value(JsonNode value) {
    String placeholder = ":legacy" + values.size();
    values.set(placeholder, value);
    return placeholder;
  }

  private void projection() {
    if (!request.has("AttributesToGet")) {
      return;
    }
    request.size("AttributesToGet", 1, 255);
    request.check();
    List<String> paths = new ArrayList<>();
    Set<String> distinct = new HashSet<>();
    for (String attribute : request.texts("AttributesToGet")) {
      if (!distinct.add(attribute)) {
        throw Errors.invalidParameter("Duplicate value in attribute name: " + attribute);
      }
      paths.add(name(attribute));
    }
    json.put("ProjectionExpression", String.join(", ", paths));
  }

  private void conditions(String parameter, String expression, boolean all) {
    List<String> parts = new ArrayList<>();
    request
        .structureMap(parameter)
        .forEach((attribute, condition) -> {
          condition.require("ComparisonOperator");
          parts.add(
              comparison(
                  attribute, condition, condition.json().path("AttributeValueList").values()));
        });
    request.check();
    if (parameter.equals("KeyConditions") && request.has(parameter) && parts.size() % 3 == 0) {
      throw Errors.validation("Conditions can be of length 1 or 2 only");
    }
    join(parts, expression, all);
  }

  private void join(List<String> parts, String expression, boolean all) {
    if (!parts.isEmpty()) {
      json.put(expression, String.join(all ? " AND " : " OR ", parts));
    }
  }

  /** One condition in the words of an expression. */
  private String comparison(
      String attribute, Request condition, Iterable<? extends JsonNode> operands) {
    String operator = condition.choice("ComparisonOperator", OPERATORS, "EQ");
    String path = name(attribute);
    List<String> given = new ArrayList<>();
    operands.forEach(operand -> given.add(value(operand)));
    boolean fits =
        switch (operator) {
          case "NULL", "NOT_NULL" -> given.isEmpty();
          case "BETWEEN" -> given.size() == 2;
          case "IN" -> !given.isEmpty();
          default -> given.size() == 1;
        };
    if (!fits && OPERATORS.contains(operator)) {
      throw Errors.invalidParameter(
          "Invalid number of argument(s) for the %s ComparisonOperator".formatted(operator));
    }
    return switch (operator) {
      case "NULL" -> "attribute_not_exists(%s)".formatted(path);
      case "NOT_NULL" -> "attribute_exists(%s)".formatted(path);
      case "BETWEEN" -> "%s BETWEEN %s AND %s".formatted(path, given.getFirst(), given.getLast());
      case "IN" -> "%s IN (%s)".formatted(path, String.join(", ", given));
      case "CONTAINS", "BEGINS_WITH" ->
          "%s(%s, %s)".formatted(operator.toLowerCase(Locale.ROOT), path, given.getFirst());
      case "NOT_CONTAINS" -> "NOT contains(%s, %s)".formatted(path, given.getFirst());
      case "NE" -> "%s <> %s".formatted(path, given.getFirst());
      case "LT" -> "%s < %s".formatted(path, given.getFirst());
      case "LE" -> "%s <= %s".formatted(path, given.getFirst());
      case "GT" -> "%s > %s".formatted(path, given.getFirst());
      case "GE" -> "%s >= %s".formatted(path, given.getFirst());
      default -> "%s = %s".formatted(path, given.isEmpty() ? "" : given.getFirst());
    };
  }

  private void expected(boolean all) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Request> entry : request.structureMap("Expected").entrySet()) {
      parts.add(expectation(entry.getKey(), entry.getValue()));
    }
    join(parts, "ConditionExpression", all);
  }

  private String expectation(String attribute, Request condition) {
    boolean hasValue = condition.has("Value");
    if (condition.has("ComparisonOperator")) {
      refuseIf(
          condition.has("Exists"),
          "Exists and ComparisonOperator cannot be used together",
          attribute);
      boolean listed = condition.has("AttributeValueList");
      refuseIf(
          hasValue && listed, "Value and AttributeValueList cannot be used together", attribute);
      return comparison(
          attribute,
          condition,
          hasValue
              ? List.of(condition.json().get("Value"))
              : condition.json().path("AttributeValueList").values());
    }
    refuseIf(
        condition.has("AttributeValueList"),
        "AttributeValueList can only be used with a ComparisonOperator",
        attribute);
    if (condition.has("Exists") && !condition.flag("Exists")) {
      refuseIf(hasValue, "Value cannot be used when Exists is false", attribute);
      return "attribute_not_exists(%s)".formatted(name(attribute));
    }
    refuseIf(
        !hasValue,
        "Value must be provided when Exists is " + (condition.has("Exists") ? "true" : "null"),
        attribute);
    return "%s = %s".formatted(name(attribute), value(condition.json().get("Value")));
  }

  private static void refuseIf(boolean wrong, String fault, String attribute) {
    if (wrong) {
      throw Errors.invalidParameter(fault + " for Attribute: " + attribute);
    }
  }

  private void updates() {
    List<String> set = new ArrayList<>();
    List<String> remove = new ArrayList<>();
    List<String> add = new ArrayList<>();
    List<String> delete = new ArrayList<>();
    request
        .structureMap("AttributeUpdates")
        .forEach((attribute, update) -> {
          String action = update.choice("Action", List.of("ADD", "PUT", "DELETE"), "PUT");
          JsonNode value = update.json().get("Value");
          if (value == null || value.isNull()) {
            if (!action.equals("DELETE")) {
              throw Errors.invalidParameter(
                  "Only DELETE action is allowed when no attribute value is specified");
            }
            remove.add(name(attribute));
            return;
          }
          requireType(action, value);
          switch (action) {
            case "ADD" -> add.add(name(attribute) + " " + value(value));
            case "DELETE" -> delete.add(name(attribute) + " " + value(value));
            default -> set.add(name(attribute) + " = " + value(value));
          }
        });
    StringBuilder expression = new StringBuilder();
    section(expression, "SET", set);
    section(expression, "REMOVE", remove);
    section(expression, "ADD", add);
    section(expression, "DELETE", delete);
    if (!expression.isEmpty()) {
      json.put("UpdateExpression", expression.toString().strip());
    }
  }

  private static void requireType(String action, JsonNode value) {
    Set<String> allowed =
        switch (action) {
          case "ADD" -> Set.of("N", "SS", "NS", "BS");
          case "DELETE" -> Set.of("SS", "NS", "BS");
          default -> Set.of();
        };
    String type = value.propertyNames().stream().findFirst().orElse("");
    if (!allowed.isEmpty() && !type.isEmpty() && !allowed.contains(type)) {
      throw Errors.invalidParameter(
          action.equals("ADD")
              ? "ADD action is not supported for the type " + type
              : "DELETE action with value is not supported for the type " + type);
    }
  }

  private static void section(StringBuilder expression, String keyword, List<String> actions) {
    if (!actions.isEmpty()) {
      expression.append(keyword).append(' ').append(String.join(", ", actions)).append(' ');
    }
  }
}
