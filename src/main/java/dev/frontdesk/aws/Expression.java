package dev.frontdesk.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The placeholders of the expressions of one write or query. Every name gets one: half of the usual
 * names are reserved words (DynamoDB Developer Guide, "Reserved words").
 */
final class Expression {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  /** The placeholder of an attribute. */
  String name(String attribute) {
    for (var known : names.entrySet()) {
      if (known.getValue().equals(attribute)) {
        return known.getKey();
      }
    }
    String placeholder = "#n" + names.size();
    names.put(placeholder, attribute);
    return placeholder;
  }

  /** The placeholder of a value. */
  String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }

  /** The condition that the attribute has this value. */
  String equal(String attribute, AttributeValue value) {
    return name(attribute) + " = " + value(value);
  }

  /** The condition that the attribute is missing or has this value. */
  String absentOrEqual(String attribute, AttributeValue value) {
    String name = name(attribute);
    return "(attribute_not_exists(" + name + ") OR " + name + " = " + value(value) + ")";
  }

  /** The update that sets each of these attributes, and removes those without a value. */
  String update(Map<String, Optional<AttributeValue>> attributes) {
    List<String> sets = new ArrayList<>();
    List<String> removes = new ArrayList<>();
    attributes.forEach((attribute, value) ->
        value.ifPresentOrElse(
            there -> sets.add(equal(attribute, there)), () -> removes.add(name(attribute))));
    String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
    String remove = removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes);
    return (set + remove).strip();
  }

  String exists(String attribute) {
    return "attribute_exists(" + name(attribute) + ")";
  }

  String absent(String attribute) {
    return "attribute_not_exists(" + name(attribute) + ")";
  }

  Map<String, String> names() {
    return names;
  }

  /** The values; null where there are none, for DynamoDB refuses an empty map. */
  @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }

  // Writes of a transaction, with the placeholders that their expressions have used.

  /** Puts a whole item where the condition holds. */
  TransactWriteItem put(String table, Map<String, AttributeValue> item, String condition) {
    return TransactWriteItem.builder()
        .put(write ->
            write
                .tableName(table)
                .item(item)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values()))
        .build();
  }

  /** Updates an item where the condition holds. */
  TransactWriteItem update(
      String table, Map<String, AttributeValue> key, String update, String condition) {
    return TransactWriteItem.builder()
        .update(write ->
            write
                .tableName(table)
                .key(key)
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values()))
        .build();
  }

  /** Deletes an item where the condition holds. */
  TransactWriteItem delete(String table, Map<String, AttributeValue> key, String condition) {
    return TransactWriteItem.builder()
        .delete(write ->
            write
                .tableName(table)
                .key(key)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values()))
        .build();
  }

  /** Lets the transaction through only where the condition holds. */
  TransactWriteItem check(String table, Map<String, AttributeValue> key, String condition) {
    return TransactWriteItem.builder()
        .conditionCheck(write ->
            write
                .tableName(table)
                .key(key)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values()))
        .build();
  }
}
