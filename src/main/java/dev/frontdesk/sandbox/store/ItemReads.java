package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.expression.Expressions;
import dev.frontdesk.sandbox.store.expression.Projection;
import dev.frontdesk.sandbox.store.expression.Scope;
import dev.frontdesk.sandbox.store.value.Value;
import dev.frontdesk.sandbox.store.value.ValueJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** GetItem, BatchGetItem and TransactGetItems. */
final class ItemReads {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_ITEMS = 100;
  private static final long MAX_BATCH_BYTES = 16L << 20;

  private final Storage storage;
  private final Catalogue catalogue;

  ItemReads(Storage storage, Catalogue catalogue) {
    this.storage = storage;
    this.catalogue = catalogue;
  }

  /** One item asked for, and what of it. */
  private record Get(String tableName, Value.M key, @Nullable Projection projection) {
    static Get read(Request request) {
      String table = request.tableName();
      request.require("Key");
      request.check();
      Value.M key = ValueJson.readItem(Objects.requireNonNull(request.object("Key")));
      return new Get(table, key, readProjection(request));
    }

    Value.M shown(Value.M item) {
      return projection == null ? item : projection.of(item);
    }
  }

  private static @Nullable Projection readProjection(Request request) {
    Scope scope = Placeholders.read(request, List.of());
    String text = request.text("ProjectionExpression");
    Projection projection = text == null ? null : Expressions.projection(text, scope);
    scope.requireAllUsed();
    return projection;
  }

  ObjectNode get(ObjectNode json) {
    Request request = new Request(json);
    Capacity capacity = Capacity.of(request, false);
    boolean consistent = request.flag("ConsistentRead");
    Get get = Get.read(request);
    return storage.read(() -> {
      Table table = catalogue.table(get.tableName());
      KeyChecks.key(table.schema(), get.key());
      Value.M item = table.get(get.key());
      ObjectNode answer = JSON.objectNode();
      if (item != null) {
        answer.set("Item", ValueJson.writeItem(get.shown(item)));
      }
      capacity.read(table.schema(), null, item == null ? 0 : item.itemSize(), consistent);
      capacity.addTo(answer, get.tableName());
      return answer;
    });
  }

  ObjectNode transact(ObjectNode json) {
    Request request = new Request(json);
    Capacity capacity = Capacity.of(request, true);
    request.require("TransactItems");
    request.size("TransactItems", 1, MAX_ITEMS);
    List<Request> actions = request.structures("TransactItems");
    actions.forEach(action -> action.require("Get"));
    request.check();
    List<Get> gets = new ArrayList<>();
    for (Request action : actions) {
      gets.add(Get.read(Objects.requireNonNull(action.structure("Get"))));
    }
    return storage.read(() -> {
      requireDistinct(gets);
      ObjectNode answer = JSON.objectNode();
      ArrayNode responses = answer.putArray("Responses");
      for (Get get : gets) {
        Table table = catalogue.table(get.tableName());
        Value.M item = table.get(get.key());
        ObjectNode response = responses.addObject();
        if (item != null) {
          response.set("Item", ValueJson.writeItem(get.shown(item)));
        }
        capacity.read(table.schema(), null, item == null ? 0 : item.itemSize(), true);
      }
      capacity.addAllTo(answer, "ReadCapacityUnits");
      return answer;
    });
  }

  private void requireDistinct(List<Get> gets) {
    Set<List<Object>> keys = new HashSet<>();
    Transactions.Cancellation cancellation = new Transactions.Cancellation();
    for (Get get : gets) {
      TableSchema schema = catalogue.table(get.tableName()).schema();
      cancellation.attempt(() -> KeyChecks.key(schema, get.key()));
      if (!keys.add(List.of(schema.name(), get.key()))) {
        throw Errors.validation(
            "Transaction request cannot include multiple operations on one item");
      }
    }
    cancellation.throwIfAny();
  }

  ObjectNode batch(ObjectNode json) {
    Request request = new Request(json);
    Capacity capacity = Capacity.of(request, false);
    request.require("RequestItems");
    request.size("RequestItems", 1, MAX_ITEMS);
    Map<String, Request> tables = request.structureMap("RequestItems");
    tables
        .values()
        .forEach(keys -> {
          keys.require("Keys");
          keys.size("Keys", 1, MAX_ITEMS);
        });
    request.check();
    List<Batch> batches = new ArrayList<>();
    tables.forEach((name, keys) -> batches.add(Batch.read(name, keys)));
    if (batches.stream().mapToInt(batch -> batch.keys.size()).sum() > MAX_ITEMS) {
      throw Errors.validation("Too many items requested for the BatchGetItem call");
    }
    return storage.read(() -> answer(batches, capacity));
  }

  /** The items asked for of one table. */
  private record Batch(
      String given,
      String tableName,
      List<Value.M> keys,
      @Nullable Projection projection,
      boolean consistent,
      ObjectNode request) {

    static Batch read(String given, Request request) {
      List<Value.M> keys = new ArrayList<>();
      for (JsonNode key : request.json().get("Keys")) {
        keys.add(ValueJson.readItem(key));
      }
      return new Batch(
          given,
          Request.tableName(given),
          keys,
          readProjection(request),
          request.flag("ConsistentRead"),
          request.json());
    }
  }

  private ObjectNode answer(List<Batch> batches, Capacity capacity) {
    for (Batch batch : batches) {
      TableSchema schema = catalogue.table(batch.tableName).schema();
      batch.keys.forEach(key -> KeyChecks.key(schema, key));
      if (new HashSet<>(batch.keys).size() < batch.keys.size()) {
        throw Errors.validation("Provided list of item keys contains duplicates");
      }
    }
    ObjectNode answer = JSON.objectNode();
    ObjectNode responses = answer.putObject("Responses");
    ObjectNode unprocessed = answer.putObject("UnprocessedKeys");
    long bytes = 0;
    for (Batch batch : batches) {
      Table table = catalogue.table(batch.tableName);
      ArrayNode found = responses.putArray(batch.given);
      ArrayNode left = JSON.arrayNode();
      for (Value.M key : batch.keys) {
        Value.M item = table.get(key);
        int size = item == null ? 0 : item.itemSize();
        if (bytes + size > MAX_BATCH_BYTES) {
          left.add(ValueJson.writeItem(key));
          continue;
        }
        bytes += size;
        capacity.read(table.schema(), null, size, batch.consistent);
        if (item != null) {
          Value.M shown = batch.projection == null ? item : batch.projection.of(item);
          found.add(ValueJson.writeItem(shown));
        }
      }
      if (!left.isEmpty()) {
        ObjectNode again = batch.request.deepCopy();
        again.set("Keys", left);
        unprocessed.set(batch.given, again);
      }
    }
    capacity.addAllTo(answer, null);
    return answer;
  }
}
