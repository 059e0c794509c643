package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.value.Value;
import java.util.List;

/** A parsed update: no two of its actions touch one place. */
public record Update(List<Action> actions) {
  /** One change of one place. */
  public sealed interface Action {
    Path path();
  }

  /** Puts what the operand gives. */
  public record Set(Path path, Operand operand) implements Action {}

  /** Removes what is there, if anything. */
  public record Remove(Path path) implements Action {}

  /** Adds a number, or elements to a set; starts at zero or empty. */
  public record Add(Path path, Value value) implements Action {}

  /** Takes elements out of a set. */
  public record Delete(Path path, Value value) implements Action {}

  public Update {
    actions = List.copyOf(actions);
  }

  /** Whether it puts nothing: of an item that is not there it makes none. */
  public boolean onlyTakesAway() {
    return actions.stream().allMatch(a -> a instanceof Remove || a instanceof Delete);
  }

  /** All places that it changes. */
  public List<Path> paths() {
    return actions.stream().map(Action::path).toList();
  }
}
