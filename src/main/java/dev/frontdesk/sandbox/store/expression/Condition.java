package dev.frontdesk.sandbox.store.expression;

import java.util.List;

/** A condition or filter. */
public sealed interface Condition {
  /** Both hold. */
  record And(Condition left, Condition right) implements Condition {}

  /** One holds. */
  record Or(Condition left, Condition right) implements Condition {}

  /** It does not hold. */
  record Not(Condition condition) implements Condition {}

  /** Two operands compared. */
  record Comparison(Comparator by, Operand left, Operand right) implements Condition {}

  /** Bounds included. */
  record Between(Operand operand, Operand low, Operand high) implements Condition {}

  /** Equal to one of the choices. */
  record In(Operand operand, List<Operand> choices) implements Condition {}

  /** One of the functions with a truth value. */
  record Call(Function function, List<Operand> arguments) implements Condition {}

  /** The six comparisons, with the sign they are written by. */
  enum Comparator {
    EQ("="),
    NE("<>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    /** The same comparison with its operands exchanged. */
    public Comparator flipped() {
      return switch (this) {
        case EQ, NE -> this;
        case LT -> GT;
        case LE -> GE;
        case GT -> LT;
        case GE -> LE;
      };
    }
  }

  /** The functions of conditions, by their names in lower case. */
  enum Function {
    ATTRIBUTE_EXISTS("attribute_exists", 1),
    ATTRIBUTE_NOT_EXISTS("attribute_not_exists", 1),
    ATTRIBUTE_TYPE("attribute_type", 2),
    BEGINS_WITH("begins_with", 2),
    CONTAINS("contains", 2);

    private final String written;
    private final int operands;

    Function(String written, int operands) {
      this.written = written;
      this.operands = operands;
    }

    public String written() {
      return written;
    }

    public int operands() {
      return operands;
    }
  }
}
