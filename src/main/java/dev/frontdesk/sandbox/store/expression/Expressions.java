package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.expression.Tokens.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses DynamoDB's expressions (Developer Guide, "Using expressions in DynamoDB"); every fault is
 * a ValidationException in DynamoDB's words, named after the request's member.
 */
public final class Expressions {
  private Expressions() {}

  /**
   * A condition or filter with the paths it reads.
   *
   * @param paths in the order of the text, not distinct
   */
  public record Parsed(Condition condition, List<Path> paths) {}

  public static Parsed condition(String parameter, String source, Scope scope) {
    ConditionParser parser = new ConditionParser(parameter, source, scope);
    Condition condition = parser.parse();
    return new Parsed(condition, parser.paths());
  }

  public static Update update(String source, Scope scope) {
    return new UpdateParser("UpdateExpression", source, scope).parse();
  }

  public static Projection projection(String source, Scope scope) {
    Tokens tokens = new Tokens("ProjectionExpression", source);
    Findings findings = new Findings();
    PathParser parser = new PathParser(tokens, scope, findings);
    do {
      parser.path();
    } while (tokens.takeSign(","));
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.syntaxError();
    }
    findings.throwFirst(tokens);
    Overlaps.refuse(parser.paths(), tokens);
    return new Projection(parser.paths());
  }

  /** Parses only, so that faults of the text are told before those of the keys. */
  public static Condition keys(String source, Scope scope) {
    return condition("KeyConditionExpression", source, scope).condition();
  }

  /** Reads a parsed condition against the keys of a table or index. */
  public static KeyCondition onKeys(
      Condition condition, String hashKey, @Nullable String rangeKey) {
    return KeyCondition.of(condition, hashKey, rangeKey);
  }
}
