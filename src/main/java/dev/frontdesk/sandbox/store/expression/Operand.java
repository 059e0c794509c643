package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.value.Value;

/** What an expression computes with. */
public sealed interface Operand {
  /** An attribute, or a part of one. */
  record At(Path path) implements Operand {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A value that the request brought. */
  record Literal(String placeholder, Value value) implements Operand {
    @Override
    public String toString() {
      return placeholder;
    }
  }

  /** {@code size(x)}: characters of a string, bytes of a binary, elements of a collection. */
  record Size(Operand of) implements Operand {}

  /** {@code if_not_exists(path, x)}. */
  record IfNotExists(Path path, Operand otherwise) implements Operand {}

  /** {@code list_append(x, y)}. */
  record ListAppend(Operand first, Operand second) implements Operand {}

  /** {@code x + y} or, negative, {@code x - y}. */
  record Sum(Operand left, Operand right, boolean negative) implements Operand {}
}
