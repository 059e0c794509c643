package dev.frontdesk.settings.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document that knows where in its file everything stands. */
sealed interface Node {
  Place place();

  /**
   * @param line from 1
   * @param column from 1, in characters
   */
  record Place(int line, int column) {}

  /**
   * @param names where each field's name stands
   */
  record Fields(Place place, Map<String, Node> fields, Map<String, Place> names) implements Node {
    Fields(Place place) {
      this(place, new LinkedHashMap<>(), new LinkedHashMap<>());
    }
  }

  record Items(Place place, List<Node> items) implements Node {}

  record Text(Place place, String text) implements Node {}

  record Numeric(Place place, BigDecimal number) implements Node {}

  record Flag(Place place, boolean flag) implements Node {}

  record Nothing(Place place) implements Node {}
}
