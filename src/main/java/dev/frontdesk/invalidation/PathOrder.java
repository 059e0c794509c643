package dev.frontdesk.invalidation;

import java.util.Arrays;

/**
 * Sorts paths, which are ASCII and begin alike, some five characters at a time: those that they
 * share are read once and not in each of twenty comparisons. Equal ones stay in their order.
 */
final class PathOrder {
  private static final int CHARACTERS = 5;
  private static final int BITS = 7;

  /** What of a number is left for the place among others: more than fit into memory. */
  private static final int PLACE = 28;

  /** Fewer are compared with one another. */
  private static final int FEW = 12;

  private final String[] paths;
  private final int[] order;

  private PathOrder(String[] paths) {
    this.paths = paths;
    this.order = new int[paths.length];
    Arrays.setAll(order, i -> i);
  }

  /** Where the paths stand in the order of their characters. */
  static int[] of(String[] paths) {
    var sorting = new PathOrder(paths);
    sorting.sort(0, paths.length, 0);
    return sorting.order;
  }

  /**
   * @param depth the characters that all from the one to the other share
   */
  private void sort(int from, int to, int depth) {
    if (to - from < FEW) {
      compare(from, to);
      return;
    }
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = key(paths[order[i]], depth) << PLACE | (i - from);
    }
    Arrays.sort(keys);
    int[] before = Arrays.copyOfRange(order, from, to);
    for (int i = from; i < to; i++) {
      order[i] = before[(int) (keys[i - from] & ((1L << PLACE) - 1))];
    }
    int next = 0;
    for (int i = 0; i < keys.length; i = next) {
      long key = keys[i] >>> PLACE;
      while (next < keys.length && keys[next] >>> PLACE == key) {
        next++;
      }
      // Paths that have ended are equal.
      if (next - i > 1 && (key & ((1 << BITS) - 1)) != 0) {
        sort(from + i, from + next, depth + CHARACTERS);
      }
    }
  }

  /** Zero stands behind the end, before every character. */
  private static long key(String path, int depth) {
    long key = 0;
    for (int i = depth; i < depth + CHARACTERS; i++) {
      key = key << BITS | (i < path.length() ? path.charAt(i) : 0);
    }
    return key;
  }

  private void compare(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int moved = order[i];
      int at = i;
      while (at > from && paths[order[at - 1]].compareTo(paths[moved]) > 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = moved;
    }
  }
}
