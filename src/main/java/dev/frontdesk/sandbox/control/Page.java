package dev.frontdesk.sandbox.control;

import java.util.List;

/**
 * A part of a list.
 *
 * @param more whether others follow
 */
record Page<T>(List<T> items, boolean more) {
  Page {
    items = List.copyOf(items);
  }
}
