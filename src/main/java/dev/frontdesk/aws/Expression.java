package dev.frontdesk.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The placeholders of one DynamoDB expression. Every name gets one: half of the usual names are
 * reserved words (DynamoDB Developer Guide, "Reserved words").
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
}
