package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.expression.Condition.Comparator;
import dev.frontdesk.sandbox.store.expression.Condition.Function;
import dev.frontdesk.sandbox.store.expression.Findings.Rank;
import dev.frontdesk.sandbox.store.value.Type;
import dev.frontdesk.sandbox.store.value.Value;
import dev.frontdesk.sandbox.store.value.ValueJson;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be said of a condition's operands before any item is seen. */
final class OperandChecks {
  private static final Set<Type> SIZED =
      EnumSet.of(Type.S, Type.B, Type.SS, Type.NS, Type.BS, Type.L, Type.M);

  private final Findings findings;

  OperandChecks(Findings findings) {
    this.findings = findings;
  }

  void comparison(Condition.Comparison comparison) {
    String sign = comparison.by().sign();
    if (comparison.by() != Comparator.EQ && comparison.by() != Comparator.NE) {
      ordered(sign, comparison.left());
      ordered(sign, comparison.right());
    }
    distinct(sign, comparison.left(), List.of(comparison.right()));
  }

  void between(Condition.Between between) {
    ordered("BETWEEN", between.operand());
    ordered("BETWEEN", between.low());
    ordered("BETWEEN", between.high());
    if (between.low() instanceof Operand.Literal(_, Value low)
        && between.high() instanceof Operand.Literal(_, Value high)
        && low.type().isOrdered()
        && high.type().isOrdered()) {
      String bounds =
          "lower bound operand: %s, upper bound operand: %s".formatted(shown(low), shown(high));
      if (low.type() != high.type()) {
        findings.add(
            Rank.OPERAND,
            "The BETWEEN operator requires same data type for lower and upper bounds; " + bounds);
      } else if (Value.compare(low, high) > 0) {
        findings.add(
            Rank.OPERAND,
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
                + bounds);
      }
    }
  }

  private static String shown(Value value) {
    return "AttributeValue: {" + value.type() + ":" + ValueJson.scalar(value) + "}";
  }

  private void ordered(String operator, Operand operand) {
    if (operand instanceof Operand.Literal(_, Value value) && !value.type().isOrdered()) {
      wrongType(operator, value);
    }
  }

  private void wrongType(String operator, Value value) {
    findings.add(
        Rank.OPERAND,
        "Incorrect operand type for operator or function; operator or function: %s, operand type:"
                .formatted(operator)
            + " "
            + value.type());
  }

  void distinct(String operator, Operand first, List<Operand> others) {
    if (first instanceof Operand.At && others.contains(first)) {
      findings.add(
          Rank.OPERAND,
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: %s, first operand: %s".formatted(operator, first));
    }
  }

  void size(List<Operand> arguments) {
    if (count("size", 1, arguments)
        && arguments.getFirst() instanceof Operand.Literal(_, Value value)
        && !SIZED.contains(value.type())) {
      wrongType("size", value);
    }
  }

  private boolean count(String operator, int expected, List<Operand> operands) {
    if (operands.size() == expected) {
      return true;
    }
    findings.add(
        Rank.OPERAND_COUNT,
        "Incorrect number of operands for operator or function; operator or function: %s, number"
                .formatted(operator)
            + " of operands: "
            + operands.size());
    return false;
  }

  void call(Condition.Call call) {
    Function function = call.function();
    List<Operand> arguments = call.arguments();
    if (!count(function.written(), function.operands(), arguments)) {
      return;
    }
    switch (function) {
      case ATTRIBUTE_EXISTS, ATTRIBUTE_NOT_EXISTS -> {
        if (!(arguments.getFirst() instanceof Operand.At)) {
          findings.add(
              Rank.OPERAND,
              "Operator or function requires a document path; operator or function: "
                  + function.written());
        }
      }
      case ATTRIBUTE_TYPE -> attributeType(arguments.getLast());
      case BEGINS_WITH -> {
        for (Operand argument : arguments) {
          if (argument instanceof Operand.Literal(_, Value value)
              && value.type() != Type.S
              && value.type() != Type.B) {
            wrongType(function.written(), value);
          }
        }
        distinct(function.written(), arguments.getFirst(), List.of(arguments.getLast()));
      }
      case CONTAINS ->
          distinct(function.written(), arguments.getFirst(), List.of(arguments.getLast()));
    }
  }

  private void attributeType(Operand wanted) {
    if (!(wanted instanceof Operand.Literal(_, Value value))) {
      findings.add(
          Rank.OPERAND,
          "Incorrect operand type for operator or function; operator or function: attribute_type,"
              + " operand type: null");
    } else if (!(value instanceof Value.S(String type))) {
      wrongType("attribute_type", value);
    } else {
      Set<String> types = new TreeSet<>();
      for (Type valid : Type.values()) {
        types.add(valid.name());
      }
      if (!types.contains(type)) {
        findings.add(
            Rank.OPERAND,
            "Invalid attribute type name found; type: %s, valid types: {%s}"
                .formatted(type, String.join(",", types)));
      }
    }
  }
}
