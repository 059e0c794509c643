package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.expression.Condition.Comparator;
import dev.frontdesk.sandbox.store.expression.Condition.Function;
import dev.frontdesk.sandbox.store.expression.Findings.Rank;
import dev.frontdesk.sandbox.store.expression.Tokens.Kind;
import dev.frontdesk.sandbox.store.expression.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses conditions and filters: OR binds least, then AND, then NOT. */
final class ConditionParser {
  /** DynamoDB Developer Guide, "Quotas": operators and functions in an expression. */
  private static final int MAX_OPERATORS = 300;

  /** Against exhausting the stack, where parentheses are nested without operators. */
  private static final int MAX_DEPTH = 300;

  private static final int MAX_CHOICES = 100;
  private static final List<String> AFTER_OPERAND =
      List.of("=", "<>", "<", "<=", ">", ">=", "IN", "BETWEEN");
  private static final Set<String> OF_UPDATES = Set.of("if_not_exists", "list_append");

  private final Tokens tokens;
  private final PathParser paths;
  private final Findings findings = new Findings();
  private final OperandChecks checks = new OperandChecks(findings);
  private int depth;
  private int operators;
  private boolean justClosed;

  ConditionParser(String parameter, String source, Scope scope) {
    this.tokens = new Tokens(parameter, source);
    this.paths = new PathParser(tokens, scope, findings);
  }

  Condition parse() {
    Condition condition = or();
    tokens.expectEnd();
    if (operators > MAX_OPERATORS) {
      throw tokens.error(
          "The expression contains too many operators; operator count: " + operators);
    }
    findings.throwFirst(tokens);
    return condition;
  }

  /** The paths of the parsed condition. */
  List<Path> paths() {
    return paths.paths();
  }

  private Condition or() {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("The expression contains too many operators; operator count: " + depth);
    }
    Condition left = and();
    while (tokens.takeKeyword("OR")) {
      operators++;
      left = new Condition.Or(left, and());
      justClosed = false;
    }
    depth--;
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (tokens.takeKeyword("AND")) {
      operators++;
      left = new Condition.And(left, not());
      justClosed = false;
    }
    return left;
  }

  private Condition not() {
    int negations = 0;
    while (tokens.takeKeyword("NOT")) {
      negations++;
      operators++;
    }
    Condition condition = primary();
    if (negations > 0) {
      justClosed = false;
    }
    return negations % 2 == 0 ? condition : new Condition.Not(condition);
  }

  private Condition primary() {
    if (tokens.isSign("(") && !tokens.closesBefore(AFTER_OPERAND)) {
      tokens.next();
      justClosed = false;
      Condition inner = or();
      tokens.expectSign(")");
      if (justClosed) {
        findings.add(Rank.PARENTHESES, "The expression has redundant parentheses;");
      }
      justClosed = true;
      return inner;
    }
    justClosed = false;
    Token token = tokens.peek();
    operators++;
    if (token.kind() == Kind.WORD && isCall() && !token.text().equals("size")) {
      return call();
    }
    Operand left = operand();
    if (tokens.takeKeyword("BETWEEN")) {
      Operand low = operand();
      tokens.expectKeyword("AND");
      Condition.Between between = new Condition.Between(left, low, operand());
      checks.between(between);
      return between;
    }
    if (tokens.takeKeyword("IN")) {
      return in(left);
    }
    for (Comparator comparator : Comparator.values()) {
      if (tokens.takeSign(comparator.sign())) {
        Condition.Comparison comparison = new Condition.Comparison(comparator, left, operand());
        checks.comparison(comparison);
        return comparison;
      }
    }
    throw tokens.syntaxError();
  }

  private Condition in(Operand left) {
    List<Operand> choices = new ArrayList<>();
    tokens.expectSign("(");
    do {
      choices.add(operand());
    } while (tokens.takeSign(","));
    tokens.expectSign(")");
    if (choices.size() > MAX_CHOICES) {
      findings.add(
          Rank.OPERAND_COUNT,
          "The IN operator is provided with too many operands; number of operands: "
              + choices.size());
    }
    checks.distinct("IN", left, choices);
    return new Condition.In(left, choices);
  }

  private boolean isCall() {
    return tokens.peek(1).kind() == Kind.SIGN && tokens.peek(1).text().equals("(");
  }

  private Condition call() {
    String name = tokens.next().text();
    List<Operand> arguments = arguments();
    for (Function function : Function.values()) {
      if (function.written().equals(name)) {
        Condition.Call call = new Condition.Call(function, arguments);
        checks.call(call);
        return call;
      }
    }
    findings.add(
        Rank.FUNCTION,
        OF_UPDATES.contains(name)
            ? "The function is not allowed in a condition expression; function: " + name
            : "Invalid function name; function: " + name);
    // Never evaluated: the finding is thrown when the text has been read.
    return new Condition.Call(Function.CONTAINS, arguments);
  }

  private List<Operand> arguments() {
    List<Operand> arguments = new ArrayList<>();
    tokens.expectSign("(");
    do {
      arguments.add(operand());
    } while (tokens.takeSign(","));
    tokens.expectSign(")");
    return arguments;
  }

  private Operand operand() {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("The expression contains too many operators; operator count: " + depth);
    }
    Operand operand;
    if (tokens.takeSign("(")) {
      operand = operand();
      tokens.expectSign(")");
    } else if (tokens.peek().kind() == Kind.WORD && isCall()) {
      operand = size();
    } else {
      operand = paths.simple();
    }
    depth--;
    return operand;
  }

  private Operand size() {
    operators++;
    String name = tokens.next().text();
    List<Operand> arguments = arguments();
    if (!name.equals("size")) {
      boolean known = OF_UPDATES.contains(name);
      for (Function function : Function.values()) {
        known |= function.written().equals(name);
      }
      findings.add(
          Rank.FUNCTION,
          known
              ? "The function is not allowed to be used this way in an expression; function: "
                  + name
              : "Invalid function name; function: " + name);
    }
    checks.size(arguments);
    return new Operand.Size(arguments.getFirst());
  }
}
