package dev.frontdesk.invalidation;

import java.util.ArrayList;
import java.util.List;

/** One thing that CloudFront is asked to forget, billed as one path. */
public sealed interface InvalidationItem permits CachePath, CacheTag {
  /** As it travels in {@code Paths.Items}. */
  String wire();

  /** Whether it counts towards the quota of wildcards. */
  boolean isWildcard();

  /**
   * Whether it is one path, which a reader can ask for: a wildcard or a tag stands for more than
   * could be asked.
   */
  static boolean isOnePath(String wire) {
    return wire.startsWith("/") && !wire.endsWith("*");
  }

  /** Whether what travels so counts towards the quota of wildcards. */
  static boolean isWildcard(String wire) {
    return wire.endsWith("*");
  }

  /**
   * Splits a list where it is too long for one invalidation, in its order.
   *
   * @param wires as they travel
   * @param mostPaths how many of any kind a part may have
   * @param mostWildcards how many of these may be wildcards
   * @return none for none
   */
  static List<List<String>> parts(List<String> wires, int mostPaths, int mostWildcards) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    int wildcards = 0;
    for (String wire : wires) {
      int more = isWildcard(wire) ? 1 : 0;
      if (part.size() == mostPaths || wildcards + more > mostWildcards) {
        parts.add(part);
        part = new ArrayList<>();
        wildcards = 0;
      }
      part.add(wire);
      wildcards += more;
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  /**
   * Reads what {@link #wire()} wrote.
   *
   * @throws dev.frontdesk.problem.ProblemException with {@code Invalid} for anything else
   */
  static InvalidationItem parse(String wire) {
    return wire.startsWith("#") ? new CacheTag(wire.substring(1)) : new CachePath(wire);
  }
}
