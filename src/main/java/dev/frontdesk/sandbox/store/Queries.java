package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.expression.Condition;
import dev.frontdesk.sandbox.store.expression.Expressions;
import dev.frontdesk.sandbox.store.expression.KeyCondition;
import dev.frontdesk.sandbox.store.expression.Path;
import dev.frontdesk.sandbox.store.expression.Scope;
import dev.frontdesk.sandbox.store.value.Type;
import dev.frontdesk.sandbox.store.value.Value;
import dev.frontdesk.sandbox.store.value.ValueJson;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Query and Scan, on tables and indexes. */
final class Queries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long MAX_PAGE_BYTES = 1L << 20;
  private static final int MAX_SEGMENTS = 1_000_000;
  private static final String INVALID_START = "The provided starting key is invalid";

  private final Storage storage;
  private final Catalogue catalogue;

  Queries(Storage storage, Catalogue catalogue) {
    this.storage = storage;
    this.catalogue = catalogue;
  }

  ObjectNode query(ObjectNode json) {
    Request request = new Request(json);
    Capacity capacity = Capacity.of(request, false);
    boolean forward = !request.has("ScanIndexForward") || request.flag("ScanIndexForward");
    Scope scope = Placeholders.read(request, List.of("FilterExpression", "KeyConditionExpression"));
    Selection selection = new Selection(request, scope);
    String keyText = request.text("KeyConditionExpression");
    if (keyText == null) {
      throw Errors.validation(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    Condition condition = Expressions.keys(keyText, scope);
    scope.requireAllUsed();
    return storage.read(() -> {
      Table table = catalogue.table(selection.tableName());
      IndexSchema index = selection.index(table.schema());
      KeySchema keys = index == null ? table.schema().keys() : index.keys();
      KeyCondition keyCondition = Expressions.onKeys(condition, keys.hash(), keys.range());
      check(keyCondition, keys, table.schema());
      refuseKeys(selection.filterPaths(), keys);
      Page page = new Page(table, index, selection, forward);
      return page.answer(KeyRange.of(keyCondition), true, capacity);
    });
  }

  private static void check(KeyCondition condition, KeySchema keys, TableSchema schema) {
    checkValue(condition.hash(), keys.hash(), schema);
    if (condition.range() != null && keys.range() != null) {
      for (Value value : condition.range().values()) {
        if (condition.range() instanceof KeyCondition.BeginsWith
            && schema.type(keys.range()) == Type.N) {
          throw Errors.invalidParameter("Condition parameter type does not match schema type");
        }
        checkValue(value, keys.range(), schema);
      }
    }
  }

  private static void checkValue(Value value, String attribute, TableSchema schema) {
    if (value.type() != schema.type(attribute)) {
      throw Errors.invalidParameter("Condition parameter type does not match schema type");
    }
    if (KeyChecks.isEmpty(value)) {
      throw Errors.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty "
              + (value.type() == Type.S ? "string" : "binary")
              + " value. Key: "
              + attribute);
    }
  }

  private static void refuseKeys(List<Path> filtered, KeySchema keys) {
    for (Path path : filtered) {
      if (keys.attributes().contains(path.attribute())) {
        throw Errors.validation(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                + path.attribute());
      }
    }
  }

  ObjectNode scan(ObjectNode json) {
    Request request = new Request(json);
    Capacity capacity = Capacity.of(request, false);
    Integer segment = request.integer("Segment", 0, MAX_SEGMENTS - 1);
    Integer total = request.integer("TotalSegments", 1, MAX_SEGMENTS);
    Scope scope = Placeholders.read(request, List.of("FilterExpression"));
    Selection selection = new Selection(request, scope);
    scope.requireAllUsed();
    KeyRange range = range(segment, total);
    return storage.read(() -> {
      Table table = catalogue.table(selection.tableName());
      IndexSchema index = selection.index(table.schema());
      return new Page(table, index, selection, true).answer(range, false, capacity);
    });
  }

  private static KeyRange range(@Nullable Integer segment, @Nullable Integer total) {
    if (segment == null && total == null) {
      return KeyRange.segment(0, 1);
    }
    if (total == null) {
      throw Errors.validation(
          "The TotalSegments parameter is required but was not present in the request when"
              + " parameter Segment is present");
    }
    if (segment == null) {
      throw Errors.validation(
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
    if (segment >= total) {
      throw Errors.validation(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
              + " Segment: %d is not less than TotalSegments: %d".formatted(segment, total));
    }
    return KeyRange.segment(segment, total);
  }

  /** One page of answers. */
  private record Page(
      Table table, @Nullable IndexSchema index, Selection selection, boolean forward) {

    ObjectNode answer(KeyRange range, boolean query, Capacity capacity) {
      ObjectNode answer = JSON.objectNode();
      ArrayNode items = JSON.arrayNode();
      Iterator<byte[]> keys =
          range.keys(
              index == null ? table.items() : table.index(index), forward, start(range, query));
      Integer limit = selection.limit();
      int most = limit == null ? Integer.MAX_VALUE : limit;
      int scanned = 0;
      int count = 0;
      long bytes = 0;
      Value.M last = null;
      boolean full = false;
      while (!full && keys.hasNext()) {
        Value.M item = item(keys.next());
        int size = item.itemSize();
        if (last != null && bytes + size > MAX_PAGE_BYTES) {
          full = true;
          break;
        }
        bytes += size;
        scanned++;
        last = item;
        if (selection.accepts(item)) {
          count++;
          if (!selection.countsOnly()) {
            items.add(ValueJson.writeItem(selection.shown(item)));
          }
        }
        full = scanned == most;
      }
      if (!selection.countsOnly()) {
        answer.set("Items", items);
      }
      answer.put("Count", count).put("ScannedCount", scanned);
      if (full && last != null) {
        answer.set("LastEvaluatedKey", ValueJson.writeItem(KeyChecks.keyOf(last, schemas())));
      }
      capacity.read(table.schema(), index, bytes, selection.consistent());
      capacity.addTo(answer, table.schema().name());
      return answer;
    }

    private KeySchema[] schemas() {
      KeySchema own = table.schema().keys();
      return index == null ? new KeySchema[] {own} : new KeySchema[] {index.keys(), own};
    }

    private Value.M item(byte[] key) {
      if (index == null) {
        return stored(key);
      }
      Value.M item = stored(table.index(index).get(key));
      return selection.fetches(index) ? item : index.project(item);
    }

    private Value.M stored(byte @Nullable [] key) {
      Value.M item = key == null ? null : table.items().get(key);
      if (item == null) {
        throw new IllegalStateException("an index names an item that is not there");
      }
      return item;
    }

    private byte @Nullable [] start(KeyRange range, boolean query) {
      Value.M start = selection.startKey();
      if (start == null) {
        return null;
      }
      if (!start.values().keySet().equals(KeyChecks.names(schemas()))) {
        throw Errors.validation(
            query
                ? INVALID_START
                : INVALID_START + ": The provided key element does not match the schema");
      }
      for (Map.Entry<String, Value> entry : start.values().entrySet()) {
        if (entry.getValue().type() != table.schema().type(entry.getKey())
            || KeyChecks.isEmpty(entry.getValue())) {
          throw Errors.validation(
              INVALID_START + ": The provided key element does not match the schema");
        }
      }
      byte[] key = index == null ? table.keyBytes(start) : table.keyBytes(index, start);
      if (!range.contains(key)) {
        throw Errors.validation(
            query
                ? "The provided starting key is outside query boundaries based on provided"
                    + " conditions"
                : "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
                    + " ExclusiveStartKey with correct Segment.");
      }
      return key;
    }
  }
}
