package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A choice of parts of an item. */
public record Projection(List<Path> paths) {
  public Projection {
    paths = List.copyOf(paths);
  }

  /** Only the chosen parts, nested where they were; chosen elements of a list close up. */
  public Value.M of(Value.M item) {
    Value chosen = choose(item, paths.stream().map(Path::steps).toList());
    return chosen instanceof Value.M some ? some : Value.M.EMPTY;
  }

  private static @Nullable Value choose(Value from, List<List<Path.Step>> tails) {
    if (tails.stream().anyMatch(List::isEmpty)) {
      return from;
    }
    return switch (from) {
      case Value.M map -> chooseFields(map, tails);
      case Value.L list -> chooseElements(list, tails);
      default -> null;
    };
  }

  private static @Nullable Value chooseFields(Value.M map, List<List<Path.Step>> tails) {
    Map<String, List<List<Path.Step>>> byName = new HashMap<>();
    for (List<Path.Step> tail : tails) {
      if (tail.getFirst() instanceof Path.Field(String name)) {
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(tail.subList(1, tail.size()));
      }
    }
    Map<String, Value> chosen = new LinkedHashMap<>();
    map.values()
        .forEach((name, value) -> {
          List<List<Path.Step>> rest = byName.get(name);
          Value part = rest == null ? null : choose(value, rest);
          if (part != null) {
            chosen.put(name, part);
          }
        });
    return chosen.isEmpty() ? null : new Value.M(chosen);
  }

  private static @Nullable Value chooseElements(Value.L list, List<List<Path.Step>> tails) {
    Map<Integer, List<List<Path.Step>>> byIndex = new TreeMap<>();
    for (List<Path.Step> tail : tails) {
      if (tail.getFirst() instanceof Path.Index(int at) && at < list.values().size()) {
        byIndex.computeIfAbsent(at, _ -> new ArrayList<>()).add(tail.subList(1, tail.size()));
      }
    }
    List<Value> chosen = new ArrayList<>();
    byIndex.forEach((at, rest) -> {
      Value part = choose(list.values().get(at), rest);
      if (part != null) {
        chosen.add(part);
      }
    });
    return chosen.isEmpty() ? null : new Value.L(chosen);
  }
}
