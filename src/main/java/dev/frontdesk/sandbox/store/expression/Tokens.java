package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.DynamoDbException;
import dev.frontdesk.sandbox.store.Errors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of one expression and a position among them. */
final class Tokens {
  enum Kind {
    WORD,
    NAME,
    VALUE,
    NUMBER,
    SIGN,
    BAD,
    END
  }

  record Token(Kind kind, String text, int start, int end) {}

  /** DynamoDB Developer Guide, "Quotas": expression parameters. */
  private static final int MAX_BYTES = 4096;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<WORD>[A-Za-z_][A-Za-z0-9_]*)|(?<NAME>#[A-Za-z0-9_]+)"
              + "|(?<VALUE>:[A-Za-z0-9_]+)|(?<NUMBER>[0-9]+)|(?<SIGN><>|<=|>=|[=<>(),.\\[\\]+-])"
              + "|(?<BAD>\\S))");
  private static final List<Kind> MATCHED =
      List.of(Kind.WORD, Kind.NAME, Kind.VALUE, Kind.NUMBER, Kind.SIGN, Kind.BAD);

  private final String parameter;
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  /**
   * @param parameter the request's member, named in errors: {@code ConditionExpression}
   * @param source the expression
   */
  Tokens(String parameter, String source) {
    this.parameter = parameter;
    this.source = source;
    if (source.isBlank()) {
      throw error("The expression can not be empty;");
    }
    int bytes = source.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw error(
          "Expression size has exceeded the maximum allowed size; expression size: " + bytes);
    }
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.lookingAt()) {
      for (Kind kind : MATCHED) {
        if (matcher.group(kind.name()) != null) {
          tokens.add(
              new Token(
                  kind,
                  matcher.group(kind.name()),
                  matcher.start(kind.name()),
                  matcher.end(kind.name())));
        }
      }
      matcher.region(matcher.end(), source.length());
    }
    tokens.add(new Token(Kind.END, "<EOF>", source.length(), source.length()));
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The token so many places on, at most the end. */
  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  boolean isSign(String sign) {
    return peek().kind() == Kind.SIGN && peek().text().equals(sign);
  }

  boolean takeSign(String sign) {
    boolean is = isSign(sign);
    if (is) {
      at++;
    }
    return is;
  }

  void expectSign(String sign) {
    if (!takeSign(sign)) {
      throw syntaxError();
    }
  }

  /** Keywords may be written in any case. */
  boolean isKeyword(String keyword) {
    return peek().kind() == Kind.WORD && upper(peek()).equals(keyword);
  }

  boolean takeKeyword(String keyword) {
    boolean is = isKeyword(keyword);
    if (is) {
      at++;
    }
    return is;
  }

  void expectKeyword(String keyword) {
    if (!takeKeyword(keyword)) {
      throw syntaxError();
    }
  }

  void expectEnd() {
    if (peek().kind() != Kind.END) {
      throw syntaxError();
    }
  }

  static String upper(Token token) {
    return token.text().toUpperCase(Locale.ROOT);
  }

  /** Whether the parenthesis at this position closes right before one of these. */
  boolean closesBefore(List<String> signsOrKeywords) {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.SIGN && token.text().equals("(")) {
        depth++;
      } else if (token.kind() == Kind.SIGN && token.text().equals(")") && --depth == 0) {
        return signsOrKeywords.contains(upper(tokens.get(i + 1)));
      }
    }
    return false;
  }

  /** Names this token, and the text from the one before it to the one after. */
  DynamoDbException syntaxError() {
    Token token = peek();
    int from = at > 0 ? tokens.get(at - 1).start() : token.start();
    int to = peek(1).end();
    return error(
        "Syntax error; token: \"%s\", near: \"%s\""
            .formatted(token.text(), source.substring(from, to).stripTrailing()));
  }

  DynamoDbException error(String what) {
    return Errors.validation("Invalid " + parameter + ": " + what);
  }
}
