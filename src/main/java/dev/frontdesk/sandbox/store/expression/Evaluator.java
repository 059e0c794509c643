package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.value.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates conditions on an item; the empty item stands for one that does not exist. */
public final class Evaluator {
  private Evaluator() {}

  public static boolean holds(Condition condition, Value.M item) {
    return switch (condition) {
      case Condition.And(Condition left, Condition right) ->
          holds(left, item) && holds(right, item);
      case Condition.Or(Condition left, Condition right) -> holds(left, item) || holds(right, item);
      case Condition.Not(Condition inner) -> !holds(inner, item);
      case Condition.Comparison(Condition.Comparator by, Operand left, Operand right) ->
          compare(by, value(left, item), value(right, item));
      case Condition.Between(Operand operand, Operand low, Operand high) -> {
        Value value = value(operand, item);
        yield compare(Condition.Comparator.GE, value, value(low, item))
            && compare(Condition.Comparator.LE, value, value(high, item));
      }
      case Condition.In(Operand operand, List<Operand> choices) -> {
        Value value = value(operand, item);
        yield value != null
            && choices.stream().anyMatch(choice -> value.equals(value(choice, item)));
      }
      case Condition.Call(Condition.Function function, List<Operand> arguments) -> {
        Value first = value(arguments.getFirst(), item);
        Value last = value(arguments.getLast(), item);
        yield switch (function) {
          case ATTRIBUTE_EXISTS -> first != null;
          case ATTRIBUTE_NOT_EXISTS -> first == null;
          case ATTRIBUTE_TYPE ->
              first != null
                  && last instanceof Value.S(String type)
                  && first.type().name().equals(type);
          case BEGINS_WITH -> beginsWith(first, last);
          case CONTAINS -> first != null && last != null && contains(first, last);
        };
      }
    };
  }

  /** Where an operand is missing only "not equal" holds; the order is that of one type. */
  private static boolean compare(
      Condition.Comparator by, @Nullable Value left, @Nullable Value right) {
    boolean equal = left != null && left.equals(right);
    return switch (by) {
      case EQ -> equal;
      case NE -> !equal;
      case LT, LE, GT, GE -> {
        if (left == null
            || right == null
            || left.type() != right.type()
            || !left.type().isOrdered()) {
          yield false;
        }
        int order = Value.compare(left, right);
        yield switch (by) {
          case LT -> order < 0;
          case LE -> order <= 0;
          case GT -> order > 0;
          default -> order >= 0;
        };
      }
    };
  }

  private static boolean beginsWith(@Nullable Value value, @Nullable Value prefix) {
    if (value instanceof Value.S(String text) && prefix instanceof Value.S(String start)) {
      return text.startsWith(start);
    }
    return value instanceof Value.B bytes
        && prefix instanceof Value.B start
        && bytes.startsWith(start);
  }

  private static boolean contains(Value whole, Value part) {
    return switch (whole) {
      case Value.S(String text) -> part instanceof Value.S(String piece) && text.contains(piece);
      case Value.B bytes -> part instanceof Value.B piece && bytes.contains(piece);
      case Value.Elements set -> set.values().contains(part);
      case Value.L list -> list.values().contains(part);
      default -> false;
    };
  }

  private static @Nullable Value value(Operand operand, Value.M item) {
    return switch (operand) {
      case Operand.At(Path path) -> path.in(item);
      case Operand.Literal(_, Value value) -> value;
      case Operand.Size(Operand of) -> size(value(of, item));
      case Operand.IfNotExists _, Operand.ListAppend _, Operand.Sum _ ->
          throw new IllegalStateException("an operand of updates in a condition");
    };
  }

  private static @Nullable Value size(@Nullable Value value) {
    int size =
        switch (value) {
          case null -> -1;
          case Value.S(String text) -> text.length();
          case Value.B bytes -> bytes.size();
          case Value.Elements set -> set.values().size();
          case Value.L list -> list.values().size();
          case Value.M map -> map.values().size();
          case Value.N _, Value.Bool _, Value.Null _ -> -1;
        };
    return size < 0 ? null : new Value.N(BigDecimal.valueOf(size));
  }
}
