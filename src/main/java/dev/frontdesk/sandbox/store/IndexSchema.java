package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.expression.Path;
import dev.frontdesk.sandbox.store.expression.Projection;
import dev.frontdesk.sandbox.store.value.Value;
import java.util.List;
import java.util.Set;

/**
 * A secondary index.
 *
 * @param global whether it has partitions of its own; a local one shares the table's
 * @param projected the attributes it holds, keys included; empty if all
 */
record IndexSchema(
    String name, boolean global, KeySchema keys, String projectionType, Set<String> projected) {

  /** The words of a projection type. */
  static final List<String> PROJECTION_TYPES = List.of("ALL", "INCLUDE", "KEYS_ONLY");

  IndexSchema {
    projected = Set.copyOf(projected);
  }

  boolean projectsAll() {
    return projectionType.equals("ALL");
  }

  boolean projects(String attribute) {
    return projectsAll() || projected.contains(attribute);
  }

  /** An item as the index holds it. */
  Value.M project(Value.M item) {
    return projectsAll()
        ? item
        : new Projection(projected.stream().map(Path::of).toList()).of(item);
  }

  /** A sparse index holds only the items that have all of its keys. */
  boolean holds(Value.M item) {
    return item.values().keySet().containsAll(keys.attributes());
  }
}
