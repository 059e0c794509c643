package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.Mutation.Kind;
import dev.frontdesk.sandbox.store.expression.Projection;
import dev.frontdesk.sandbox.store.value.Value;
import dev.frontdesk.sandbox.store.value.ValueJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** PutItem, UpdateItem, DeleteItem and BatchWriteItem. */
final class ItemWrites {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_BATCH = 25;
  private static final List<String> RETURN_VALUES =
      List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");

  private final Storage storage;
  private final Catalogue catalogue;

  ItemWrites(Storage storage, Catalogue catalogue) {
    this.storage = storage;
    this.catalogue = catalogue;
  }

  ObjectNode write(ObjectNode json, Kind kind) {
    Request request = new Request(json);
    String returnValues = request.choice("ReturnValues", RETURN_VALUES);
    Capacity capacity = Capacity.of(request, false);
    request.choice("ReturnItemCollectionMetrics", List.of("SIZE", "NONE"));
    Mutation mutation = Mutation.read(request, kind);
    if (kind != Kind.UPDATE && !Set.of("NONE", "ALL_OLD").contains(returnValues)) {
      throw Errors.validation("ReturnValues can only be ALL_OLD or NONE");
    }
    return storage.write(() -> {
      Table table = catalogue.table(mutation.tableName());
      mutation.checkAgainst(table.schema());
      Change change = mutation.decide(table);
      ObjectNode answer = JSON.objectNode();
      Value.M returned = returned(returnValues, mutation, change);
      if (returned != null && !returned.values().isEmpty()) {
        answer.set("Attributes", ValueJson.writeItem(returned));
      }
      capacity.write(change);
      capacity.addTo(answer, mutation.tableName());
      return new Storage.Outcome<>(List.of(change), answer);
    });
  }

  private static Value.@Nullable M returned(String what, Mutation mutation, Change change) {
    Value.M source =
        what.endsWith("_OLD") ? change.before() : what.endsWith("_NEW") ? change.after() : null;
    if (source == null || what.startsWith("ALL")) {
      return source;
    }
    return mutation.update() == null ? null : new Projection(mutation.update().paths()).of(source);
  }

  ObjectNode batch(ObjectNode json) {
    Request request = new Request(json);
    Capacity capacity = Capacity.of(request, false);
    request.choice("ReturnItemCollectionMetrics", List.of("SIZE", "NONE"));
    request.require("RequestItems");
    request.size("RequestItems", 1, MAX_BATCH);
    List<Mutation> mutations = new ArrayList<>();
    for (Map.Entry<String, List<Request>> entry :
        request.structureListMap("RequestItems").entrySet()) {
      if (entry.getValue().isEmpty() || entry.getValue().size() > MAX_BATCH) {
        request.problem(
            json.get("RequestItems"),
            "RequestItems",
            "Map value must satisfy constraint: [Member must have length less than or equal to 25,"
                + " Member must have length greater than or equal to 1]");
        continue;
      }
      String table = Request.tableName(entry.getKey());
      for (Request write : entry.getValue()) {
        mutations.add(batched(table, write));
      }
    }
    request.check();
    if (mutations.size() > MAX_BATCH) {
      throw Errors.validation("Too many items requested for the BatchWriteItem call");
    }
    return storage.write(() -> decide(mutations, capacity));
  }

  private static Mutation batched(String table, Request write) {
    Request put = write.structure("PutRequest");
    Request delete = write.structure("DeleteRequest");
    if (put != null && delete != null) {
      throw Errors.validation(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
              + " supported datatypes");
    }
    if (put == null && delete == null) {
      throw Errors.validation(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    Request one = put != null ? put : Objects.requireNonNull(delete);
    String member = put != null ? "Item" : "Key";
    one.require(member);
    ObjectNode document = one.object(member);
    return new Mutation(
        put != null ? Kind.PUT : Kind.DELETE,
        table,
        document == null ? Value.M.EMPTY : ValueJson.readItem(document),
        null,
        null,
        false);
  }

  private Storage.Outcome<ObjectNode> decide(List<Mutation> mutations, Capacity capacity) {
    Set<List<Object>> keys = new HashSet<>();
    for (Mutation mutation : mutations) {
      TableSchema schema = catalogue.table(mutation.tableName()).schema();
      mutation.checkAgainst(schema);
      if (!keys.add(List.of(schema.name(), KeyChecks.keyOf(mutation.document(), schema.keys())))) {
        throw Errors.validation("Provided list of item keys contains duplicates");
      }
    }
    List<Change> changes = new ArrayList<>();
    for (Mutation mutation : mutations) {
      Change change = mutation.decide(catalogue.table(mutation.tableName()));
      changes.add(change);
      capacity.write(change);
    }
    ObjectNode answer = JSON.objectNode();
    answer.putObject("UnprocessedItems");
    capacity.addAllTo(answer, null);
    return new Storage.Outcome<>(changes, answer);
  }
}
