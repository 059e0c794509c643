package dev.frontdesk.publishing;

import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the edge's answer differs from the origin's, by the meaning that {@link Judgement} has. */
public sealed interface Differences {
  /** So many are listed: a person reads no more of them. */
  int MOST = 50;

  /**
   * Of two JSON documents.
   *
   * @param first at most {@link #MOST} of them, in the order of the documents' paths
   * @param more how many there are beyond
   */
  record Listed(List<Difference> first, int more) implements Differences {
    /** There is nothing to compare, or no difference. */
    public static final Listed NONE = new Listed(List.of(), 0);

    public Listed {
      first = List.copyOf(first);
    }
  }

  /** Of bodies of which at least one is no JSON document: all that can be said is that they do. */
  record Whole(Body edge, Body origin) implements Differences {}

  /**
   * One place at which two documents differ.
   *
   * @param path as {@code members[id=m2041].role}; {@code $} for the whole document
   * @param edge what stands there at the edge, shortened; null where the edge has nothing there
   * @param origin what stands there at the origin, likewise
   */
  record Difference(String path, @Nullable String edge, @Nullable String origin) {}

  default boolean isEmpty() {
    return equals(Listed.NONE);
  }

  /**
   * Compares two bodies.
   *
   * @param ordered whether the order of arrays of objects with an id matters
   */
  static Differences between(Body edge, Body origin, boolean ordered) {
    if (edge instanceof Body.Json(Value mine) && origin instanceof Body.Json(Value theirs)) {
      return DocumentWalk.between(mine, theirs, ordered);
    }
    return edge.equals(origin) ? Listed.NONE : new Whole(edge, origin);
  }
}
