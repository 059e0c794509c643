package dev.frontdesk.publishing;

import dev.frontdesk.publishing.Differences.Difference;
import dev.frontdesk.publishing.Differences.Listed;
import dev.frontdesk.publishing.Prober.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks through two documents at once, and notes where they part. */
final class DocumentWalk {
  /** Of a value that is shown, in characters. */
  private static final int SHOWN = 120;

  /** Of an id within a path, in characters. */
  private static final int SHOWN_ID = 60;

  /** What needs no quotes in a path. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private final boolean ordered;
  private final List<Difference> first = new ArrayList<>();
  private int more;

  private DocumentWalk(boolean ordered) {
    this.ordered = ordered;
  }

  /** None if and only if the two are the same by meaning, as {@link Judgement#same} has it. */
  static Listed between(Value edge, Value origin, boolean ordered) {
    var walk = new DocumentWalk(ordered);
    walk.compare("", edge, origin);
    return new Listed(walk.first, walk.more);
  }

  private void compare(String path, @Nullable Value edge, @Nullable Value origin) {
    if (edge instanceof Value.Fields(var mine) && origin instanceof Value.Fields(var theirs)) {
      Set<String> names = new TreeSet<>(mine.keySet());
      names.addAll(theirs.keySet());
      names.forEach(name -> compare(path + step(path, name), mine.get(name), theirs.get(name)));
    } else if (edge instanceof Value.Items(var mine) && origin instanceof Value.Items(var theirs)) {
      if (!ordered && Judgement.haveIds(mine) && Judgement.haveIds(theirs)) {
        compareById(path, byId(mine), byId(theirs), ids(mine, theirs));
      } else {
        compareInOrder(path, mine, theirs);
      }
    } else if (edge == null || !edge.equals(origin)) {
      add(path, edge, origin);
    }
  }

  private void compareById(
      String path, Map<Value, Value> edge, Map<Value, Value> origin, Set<Value> ids) {
    for (Value id : ids) {
      String name = id instanceof Value.Text(String text) ? text : ValueText.of(id, SHOWN_ID);
      compare(
          path + "[id=" + ValueText.shortened(name, SHOWN_ID) + "]", edge.get(id), origin.get(id));
    }
  }

  private void compareInOrder(String path, List<Value> edge, List<Value> origin) {
    for (int i = 0; i < Math.max(edge.size(), origin.size()); i++) {
      compare(
          path + "[" + i + "]",
          i < edge.size() ? edge.get(i) : null,
          i < origin.size() ? origin.get(i) : null);
    }
  }

  /** The edge's in their order, then what the origin alone has. */
  private static Set<Value> ids(List<Value> edge, List<Value> origin) {
    Set<Value> ids = new LinkedHashSet<>();
    edge.forEach(item -> ids.add(Judgement.id(item).orElseThrow()));
    origin.forEach(item -> ids.add(Judgement.id(item).orElseThrow()));
    return ids;
  }

  private static Map<Value, Value> byId(List<Value> items) {
    Map<Value, Value> byId = new HashMap<>();
    items.forEach(item -> byId.put(Judgement.id(item).orElseThrow(), item));
    return byId;
  }

  private static String step(String path, String name) {
    if (!PLAIN_NAME.matcher(name).matches()) {
      return "[" + ValueText.of(new Value.Text(name), SHOWN_ID) + "]";
    }
    return path.isEmpty() ? name : "." + name;
  }

  private void add(String path, @Nullable Value edge, @Nullable Value origin) {
    if (first.size() == Differences.MOST) {
      more++;
      return;
    }
    first.add(new Difference(path.isEmpty() ? "$" : path, shown(edge), shown(origin)));
  }

  private static @Nullable String shown(@Nullable Value value) {
    return value == null ? null : ValueText.of(value, SHOWN);
  }
}
