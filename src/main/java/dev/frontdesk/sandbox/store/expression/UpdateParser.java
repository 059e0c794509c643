package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.expression.Findings.Rank;
import dev.frontdesk.sandbox.store.expression.Tokens.Kind;
import dev.frontdesk.sandbox.store.expression.Tokens.Token;
import dev.frontdesk.sandbox.store.value.Type;
import dev.frontdesk.sandbox.store.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses updates: SET, REMOVE, ADD and DELETE, each at most once, in any order. */
final class UpdateParser {
  private static final Set<String> OF_CONDITIONS =
      Set.of(
          "attribute_exists",
          "attribute_not_exists",
          "attribute_type",
          "begins_with",
          "contains",
          "size");
  private static final int MAX_DEPTH = 100;

  private final Tokens tokens;
  private final PathParser paths;
  private final Findings findings = new Findings();
  private final List<Update.Action> actions = new ArrayList<>();
  private int depth;

  UpdateParser(String parameter, String source, Scope scope) {
    this.tokens = new Tokens(parameter, source);
    this.paths = new PathParser(tokens, scope, findings);
  }

  Update parse() {
    Set<String> sections = new HashSet<>();
    String repeated = "";
    while (tokens.peek().kind() != Kind.END) {
      String section = Tokens.upper(tokens.peek());
      if (tokens.peek().kind() != Kind.WORD) {
        throw tokens.syntaxError();
      }
      switch (section) {
        case "SET", "REMOVE", "ADD", "DELETE" -> tokens.next();
        default -> throw tokens.syntaxError();
      }
      if (!sections.add(section) && repeated.isEmpty()) {
        repeated = section;
      }
      do {
        actions.add(action(section));
      } while (tokens.takeSign(","));
    }
    if (!repeated.isEmpty()) {
      throw tokens.error(
          "The \"%s\" section can only be used once in an update expression;".formatted(repeated));
    }
    findings.throwFirst(tokens);
    Update update = new Update(actions);
    Overlaps.refuse(update.paths(), tokens);
    return update;
  }

  private Update.Action action(String section) {
    Path path = paths.path();
    return switch (section) {
      case "SET" -> {
        tokens.expectSign("=");
        yield new Update.Set(path, sum());
      }
      case "REMOVE" -> new Update.Remove(path);
      case "ADD" -> new Update.Add(path, element("ADD"));
      default -> new Update.Delete(path, element("DELETE"));
    };
  }

  /** ADD takes a number or a set, DELETE a set. */
  private Value element(String section) {
    Value value = paths.literal().value();
    if (!value.type().isSet() && !(section.equals("ADD") && value.type() == Type.N)) {
      findings.add(
          Rank.OPERAND,
          "Incorrect operand type for operator or function; operator: %s, operand type: %s, typeSet: ALLOWED_FOR_%s_OPERAND"
              .formatted(section, value.type().longName(), section));
    }
    return value;
  }

  private Operand sum() {
    Operand left = operand();
    boolean negative = tokens.isSign("-");
    if (!negative && !tokens.isSign("+")) {
      return left;
    }
    String sign = tokens.next().text();
    Operand right = operand();
    for (Operand operand : List.of(left, right)) {
      requireType(sign, operand, Type.N);
    }
    return new Operand.Sum(left, right, negative);
  }

  private Operand operand() {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("The expression contains too many operators; operator count: " + depth);
    }
    Operand operand;
    if (tokens.takeSign("(")) {
      operand = sum();
      tokens.expectSign(")");
    } else if (tokens.peek().kind() == Kind.WORD && tokens.peek(1).text().equals("(")) {
      operand = call();
    } else {
      operand = paths.simple();
    }
    depth--;
    return operand;
  }

  private Operand call() {
    Token name = tokens.next();
    List<Operand> arguments = new ArrayList<>();
    tokens.expectSign("(");
    do {
      arguments.add(operand());
    } while (tokens.takeSign(","));
    tokens.expectSign(")");
    String function = name.text();
    if (!function.equals("if_not_exists") && !function.equals("list_append")) {
      findings.add(
          Rank.FUNCTION,
          (OF_CONDITIONS.contains(function)
                  ? "The function is not allowed in an update expression; function: "
                  : "Invalid function name; function: ")
              + function);
    } else if (arguments.size() != 2) {
      findings.add(
          Rank.OPERAND_COUNT,
          "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
              .formatted(function, arguments.size()));
    } else if (function.equals("list_append")) {
      arguments.forEach(argument -> requireType(function, argument, Type.L));
      return new Operand.ListAppend(arguments.getFirst(), arguments.getLast());
    } else if (arguments.getFirst() instanceof Operand.At(Path path)) {
      return new Operand.IfNotExists(path, arguments.getLast());
    } else {
      findings.add(
          Rank.OPERAND,
          "Operator or function requires a document path; operator or function: " + function);
    }
    // Never evaluated: one of the findings is thrown when the text has been read.
    return arguments.getFirst();
  }

  private void requireType(String operator, Operand operand, Type type) {
    if (operand instanceof Operand.Literal(_, Value value) && value.type() != type) {
      findings.add(
          Rank.OPERAND,
          "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
              .formatted(operator, value.type()));
    }
  }
}
