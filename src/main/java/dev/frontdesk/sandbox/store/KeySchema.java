package dev.frontdesk.sandbox.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The attributes that a table or an index is keyed by.
 *
 * @param hash the partition key
 * @param range the sort key; null where there is none
 */
record KeySchema(String hash, @Nullable String range) {

  List<String> attributes() {
    return range == null ? List.of(hash) : List.of(hash, range);
  }

  ArrayNode json() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    json.addObject().put("AttributeName", hash).put("KeyType", "HASH");
    if (range != null) {
      json.addObject().put("AttributeName", range).put("KeyType", "RANGE");
    }
    return json;
  }
}
