package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.value.ItemType;
import dev.frontdesk.sandbox.store.value.Value;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tables: making, describing, listing and removing them. A table is usable at once. */
final class Catalogue {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int MAX_LISTED = 100;

  private final Storage storage;
  private final InstantSource clock;
  private final MVMap<String, String> schemas;
  private final MVMap<String, String> timesToLive;
  private final Map<String, Table> open = new ConcurrentHashMap<>();

  Catalogue(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
    schemas = storage.map("tables", StringDataType.INSTANCE, StringDataType.INSTANCE);
    timesToLive = storage.map("ttl", StringDataType.INSTANCE, StringDataType.INSTANCE);
    schemas.values().forEach(json -> open(MAPPER.readValue(json, ObjectNode.class)));
  }

  private void open(ObjectNode stored) {
    TableSchema schema = SchemaReader.read(stored);
    String id = id(stored);
    Map<String, MVMap<byte[], byte[]>> indexes = new LinkedHashMap<>();
    for (IndexSchema index : schema.indexes()) {
      indexes.put(
          index.name(),
          storage.map(indexMap(id, index), ByteArrayDataType.INSTANCE, ByteArrayDataType.INSTANCE));
    }
    MVMap<byte[], Value.M> items =
        storage.map(itemMap(id), ByteArrayDataType.INSTANCE, ItemType.INSTANCE);
    open.put(schema.name(), new Table(schema, items, indexes));
  }

  private static String id(ObjectNode stored) {
    return stored.path("TableId").stringValue();
  }

  private static String itemMap(String id) {
    return "items/" + id;
  }

  private static String indexMap(String id, IndexSchema index) {
    return "index/" + id + "/" + index.name();
  }

  /** A table for reading and writing items. */
  Table table(String name) {
    return Optional.ofNullable(open.get(name))
        .orElseThrow(() -> Errors.of("ResourceNotFoundException", "Requested resource not found"));
  }

  private Table named(String name) {
    return Optional.ofNullable(open.get(name))
        .orElseThrow(() ->
            Errors.of(
                "ResourceNotFoundException",
                "Requested resource not found: Table: " + name + " not found"));
  }

  ObjectNode create(ObjectNode json) {
    TableSchema schema = SchemaReader.read(json);
    ObjectNode stored = schema.request().deepCopy();
    stored.put("TableName", schema.name());
    stored.put("TableId", UUID.randomUUID().toString());
    stored.put("CreationDateTime", clock.millis() / 1000.0);
    return storage.write(() -> {
      if (open.containsKey(schema.name())) {
        throw Errors.of("ResourceInUseException", "Table already exists: " + schema.name());
      }
      ObjectNode answer = JSON.objectNode();
      answer.set("TableDescription", SchemaWriter.describe(schema, stored, "CREATING"));
      return new Storage.Outcome<>(
          List.of(),
          () -> {
            schemas.put(schema.name(), stored.toString());
            open(stored);
          },
          answer);
    });
  }

  /** UpdateTable: a new index is filled, and a removed one gone, before the answer. */
  ObjectNode update(ObjectNode json) {
    String name = controlName(json);
    TableChanges changes = new TableChanges(new Request(json));
    return storage.write(() -> {
      Table before = named(name);
      ObjectNode stored = changes.appliedTo(before.schema());
      TableSchema after = SchemaReader.read(stored);
      ObjectNode answer = JSON.objectNode();
      answer.set("TableDescription", SchemaWriter.describe(after, stored, "UPDATING"));
      return new Storage.Outcome<>(List.of(), () -> replace(before, after), answer);
    });
  }

  private void replace(Table before, TableSchema after) {
    ObjectNode stored = after.request();
    schemas.put(after.name(), stored.toString());
    for (IndexSchema index : before.schema().indexes()) {
      if (after.index(index.name()) == null) {
        storage.removeMap(indexMap(id(stored), index));
      }
    }
    open(stored);
    Table now = table(after.name());
    for (IndexSchema index : after.indexes()) {
      if (before.schema().index(index.name()) == null) {
        now.fill(index);
      }
    }
  }

  ObjectNode describe(ObjectNode json) {
    String name = controlName(json);
    return storage.read(() -> {
      ObjectNode answer = JSON.objectNode();
      answer.set("Table", described(named(name), "ACTIVE"));
      return answer;
    });
  }

  private static ObjectNode described(Table table, String status) {
    ObjectNode description =
        SchemaWriter.describe(table.schema(), table.schema().request(), status);
    SchemaWriter.addCounts(description, table);
    return description;
  }

  private static String controlName(ObjectNode json) {
    Request request = new Request(json);
    if (!request.has("TableName")) {
      throw Errors.validation(
          "The parameter 'TableName' is required but was not present in the request");
    }
    String name = request.tableName();
    request.check();
    return name;
  }

  ObjectNode list(ObjectNode json) {
    Request request = new Request(json);
    Integer limit = request.integer("Limit", 1, MAX_LISTED);
    String after = request.text("ExclusiveStartTableName");
    request.check();
    int most = limit == null ? MAX_LISTED : limit;
    return storage.read(() -> {
      List<String> names = new ArrayList<>();
      String name = after == null ? schemas.firstKey() : schemas.higherKey(after);
      while (name != null && names.size() < most) {
        names.add(name);
        name = schemas.higherKey(name);
      }
      ObjectNode answer = JSON.objectNode();
      ArrayNode listed = answer.putArray("TableNames");
      names.forEach(listed::add);
      if (name != null) {
        answer.put("LastEvaluatedTableName", names.getLast());
      }
      return answer;
    });
  }

  ObjectNode delete(ObjectNode json) {
    String name = controlName(json);
    return storage.write(() -> {
      Table table = named(name);
      if (table.schema().request().path("DeletionProtectionEnabled").asBoolean(false)) {
        throw Errors.validation(
            "Resource cannot be deleted as it is currently protected against deletion."
                + " Disable deletion protection first.");
      }
      ObjectNode answer = JSON.objectNode();
      answer.set("TableDescription", described(table, "DELETING"));
      return new Storage.Outcome<>(List.of(), () -> remove(table.schema()), answer);
    });
  }

  private void remove(TableSchema schema) {
    String id = id(schema.request());
    open.remove(schema.name());
    schemas.remove(schema.name());
    timesToLive.remove(schema.name());
    storage.removeMap(itemMap(id));
    schema.indexes().forEach(index -> storage.removeMap(indexMap(id, index)));
  }

  ObjectNode describeTimeToLive(ObjectNode json) {
    Request request = new Request(json);
    String name = request.tableName();
    request.check();
    return storage.read(() -> {
      named(name);
      ObjectNode answer = JSON.objectNode();
      ObjectNode description = answer.putObject("TimeToLiveDescription");
      String attribute = timesToLive.get(name);
      description.put("TimeToLiveStatus", attribute == null ? "DISABLED" : "ENABLED");
      if (attribute != null) {
        description.put("AttributeName", attribute);
      }
      return answer;
    });
  }

  ObjectNode updateTimeToLive(ObjectNode json) {
    Request request = new Request(json);
    String name = request.tableName();
    request.require("TimeToLiveSpecification");
    Request specification = request.structure("TimeToLiveSpecification");
    String attribute = "";
    if (specification != null) {
      specification.require("Enabled");
      attribute = specification.requiredText("AttributeName");
    }
    request.check();
    boolean enabled = specification != null && specification.flag("Enabled");
    return timeToLive(name, attribute, enabled);
  }

  private ObjectNode timeToLive(String name, String attribute, boolean enabled) {
    return storage.write(() -> {
      named(name);
      String now = timesToLive.get(name);
      if (enabled == (now != null)) {
        throw Errors.validation("TimeToLive is already " + (enabled ? "enabled" : "disabled"));
      }
      if (now != null && !now.equals(attribute)) {
        throw Errors.validation(
            "TimeToLive is active on a different AttributeName: current AttributeName is " + now);
      }
      ObjectNode answer = JSON.objectNode();
      answer
          .putObject("TimeToLiveSpecification")
          .put("Enabled", enabled)
          .put("AttributeName", attribute);
      return new Storage.Outcome<>(
          List.of(),
          () -> {
            if (enabled) {
              timesToLive.put(name, attribute);
            } else {
              timesToLive.remove(name);
            }
          },
          answer);
    });
  }
}
