package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts what a request consumes (DynamoDB Developer Guide, "Read and write capacity"): a unit
 * reads 4 KB consistently or 8 KB eventually, or writes 1 KB; transactions count double.
 */
final class Capacity {
  private static final int READ_UNIT = 4096;
  private static final int WRITE_UNIT = 1024;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String asked;
  private final boolean transactional;
  private final Map<String, Use> byTable = new LinkedHashMap<>();

  /** What one table consumed. */
  private static final class Use {
    private double table;
    private final Map<String, Double> global = new TreeMap<>();
    private final Map<String, Double> local = new TreeMap<>();

    private double total() {
      return table
          + global.values().stream().mapToDouble(d -> d).sum()
          + local.values().stream().mapToDouble(d -> d).sum();
    }
  }

  private Capacity(String asked, boolean transactional) {
    this.asked = asked;
    this.transactional = transactional;
  }

  static Capacity of(Request request, boolean transactional) {
    return new Capacity(
        request.choice("ReturnConsumedCapacity", List.of("INDEXES", "TOTAL", "NONE")),
        transactional);
  }

  private Use use(String table) {
    return byTable.computeIfAbsent(table, _ -> new Use());
  }

  /** A read of so many bytes in one go; in an index where one is given. */
  void read(TableSchema table, @Nullable IndexSchema index, long bytes, boolean consistent) {
    double units = Math.max(1, Math.ceilDiv(bytes, (long) READ_UNIT));
    units = transactional ? units * 2 : consistent ? units : units / 2;
    Use use = use(table.name());
    if (index == null) {
      use.table += units;
    } else {
      (index.global() ? use.global : use.local).merge(index.name(), units, Double::sum);
    }
  }

  void write(Change change) {
    TableSchema schema = change.table().schema();
    Use use = use(schema.name());
    double factor = transactional ? 2 : 1;
    use.table += factor * units(Math.max(size(change.before()), size(change.after())));
    for (IndexSchema index : schema.indexes()) {
      Value.M before = held(index, change.before());
      Value.M after = held(index, change.after());
      if (!Objects.equals(before, after)) {
        double units = factor * units(Math.max(size(before), size(after)));
        // A changed key moves the entry: a deletion and an insertion.
        boolean moved =
            before != null
                && after != null
                && !KeyChecks.keyOf(before, index.keys())
                    .equals(KeyChecks.keyOf(after, index.keys()));
        (index.global() ? use.global : use.local)
            .merge(index.name(), moved ? 2 * units : units, Double::sum);
      }
    }
  }

  private static Value.@Nullable M held(IndexSchema index, Value.@Nullable M item) {
    return item != null && index.holds(item) ? index.project(item) : null;
  }

  private static int size(Value.@Nullable M item) {
    return item == null ? 0 : item.itemSize();
  }

  private static double units(int bytes) {
    return Math.max(1, Math.ceilDiv(bytes, WRITE_UNIT));
  }

  /** Adds what one table consumed, where the request asked for it. */
  void addTo(ObjectNode answer, String table) {
    if (!asked.equals("NONE")) {
      answer.set("ConsumedCapacity", json(table, use(table), null));
    }
  }

  /** Adds what every table consumed, where the request asked for it. */
  void addAllTo(ObjectNode answer, @Nullable String kind) {
    if (!asked.equals("NONE")) {
      ArrayNode list = answer.putArray("ConsumedCapacity");
      byTable.forEach((name, use) -> list.add(json(name, use, kind)));
    }
  }

  private ObjectNode json(String table, Use use, @Nullable String kind) {
    ObjectNode json = JSON.objectNode().put("TableName", table).put("CapacityUnits", use.total());
    if (kind != null) {
      json.put(kind, use.total());
    }
    if (asked.equals("INDEXES")) {
      json.set("Table", units(use.table, kind));
      addIndexes(json, "GlobalSecondaryIndexes", use.global, kind);
      addIndexes(json, "LocalSecondaryIndexes", use.local, kind);
    }
    return json;
  }

  private static ObjectNode units(double units, @Nullable String kind) {
    ObjectNode json = JSON.objectNode().put("CapacityUnits", units);
    if (kind != null) {
      json.put(kind, units);
    }
    return json;
  }

  private static void addIndexes(
      ObjectNode json, String member, Map<String, Double> byIndex, @Nullable String kind) {
    if (!byIndex.isEmpty()) {
      ObjectNode indexes = json.putObject(member);
      byIndex.forEach((name, units) -> indexes.set(name, units(units, kind)));
    }
  }
}
