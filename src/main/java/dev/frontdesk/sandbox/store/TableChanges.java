package dev.frontdesk.sandbox.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What UpdateTable asks for, worked into CreateTable's document. */
final class TableChanges {
  private static final List<String> SETTINGS =
      List.of(
          "ProvisionedThroughput",
          "BillingMode",
          "StreamSpecification",
          "SSESpecification",
          "DeletionProtectionEnabled",
          "OnDemandThroughput",
          "WarmThroughput",
          "TableClass");
  private static final String INDEXES = "GlobalSecondaryIndexes";
  private static final String UPDATES = "GlobalSecondaryIndexUpdates";
  private static final int MAX_GLOBAL = 20;

  private final Request request;

  /** Reads the request and checks what needs no table. */
  TableChanges(Request request) {
    this.request = request;
    List<Request> updates = request.structures(UPDATES);
    for (Request update : updates) {
      for (String action : List.of("Create", "Update", "Delete")) {
        Request asked = update.structure(action);
        if (asked != null) {
          asked.require("IndexName");
        }
      }
    }
    request.check();
    if (updates.isEmpty() && SETTINGS.stream().noneMatch(request::has)) {
      throw Errors.validation(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates,"
              + " MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency,"
              + " DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is"
              + " required");
    }
  }

  /**
   * The table's document after the changes, not yet checked as a whole.
   *
   * @param table as it is now
   */
  ObjectNode appliedTo(TableSchema table) {
    ObjectNode document = table.request().deepCopy();
    for (String setting : SETTINGS) {
      if (request.has(setting)) {
        document.set(setting, request.json().get(setting));
      }
    }
    ArrayNode indexes =
        document.get(INDEXES) instanceof ArrayNode array ? array : document.putArray(INDEXES);
    for (Request update : request.structures(UPDATES)) {
      apply(update, indexes, table);
    }
    if (document.path("BillingMode").asString("").equals("PAY_PER_REQUEST")
        && !request.has("ProvisionedThroughput")) {
      document.remove("ProvisionedThroughput");
      if (!table.request().path("BillingMode").asString("").equals("PAY_PER_REQUEST")) {
        indexes.forEach(index -> ((ObjectNode) index).remove("ProvisionedThroughput"));
      }
    }
    if (indexes.isEmpty()) {
      document.remove(INDEXES);
    }
    define(document);
    return document;
  }

  private static void apply(Request update, ArrayNode indexes, TableSchema table) {
    Request create = update.structure("Create");
    Request change = update.structure("Update");
    Request delete = update.structure("Delete");
    if (create != null) {
      if (table.index(create.requiredText("IndexName")) != null) {
        throw Errors.validation("Attempting to create an index which already exists");
      }
      if (indexes.size() >= MAX_GLOBAL) {
        throw Errors.of(
            "LimitExceededException",
            "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit"
                + " of "
                + MAX_GLOBAL);
      }
      indexes.add(create.json().deepCopy());
    } else if (change != null) {
      ((ObjectNode) indexes.get(position(indexes, change.requiredText("IndexName"))))
          .setAll(change.json());
    } else if (delete != null) {
      indexes.remove(position(indexes, delete.requiredText("IndexName")));
    } else {
      throw Errors.invalidParameter(
          "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
              + " GlobalSecondaryIndexUpdate.Delete must not be null");
    }
  }

  private static int position(ArrayNode indexes, String name) {
    for (int i = 0; i < indexes.size(); i++) {
      if (indexes.get(i).path("IndexName").asString("").equals(name)) {
        return i;
      }
    }
    throw Errors.of("ResourceNotFoundException", "Requested resource not found");
  }

  /** Takes in the definitions that the request brings, and leaves out those no key has any more. */
  private void define(ObjectNode document) {
    ArrayNode definitions = JsonNodeFactory.instance.arrayNode();
    Set<String> defined = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    addKeys(document, keys);
    document.path(INDEXES).forEach(index -> addKeys(index, keys));
    document.path("LocalSecondaryIndexes").forEach(index -> addKeys(index, keys));
    for (JsonNode source : List.of(request.json(), document)) {
      for (JsonNode definition : source.path("AttributeDefinitions")) {
        String name = definition.path("AttributeName").asString("");
        if (keys.contains(name) && defined.add(name)) {
          definitions.add(definition);
        }
      }
    }
    document.set("AttributeDefinitions", definitions);
  }

  private static void addKeys(JsonNode owner, Set<String> keys) {
    owner
        .path("KeySchema")
        .forEach(element -> keys.add(element.path("AttributeName").asString("")));
  }
}
