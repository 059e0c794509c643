package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.expression.Findings.Rank;
import dev.frontdesk.sandbox.store.expression.Tokens.Kind;
import dev.frontdesk.sandbox.store.expression.Tokens.Token;
import dev.frontdesk.sandbox.store.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Parses paths and values, what all kinds of expressions have in common. */
final class PathParser {
  private static final int MAX_INDEX_DIGITS = 9;

  private final Tokens tokens;
  private final Scope scope;
  private final Findings findings;
  private final List<Path> paths = new ArrayList<>();

  PathParser(Tokens tokens, Scope scope, Findings findings) {
    this.tokens = tokens;
    this.scope = scope;
    this.findings = findings;
  }

  /** All paths met so far. */
  List<Path> paths() {
    return List.copyOf(paths);
  }

  Path path() {
    List<Path.Step> steps = new ArrayList<>();
    steps.add(field());
    while (true) {
      if (tokens.takeSign(".")) {
        steps.add(field());
      } else if (tokens.takeSign("[")) {
        Token index = tokens.peek();
        if (index.kind() != Kind.NUMBER || index.text().length() > MAX_INDEX_DIGITS) {
          throw tokens.syntaxError();
        }
        tokens.next();
        steps.add(new Path.Index(Integer.parseInt(index.text())));
        tokens.expectSign("]");
      } else {
        Path path = new Path(steps);
        paths.add(path);
        return path;
      }
    }
  }

  private Path.Field field() {
    Token token = tokens.peek();
    if (token.kind() == Kind.WORD) {
      tokens.next();
      if (ReservedWords.contains(token.text())) {
        findings.add(
            Rank.RESERVED,
            "Attribute name is a reserved keyword; reserved keyword: " + token.text());
      }
      return new Path.Field(token.text());
    }
    if (token.kind() == Kind.NAME) {
      tokens.next();
      String name = scope.name(token.text());
      if (name == null) {
        findings.add(
            Rank.UNDEFINED_NAME,
            "An expression attribute name used in the document path is not defined; attribute"
                + " name: "
                + token.text());
        return new Path.Field(token.text());
      }
      return new Path.Field(name);
    }
    throw tokens.syntaxError();
  }

  Operand.Literal literal() {
    Token token = tokens.peek();
    if (token.kind() != Kind.VALUE) {
      throw tokens.syntaxError();
    }
    tokens.next();
    Value value = scope.value(token.text());
    if (value == null) {
      findings.add(
          Rank.UNDEFINED_VALUE,
          "An expression attribute value used in expression is not defined; attribute value: "
              + token.text());
      // Never evaluated: the finding is thrown when the text has been read.
      return new Operand.Literal(token.text(), new Value.Null());
    }
    return new Operand.Literal(token.text(), value);
  }

  /** A path or a value. */
  Operand simple() {
    return tokens.peek().kind() == Kind.VALUE ? literal() : new Operand.At(path());
  }
}
