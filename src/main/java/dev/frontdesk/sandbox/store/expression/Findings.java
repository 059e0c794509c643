package dev.frontdesk.sandbox.store.expression;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression beyond its syntax. DynamoDB reports a syntax error before all
 * else and then in this order, wherever in the text the faults are: so they are kept to the end.
 */
final class Findings {
  enum Rank {
    PARENTHESES,
    FUNCTION,
    RESERVED,
    UNDEFINED_NAME,
    UNDEFINED_VALUE,
    OPERAND_COUNT,
    OPERAND
  }

  private @Nullable Rank rank;
  private String first = "";

  void add(Rank found, String what) {
    if (rank == null || found.compareTo(rank) < 0) {
      rank = found;
      first = what;
    }
  }

  void throwFirst(Tokens tokens) {
    if (rank != null) {
      throw tokens.error(first);
    }
  }
}
