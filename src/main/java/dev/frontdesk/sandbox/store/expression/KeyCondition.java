package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.DynamoDbException;
import dev.frontdesk.sandbox.store.Errors;
import dev.frontdesk.sandbox.store.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Query asks of keys: the partition, and optionally a range of sort keys.
 *
 * @param hash the partition's value
 * @param range what the sort key must satisfy; null if anything
 */
public record KeyCondition(Value hash, @Nullable Range range) {

  /** A range of sort keys. */
  public sealed interface Range {
    /** The values it was given, to be checked against the key's type. */
    List<Value> values();
  }

  /** Compared with one value; never "not equal". */
  public record Compared(Condition.Comparator by, Value value) implements Range {
    @Override
    public List<Value> values() {
      return List.of(value);
    }
  }

  /** Bounds included. */
  public record Between(Value low, Value high) implements Range {
    @Override
    public List<Value> values() {
      return List.of(low, high);
    }
  }

  /** Strings or bytes with a prefix. */
  public record BeginsWith(Value prefix) implements Range {
    @Override
    public List<Value> values() {
      return List.of(prefix);
    }
  }

  /**
   * Reads a condition as one on keys.
   *
   * @param rangeKey the sort key's name; null where the table or index has none
   */
  static KeyCondition of(Condition condition, String hashKey, @Nullable String rangeKey) {
    Map<String, Range> byAttribute = new LinkedHashMap<>();
    for (Condition part : conjuncts(condition)) {
      Path path = path(part);
      if (path.isNested()) {
        throw invalid("KeyConditionExpressions cannot have conditions on nested attributes");
      }
      if (byAttribute.put(path.attribute(), range(part)) != null) {
        throw invalid("KeyConditionExpressions must only contain one condition per key");
      }
    }
    if (byAttribute.size() > 2) {
      throw Errors.validation("Conditions can be of length 1 or 2 only");
    }
    Range hash = byAttribute.remove(hashKey);
    if (hash == null) {
      throw Errors.validation("Query condition missed key schema element: " + hashKey);
    }
    if (!(hash instanceof Compared(Condition.Comparator by, Value value))
        || by != Condition.Comparator.EQ) {
      throw Errors.validation("Query key condition not supported");
    }
    if (byAttribute.isEmpty()) {
      return new KeyCondition(value, null);
    }
    if (rangeKey == null) {
      throw Errors.validation("Query key condition not supported");
    }
    Range range = byAttribute.get(rangeKey);
    if (range == null) {
      throw Errors.validation("Query condition missed key schema element: " + rangeKey);
    }
    return new KeyCondition(value, range);
  }

  private static DynamoDbException invalid(String what) {
    return Errors.validation("Invalid KeyConditionExpression: " + what);
  }

  private static DynamoDbException invalidOperator(String operator) {
    return invalid("Invalid operator used in KeyConditionExpression: " + operator);
  }

  private static List<Condition> conjuncts(Condition condition) {
    List<Condition> parts = new ArrayList<>();
    if (condition instanceof Condition.And(Condition left, Condition right)) {
      parts.addAll(conjuncts(left));
      parts.addAll(conjuncts(right));
    } else {
      parts.add(condition);
    }
    return parts;
  }

  private static Path path(Condition part) {
    List<Operand> operands =
        switch (part) {
          case Condition.Comparison(_, Operand left, Operand right) -> List.of(left, right);
          case Condition.Between(Operand operand, Operand low, Operand high) ->
              List.of(operand, low, high);
          case Condition.Call(Condition.Function function, List<Operand> arguments) -> {
            if (function != Condition.Function.BEGINS_WITH) {
              throw invalidOperator(function.written());
            }
            yield arguments;
          }
          case Condition.In _ -> throw invalidOperator("IN");
          case Condition.Or _ -> throw invalidOperator("OR");
          case Condition.Not _ -> throw invalidOperator("NOT");
          case Condition.And _ -> throw new IllegalStateException("taken apart before");
        };
    if (part instanceof Condition.Comparison(Condition.Comparator by, _, _)
        && by == Condition.Comparator.NE) {
      throw invalidOperator("<>");
    }
    Path path = null;
    for (Operand operand : operands) {
      if (operand instanceof Operand.Size) {
        throw invalidOperator("size");
      }
      if (operand instanceof Operand.At(Path at)) {
        if (path != null) {
          throw invalid(
              "Invalid condition in KeyConditionExpression: multiple attribute names used in one"
                  + " condition");
        }
        path = at;
      }
    }
    if (path == null) {
      throw invalid("Invalid condition in KeyConditionExpression: No key attribute specified");
    }
    return path;
  }

  private static Range range(Condition part) {
    return switch (part) {
      case Condition.Comparison(
              Condition.Comparator by,
              Operand.At _,
              Operand.Literal(_, Value value)) ->
          new Compared(by, value);
      case Condition.Comparison(
              Condition.Comparator by,
              Operand.Literal(_, Value value),
              Operand.At _) ->
          new Compared(by.flipped(), value);
      case Condition.Between(
              Operand.At _,
              Operand.Literal(_, Value low),
              Operand.Literal(_, Value high)) ->
          new Between(low, high);
      case Condition.Call(_, List<Operand> arguments)
          when arguments.getFirst() instanceof Operand.At
              && arguments.getLast() instanceof Operand.Literal(_, Value prefix) ->
          new BeginsWith(prefix);
      default -> throw Errors.validation("Query key condition not supported");
    };
  }
}
