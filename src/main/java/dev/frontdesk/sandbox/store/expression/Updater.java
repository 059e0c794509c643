package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.DynamoDbException;
import dev.frontdesk.sandbox.store.Errors;
import dev.frontdesk.sandbox.store.value.Numbers;
import dev.frontdesk.sandbox.store.value.Type;
import dev.frontdesk.sandbox.store.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies updates to items. Every operand reads the item as it was before the whole update. */
public final class Updater {
  private Updater() {}

  /** The item after the update. */
  public static Value.M apply(Update update, Value.M item) {
    List<Change> changes = new ArrayList<>();
    for (Update.Action action : update.actions()) {
      changes.add(change(action, item));
    }
    // What is put comes first and by rising index, since places past a list's end close up; then
    // what goes, by falling index, so that no removal moves the place of another.
    changes.sort(Comparator.comparing((Change c) -> c.value == null).thenComparing(Updater::order));
    Value after = item;
    for (Change change : changes) {
      after = replace(after, change.path.steps(), change.value);
    }
    return (Value.M) after;
  }

  /** What shall be at a path; null if nothing. */
  private record Change(Path path, @Nullable Value value) {}

  private static int order(Change a, Change b) {
    int byIndex = compare(a.path.steps(), b.path.steps());
    return a.value == null ? -byIndex : byIndex;
  }

  private static int compare(List<Path.Step> a, List<Path.Step> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (a.get(i) instanceof Path.Index(int m) && b.get(i) instanceof Path.Index(int n)) {
        if (m != n) {
          return Integer.compare(m, n);
        }
      } else {
        int names = a.get(i).toString().compareTo(b.get(i).toString());
        if (names != 0) {
          return names;
        }
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static Change change(Update.Action action, Value.M item) {
    return switch (action) {
      case Update.Set(Path path, Operand operand) -> new Change(path, value(operand, item));
      case Update.Remove(Path path) -> new Change(path, null);
      case Update.Add(Path path, Value value) -> new Change(path, add(path.in(item), value));
      case Update.Delete(Path path, Value value) -> new Change(path, delete(path.in(item), value));
    };
  }

  private static Value value(Operand operand, Value.M item) {
    return switch (operand) {
      case Operand.At(Path path) -> {
        Value value = path.in(item);
        if (value == null) {
          throw Errors.validation(
              "The provided expression refers to an attribute that does not exist in the item");
        }
        yield value;
      }
      case Operand.Literal(_, Value value) -> value;
      case Operand.IfNotExists(Path path, Operand otherwise) -> {
        Value value = path.in(item);
        yield value == null ? value(otherwise, item) : value;
      }
      case Operand.ListAppend(Operand first, Operand second) -> {
        List<Value> all = new ArrayList<>();
        for (Operand part : List.of(first, second)) {
          if (!(value(part, item) instanceof Value.L(List<Value> values))) {
            throw wrongType();
          }
          all.addAll(values);
        }
        yield new Value.L(all);
      }
      case Operand.Sum(Operand left, Operand right, boolean negative) -> {
        if (!(value(left, item) instanceof Value.N a)
            || !(value(right, item) instanceof Value.N b)) {
          throw wrongType();
        }
        yield Numbers.checked(
            negative ? a.number().subtract(b.number()) : a.number().add(b.number()));
      }
      case Operand.Size _ -> throw new IllegalStateException("an operand of conditions");
    };
  }

  private static Value add(@Nullable Value old, Value value) {
    if (old == null) {
      return value;
    }
    if (old instanceof Value.N a && value instanceof Value.N b) {
      return Numbers.checked(a.number().add(b.number()));
    }
    if (old instanceof Value.Elements(Type type, Set<Value> elements)
        && value instanceof Value.Elements(Type added, Set<Value> more)
        && type == added) {
      Set<Value> all = new LinkedHashSet<>(elements);
      all.addAll(more);
      return new Value.Elements(type, all);
    }
    throw wrongType();
  }

  private static @Nullable Value delete(@Nullable Value old, Value value) {
    if (old == null) {
      return null;
    }
    if (old instanceof Value.Elements(Type type, Set<Value> elements)
        && value instanceof Value.Elements(Type taken, Set<Value> less)
        && type == taken) {
      Set<Value> rest = new LinkedHashSet<>(elements);
      rest.removeAll(less);
      return rest.isEmpty() ? null : new Value.Elements(type, rest);
    }
    throw wrongType();
  }

  private static DynamoDbException wrongType() {
    return Errors.validation("An operand in the update expression has an incorrect data type");
  }

  private static DynamoDbException invalidPath() {
    return Errors.validation(
        "The document path provided in the update expression is invalid for update");
  }

  /** A copy of the container with the value at the path, or with nothing there. */
  private static Value replace(Value container, List<Path.Step> steps, @Nullable Value value) {
    boolean last = steps.size() == 1;
    List<Path.Step> rest = steps.subList(1, steps.size());
    if (steps.getFirst() instanceof Path.Field(String name)
        && container instanceof Value.M(Map<String, Value> values)) {
      Map<String, Value> copy = new LinkedHashMap<>(values);
      Value next = values.get(name);
      if (!last && next == null) {
        throw invalidPath();
      }
      Value put = last || next == null ? value : replace(next, rest, value);
      if (put == null) {
        copy.remove(name);
      } else {
        copy.put(name, put);
      }
      return new Value.M(copy);
    }
    if (steps.getFirst() instanceof Path.Index(int at)
        && container instanceof Value.L(List<Value> values)) {
      return new Value.L(replaceElement(values, at, rest, value));
    }
    throw invalidPath();
  }

  private static List<Value> replaceElement(
      List<Value> values, int at, List<Path.Step> rest, @Nullable Value value) {
    List<Value> copy = new ArrayList<>(values);
    boolean inside = at < values.size();
    if (!rest.isEmpty()) {
      if (!inside) {
        throw invalidPath();
      }
      copy.set(at, replace(values.get(at), rest, value));
    } else if (value == null) {
      if (inside) {
        copy.remove(at);
      }
    } else if (inside) {
      copy.set(at, value);
    } else {
      copy.add(value);
    }
    return copy;
  }
}
