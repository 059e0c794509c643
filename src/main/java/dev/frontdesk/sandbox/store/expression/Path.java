package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document path, placeholders resolved: {@code a.b[3]}. The first step is a field. */
public record Path(List<Step> steps) {

  /** A step down into a map or a list. */
  public sealed interface Step {}

  /** Into a map, or of an item. */
  public record Field(String name) implements Step {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Into a list, counted from 0. */
  public record Index(int at) implements Step {
    @Override
    public String toString() {
      return "[" + at + "]";
    }
  }

  public Path {
    steps = List.copyOf(steps);
  }

  public static Path of(String attribute) {
    return new Path(List.of(new Field(attribute)));
  }

  /** The name of the item's attribute that this path starts at. */
  public String attribute() {
    return ((Field) steps.getFirst()).name();
  }

  public boolean isNested() {
    return steps.size() > 1;
  }

  /** What is at this path; null where nothing is. */
  public @Nullable Value in(Value.M item) {
    Value at = item;
    for (Step step : steps) {
      at =
          switch (step) {
            case Field(String name) -> at instanceof Value.M map ? map.values().get(name) : null;
            case Index(int index) ->
                at instanceof Value.L list && index < list.values().size()
                    ? list.values().get(index)
                    : null;
          };
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  /** As DynamoDB's messages show paths: {@code [a, b, [3]]}. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
