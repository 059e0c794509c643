package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.value.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What CreateTable said.
 *
 * @param types the types of all key attributes, of the table and its indexes
 * @param request CreateTable's own document, which DescribeTable answers from
 */
record TableSchema(
    String name,
    KeySchema keys,
    Map<String, Type> types,
    List<IndexSchema> indexes,
    ObjectNode request) {

  TableSchema {
    types = Map.copyOf(types);
    indexes = List.copyOf(indexes);
  }

  @Nullable IndexSchema index(String indexName) {
    for (IndexSchema index : indexes) {
      if (index.name().equals(indexName)) {
        return index;
      }
    }
    return null;
  }

  Type type(String keyAttribute) {
    Type type = types.get(keyAttribute);
    if (type == null) {
      throw new IllegalArgumentException(keyAttribute + " is no key of " + name);
    }
    return type;
  }
}
