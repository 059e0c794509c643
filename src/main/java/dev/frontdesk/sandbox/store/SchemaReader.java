package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.value.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and checks CreateTable's request. */
final class SchemaReader {
  private static final int MAX_GLOBAL = 20;
  private static final int MAX_LOCAL = 5;

  private final Request request;
  private final Map<String, Type> types = new LinkedHashMap<>();

  private SchemaReader(ObjectNode json) {
    this.request = new Request(json);
  }

  static TableSchema read(ObjectNode json) {
    return new SchemaReader(json).read();
  }

  private TableSchema read() {
    if (!request.has("TableName")) {
      throw Errors.validation(
          "The parameter 'TableName' is required but was not present in the request");
    }
    String name = request.tableName();
    request.require("AttributeDefinitions");
    request.require("KeySchema");
    request.size("KeySchema", 1, 2);
    String billing =
        request.choice("BillingMode", List.of("PROVISIONED", "PAY_PER_REQUEST"), "PROVISIONED");
    checkThroughput(request);
    List<String> defined = readTypes();
    KeyElements table = KeyElements.read(request);
    List<Request> globals = request.structures("GlobalSecondaryIndexes");
    List<Request> locals = request.structures("LocalSecondaryIndexes");
    for (Request index : globals) {
      checkIndex(index);
    }
    for (Request index : locals) {
      checkIndex(index);
    }
    request.check();
    checkBilling(billing);
    for (String attribute : defined) {
      if (Collections.frequency(defined, attribute) > 1) {
        throw Errors.validation("Attribute Name is duplicated: " + attribute);
      }
    }
    requireSome("GlobalSecondaryIndexes");
    requireSome("LocalSecondaryIndexes");
    KeySchema keys = schema(table, defined);
    globals.forEach(index -> checkThroughput(index, billing));
    List<IndexSchema> indexes = new ArrayList<>();
    for (Request index : locals) {
      indexes.add(index(index, false, keys, defined));
    }
    for (Request index : globals) {
      indexes.add(index(index, true, keys, defined));
    }
    checkIndexes(keys, indexes);
    checkAllUsed(defined, keys, indexes);
    return new TableSchema(name, keys, types, indexes, request.json());
  }

  private void requireSome(String list) {
    if (request.json().get(list) instanceof ArrayNode array && array.isEmpty()) {
      throw Errors.invalidParameter("List of " + list + " is empty");
    }
  }

  private static void checkThroughput(Request index, String billing) {
    boolean given = index.has("ProvisionedThroughput");
    if (given == billing.equals("PROVISIONED")) {
      return;
    }
    String name = index.requiredText("IndexName");
    throw Errors.invalidParameter(
        given
            ? "ProvisionedThroughput should not be specified for index: "
                + name
                + " when BillingMode is PAY_PER_REQUEST"
            : "ProvisionedThroughput is not specified for index: " + name);
  }

  private static void checkIndex(Request index) {
    index.require("IndexName");
    index.require("KeySchema");
    index.require("Projection");
    index.size("KeySchema", 1, 2);
    checkThroughput(index);
    Request projection = index.structure("Projection");
    if (projection != null) {
      projection.choice("ProjectionType", IndexSchema.PROJECTION_TYPES);
      projection.size("NonKeyAttributes", 1, 20);
    }
    KeyElements.read(index);
  }

  private List<String> readTypes() {
    List<String> defined = new ArrayList<>();
    for (Request definition : request.structures("AttributeDefinitions")) {
      String attribute = definition.requiredText("AttributeName");
      definition.require("AttributeType");
      String type = definition.choice("AttributeType", List.of("B", "N", "S"));
      defined.add(attribute);
      if (type.matches("[BNS]")) {
        types.put(attribute, Type.valueOf(type));
      }
    }
    return defined;
  }

  private static void checkThroughput(Request owner) {
    Request throughput = owner.structure("ProvisionedThroughput");
    if (throughput != null) {
      throughput.require("ReadCapacityUnits");
      throughput.require("WriteCapacityUnits");
      throughput.integer("ReadCapacityUnits", 1, Integer.MAX_VALUE);
      throughput.integer("WriteCapacityUnits", 1, Integer.MAX_VALUE);
    }
  }

  private void checkBilling(String billing) {
    boolean given = request.has("ProvisionedThroughput");
    if (billing.equals("PROVISIONED") && !given) {
      throw Errors.invalidParameter(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    if (billing.equals("PAY_PER_REQUEST") && given) {
      throw Errors.invalidParameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
  }

  /** A key schema's elements as they stand in the request; reading notes what is wrong. */
  private record KeyElements(List<String> names, List<String> kinds) {
    static KeyElements read(Request owner) {
      KeyElements elements = new KeyElements(new ArrayList<>(), new ArrayList<>());
      for (Request element : owner.structures("KeySchema")) {
        elements.names.add(element.requiredText("AttributeName"));
        element.require("KeyType");
        elements.kinds.add(element.choice("KeyType", List.of("HASH", "RANGE")));
      }
      return elements;
    }
  }

  private static KeySchema schema(KeyElements elements, List<String> defined) {
    if (elements.names.size() > defined.size()) {
      throw Errors.validation("Invalid KeySchema: Some index key attribute have no definition");
    }
    if (!defined.containsAll(elements.names)) {
      throw Errors.invalidParameter(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: %s, AttributeDefinitions: %s"
              .formatted(elements.names, defined));
    }
    if (elements.names.size() > 1 && elements.names.getLast().equals(elements.names.getFirst())) {
      throw Errors.validation(
          "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    }
    if (!elements.kinds.getFirst().equals("HASH")) {
      throw Errors.validation(
          "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    @Nullable String range = null;
    if (elements.names.size() > 1) {
      if (!elements.kinds.getLast().equals("RANGE")) {
        throw Errors.validation(
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
      }
      range = elements.names.getLast();
    }
    return new KeySchema(elements.names.getFirst(), range);
  }

  private static IndexSchema index(
      Request index, boolean global, KeySchema table, List<String> defined) {
    String name = index.requiredText("IndexName");
    if (!Names.hasLength(name) || !Names.hasLetters(name)) {
      throw Errors.validation(
          "Invalid table/index name.  Table/index names must be between 3 and 255 characters long,"
              + " and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
    }
    KeySchema keys = schema(KeyElements.read(index), defined);
    Request projection = index.structure("Projection");
    String type = projection == null ? null : projection.text("ProjectionType");
    if (type == null) {
      throw Errors.invalidParameter("Unknown ProjectionType: null");
    }
    List<String> included = projection == null ? List.of() : projection.texts("NonKeyAttributes");
    if (type.equals("INCLUDE") == included.isEmpty()) {
      throw Errors.invalidParameter(
          "ProjectionType is %s, but NonKeyAttributes is %s"
              .formatted(type, included.isEmpty() ? "not specified" : "specified"));
    }
    Set<String> projected = new LinkedHashSet<>();
    for (String attribute : included) {
      if (!projected.add(attribute)) {
        throw Errors.invalidParameter("Duplicate element in NonKeyAttributes: " + attribute);
      }
    }
    projected.addAll(keys.attributes());
    projected.addAll(table.attributes());
    return new IndexSchema(name, global, keys, type, projected);
  }

  private static void checkIndexes(KeySchema table, List<IndexSchema> indexes) {
    Set<String> names = new HashSet<>();
    int globals = 0;
    for (IndexSchema index : indexes) {
      if (!names.add(index.name())) {
        throw Errors.invalidParameter("Duplicate index name: " + index.name());
      }
      if (index.global()) {
        globals++;
        continue;
      }
      if (table.range() == null) {
        throw Errors.invalidParameter(
            "Table KeySchema does not have a range key, which is required when specifying a"
                + " LocalSecondaryIndex");
      }
      if (!index.keys().hash().equals(table.hash())) {
        throw Errors.invalidParameter(
            "Index KeySchema does not have the same leading hash key as table KeySchema for index: %s. index hash key: %s, table hash key: %s"
                .formatted(index.name(), index.keys().hash(), table.hash()));
      }
      if (index.keys().range() == null) {
        throw Errors.invalidParameter(
            "Index KeySchema does not have a range key for index: " + index.name());
      }
    }
    if (globals > MAX_GLOBAL) {
      throw Errors.invalidParameter(
          "GlobalSecondaryIndex count exceeds the per-table limit of " + MAX_GLOBAL);
    }
    if (indexes.size() - globals > MAX_LOCAL) {
      throw Errors.invalidParameter(
          "Number of LocalSecondaryIndexes exceeds per-table limit of " + MAX_LOCAL);
    }
  }

  private static void checkAllUsed(
      List<String> defined, KeySchema keys, List<IndexSchema> indexes) {
    Set<String> used = new LinkedHashSet<>(keys.attributes());
    indexes.forEach(index -> used.addAll(index.keys().attributes()));
    if (used.containsAll(defined)) {
      return;
    }
    throw Errors.invalidParameter(
        indexes.isEmpty()
            ? "Number of attributes in KeySchema does not exactly match number of attributes"
                + " defined in AttributeDefinitions"
            : "Some AttributeDefinitions are not used. AttributeDefinitions: %s, keys used: %s"
                .formatted(defined, List.copyOf(used)));
  }
}
