package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.value.Type;
import dev.frontdesk.sandbox.store.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What DynamoDB demands of keys and of the items that have them. */
final class KeyChecks {
  static final int MAX_ITEM_BYTES = 400 * 1024;

  private static final int MAX_HASH_BYTES = 2048;
  private static final int MAX_RANGE_BYTES = 1024;

  private KeyChecks() {}

  /** A key as it names an item: exactly the table's key attributes, each of its type. */
  static void key(TableSchema schema, Value.M key) {
    if (!key.values().keySet().equals(new HashSet<>(schema.keys().attributes()))) {
      throw mismatch();
    }
    for (String attribute : schema.keys().attributes()) {
      if (present(key, attribute).type() != schema.type(attribute)) {
        throw mismatch();
      }
      requireContent(key, attribute);
    }
    requireSizes(schema.keys(), key);
  }

  private static DynamoDbException mismatch() {
    return Errors.validation("The provided key element does not match the schema");
  }

  private static Value present(Value.M item, String attribute) {
    Value value = item.values().get(attribute);
    if (value == null) {
      throw Errors.invalidParameter("Missing the key " + attribute + " in the item");
    }
    return value;
  }

  private static void requireContent(Value.M key, String attribute) {
    Value value = present(key, attribute);
    if (isEmpty(value)) {
      throw Errors.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty "
              + (value.type() == Type.S ? "string" : "binary")
              + " value. Key: "
              + attribute);
    }
  }

  static boolean isEmpty(Value key) {
    return (key.type() == Type.S || key.type() == Type.B) && key.size() == 0;
  }

  private static void requireSizes(KeySchema keys, Value.M item) {
    if (present(item, keys.hash()).size() > MAX_HASH_BYTES) {
      throw Errors.invalidParameter(
          "Size of hashkey has exceeded the maximum size limit of" + MAX_HASH_BYTES + " bytes");
    }
    if (keys.range() != null && present(item, keys.range()).size() > MAX_RANGE_BYTES) {
      throw Errors.invalidParameter(
          "Aggregated size of all range keys has exceeded the size limit of "
              + MAX_RANGE_BYTES
              + " bytes");
    }
  }

  /** A whole item as it is to be put. */
  static void item(TableSchema schema, Value.M item) {
    for (String attribute : schema.keys().attributes()) {
      Type actual = present(item, attribute).type();
      if (actual != schema.type(attribute)) {
        throw Errors.invalidParameter(
            "Type mismatch for key %s expected: %s actual: %s"
                .formatted(attribute, schema.type(attribute), actual));
      }
      requireContent(item, attribute);
    }
    requireSizes(schema.keys(), item);
    indexKeys(schema, item);
    if (item.itemSize() > MAX_ITEM_BYTES) {
      throw Errors.validation("Item size has exceeded the maximum allowed size");
    }
  }

  /** Attributes that are keys of an index may be missing, but not of another type. */
  static void indexKeys(TableSchema schema, Value.M item) {
    for (IndexSchema index : schema.indexes()) {
      for (String attribute : index.keys().attributes()) {
        Value value = item.values().get(attribute);
        if (value == null) {
          continue;
        }
        if (value.type() != schema.type(attribute)) {
          throw Errors.invalidParameter(
              "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
                  .formatted(attribute, schema.type(attribute), value.type(), index.name()));
        }
        if (isEmpty(value)) {
          throw Errors.validation(
              "One or more parameter values are not valid. A value specified for a secondary index"
                  + " key is not supported. The AttributeValue for a key attribute cannot contain"
                  + " an empty %s value. IndexName: %s, IndexKey: %s"
                      .formatted(
                          value.type() == Type.S ? "string" : "binary", index.name(), attribute));
        }
      }
      if (index.holds(item)) {
        requireSizes(index.keys(), item);
      }
    }
  }

  /** The key of an item, with those of an index where one is given. */
  static Value.M keyOf(Value.M item, KeySchema... schemas) {
    Map<String, Value> key = new LinkedHashMap<>();
    for (KeySchema schema : schemas) {
      for (String attribute : schema.attributes()) {
        key.put(attribute, present(item, attribute));
      }
    }
    return new Value.M(key);
  }

  /** Names that a key of an index and of its table consists of. */
  static Set<String> names(KeySchema... schemas) {
    Set<String> names = new HashSet<>();
    for (KeySchema schema : schemas) {
      names.addAll(schema.attributes());
    }
    return names;
  }
}
