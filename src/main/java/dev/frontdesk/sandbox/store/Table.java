package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.value.KeyCodec;
import dev.frontdesk.sandbox.store.value.Value;
import java.util.Arrays;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A table's items by their key bytes, and for each index its keys' bytes with those of the items
 * they stand for. Callers hold the {@link Storage}'s lock.
 */
final class Table {
  private final TableSchema schema;
  private final MVMap<byte[], Value.M> items;
  private final Map<String, MVMap<byte[], byte[]>> indexes;

  Table(
      TableSchema schema,
      MVMap<byte[], Value.M> items,
      Map<String, MVMap<byte[], byte[]>> indexes) {
    this.schema = schema;
    this.items = items;
    this.indexes = Map.copyOf(indexes);
  }

  TableSchema schema() {
    return schema;
  }

  MVMap<byte[], Value.M> items() {
    return items;
  }

  MVMap<byte[], byte[]> index(IndexSchema index) {
    MVMap<byte[], byte[]> map = indexes.get(index.name());
    if (map == null) {
      throw new IllegalStateException("no index " + index.name());
    }
    return map;
  }

  Value.@Nullable M get(Value.M key) {
    return items.get(keyBytes(key));
  }

  /** The key's bytes of an item or a key. */
  byte[] keyBytes(Value.M item) {
    return keyBytes(schema.keys(), item);
  }

  /** In an index several items may have the same keys: the table's own key tells them apart. */
  byte[] keyBytes(IndexSchema index, Value.M item) {
    return KeyCodec.concat(keyBytes(index.keys(), item), keyBytes(item));
  }

  private static byte[] keyBytes(KeySchema keys, Value.M item) {
    byte[] partition = KeyCodec.partition(attribute(item, keys.hash()));
    return keys.range() == null
        ? partition
        : KeyCodec.concat(partition, KeyCodec.encode(attribute(item, keys.range())));
  }

  private static Value attribute(Value.M item, String name) {
    Value value = item.values().get(name);
    if (value == null) {
      throw new IllegalArgumentException("no key attribute " + name);
    }
    return value;
  }

  /** Takes the items that are there into a new index; those whose keys do not fit stay out. */
  void fill(IndexSchema index) {
    for (Value.M item : items.values()) {
      if (holds(index, item)) {
        index(index).put(keyBytes(index, item), keyBytes(item));
      }
    }
  }

  private boolean holds(IndexSchema index, Value.M item) {
    return index.holds(item)
        && index.keys().attributes().stream().allMatch(key -> fits(key, attribute(item, key)));
  }

  private boolean fits(String key, Value value) {
    return value.type() == schema.type(key) && !KeyChecks.isEmpty(value);
  }

  /** Puts, replaces or removes one item, in the indexes too. */
  void apply(Value.@Nullable M before, Value.@Nullable M after) {
    byte[] beforeKey = before == null ? null : keyBytes(before);
    if (after != null) {
      items.put(keyBytes(after), after);
    } else if (beforeKey != null) {
      items.remove(beforeKey);
    }
    for (IndexSchema index : schema.indexes()) {
      byte[] old = before != null && holds(index, before) ? keyBytes(index, before) : null;
      byte[] now = after != null && holds(index, after) ? keyBytes(index, after) : null;
      if (old != null && !Arrays.equals(old, now)) {
        index(index).remove(old);
      }
      if (now != null && after != null && !Arrays.equals(old, now)) {
        index(index).put(now, keyBytes(after));
      }
    }
  }
}
