package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.value.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes table descriptions. */
final class SchemaWriter {
  /** The sandbox's account and region, wherever an ARN needs them. */
  static final String ARN_PREFIX = "arn:aws:dynamodb:us-east-1:000000000000:table/";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SchemaWriter() {}

  /**
   * @param stored CreateTable's document with the id and time that the table got
   */
  static ObjectNode describe(TableSchema schema, ObjectNode stored, String status) {
    ObjectNode table = JSON.objectNode();
    table.set("AttributeDefinitions", stored.get("AttributeDefinitions").deepCopy());
    table.put("TableName", schema.name());
    table.set("KeySchema", schema.keys().json());
    table.put("TableStatus", status);
    table.set("CreationDateTime", stored.get("CreationDateTime"));
    table.set("ProvisionedThroughput", throughput(stored));
    table.put("TableSizeBytes", 0);
    table.put("ItemCount", 0);
    table.put("TableArn", ARN_PREFIX + schema.name());
    table.set("TableId", stored.get("TableId"));
    if (stored.path("BillingMode").asString("").equals("PAY_PER_REQUEST")) {
      table
          .putObject("BillingModeSummary")
          .put("BillingMode", "PAY_PER_REQUEST")
          .set("LastUpdateToPayPerRequestDateTime", stored.get("CreationDateTime"));
    }
    for (IndexSchema index : schema.indexes()) {
      String list = index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
      ArrayNode indexes = table.get(list) instanceof ArrayNode array ? array : table.putArray(list);
      indexes.add(describe(schema, index, stored, status));
    }
    table.put(
        "DeletionProtectionEnabled", stored.path("DeletionProtectionEnabled").asBoolean(false));
    return table;
  }

  private static ObjectNode describe(
      TableSchema schema, IndexSchema index, ObjectNode stored, String status) {
    ObjectNode json = JSON.objectNode();
    json.put("IndexName", index.name());
    json.set("KeySchema", index.keys().json());
    String list = index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
    for (JsonNode asked : stored.get(list)) {
      if (asked.path("IndexName").asString("").equals(index.name())) {
        json.set("Projection", asked.get("Projection").deepCopy());
        if (index.global()) {
          json.set("ProvisionedThroughput", throughput(asked));
        }
      }
    }
    if (index.global()) {
      json.put("IndexStatus", status);
    }
    json.put("IndexSizeBytes", 0);
    json.put("ItemCount", 0);
    json.put("IndexArn", ARN_PREFIX + schema.name() + "/index/" + index.name());
    return json;
  }

  private static ObjectNode throughput(JsonNode owner) {
    JsonNode asked = owner.path("ProvisionedThroughput");
    return JSON.objectNode()
        .put("NumberOfDecreasesToday", 0)
        .put("ReadCapacityUnits", asked.path("ReadCapacityUnits").asLong(0))
        .put("WriteCapacityUnits", asked.path("WriteCapacityUnits").asLong(0));
  }

  /** Fills in what the table holds now; DynamoDB itself is up to six hours late with it. */
  static void addCounts(ObjectNode description, Table table) {
    description.put("ItemCount", table.items().sizeAsLong());
    description.put(
        "TableSizeBytes", table.items().values().stream().mapToLong(Value.M::itemSize).sum());
    for (IndexSchema index : table.schema().indexes()) {
      String list = index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
      for (JsonNode described : description.get(list)) {
        if (described.path("IndexName").asString("").equals(index.name())) {
          ((ObjectNode) described).put("ItemCount", table.index(index).sizeAsLong());
        }
      }
    }
  }
}
