package dev.frontdesk.aws;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An attribute that stands for one text, however the table holds it: as a text, a number, or a set
 * of one of either. A value made of a text is of a type that is given, so that whoever else uses
 * the table finds what is usual there.
 */
final class OneText {
  private static final int LONGEST_TOLD = 60;

  /** DynamoDB Developer Guide, "Data types": 38 digits, up to 9.99E+125. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,126}(\\.\\d{1,130})?");

  /** However a server spells a number. */
  private static final Pattern SPELT = Pattern.compile(NUMBER.pattern() + "([eE][+-]?\\d{1,3})?");

  private static final int MOST_DIGITS = 38;

  private OneText() {}

  /**
   * The text; empty where the attribute is missing, or NULL.
   *
   * @param whose whom to name where it is no single text
   */
  static String of(Map<String, AttributeValue> item, String attribute, String whose) {
    AttributeValue value = item.get(attribute);
    return value == null
        ? ""
        : of(value).orElseThrow(() -> notOne("table-not-one-text", whose, attribute, value));
  }

  /** The text; empty where the value is none, or several. */
  static Optional<String> of(AttributeValue value) {
    return switch (value.type()) {
      case S -> Optional.of(value.s());
      case N -> Optional.of(value.n());
      case SS -> single(value.ss());
      case NS -> single(value.ns());
      case NUL -> Optional.of("");
      case B, BS, BOOL, L, M, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
    };
  }

  private static Optional<String> single(List<String> set) {
    return set.size() == 1 ? Optional.of(set.getFirst()) : Optional.empty();
  }

  /**
   * A value of this type; empty where the type has none for the empty text, so that the attribute
   * has to be missing.
   *
   * @throws ProblemException with {@code Invalid} where it has to be a number and is none
   */
  static Optional<AttributeValue> made(
      AttributeValue.Type type, String text, String whose, String attribute) {
    if (text.isEmpty()
        && (type == AttributeValue.Type.N
            || type == AttributeValue.Type.SS
            || type == AttributeValue.Type.NS)) {
      return Optional.empty();
    }
    if ((type == AttributeValue.Type.N || type == AttributeValue.Type.NS) && !isNumber(text)) {
      throw new ProblemException(
          new Problem.Invalid("table-holds-numbers", whose, attribute, text));
    }
    return Optional.of(value(type, text));
  }

  /**
   * What to compare with: a text that was seen, in the type that the attribute had. Where the two
   * do not go together, somebody wrote between two readings, and the text, which is not there,
   * tells.
   */
  static AttributeValue seen(AttributeValue.Type type, String text) {
    boolean isNumber = SPELT.matcher(text).matches();
    return switch (type) {
      case N, NS -> isNumber ? value(type, text) : Items.text(text);
      case SS -> text.isEmpty() ? Items.text(text) : value(type, text);
      default -> value(type, text);
    };
  }

  private static AttributeValue value(AttributeValue.Type type, String text) {
    return switch (type) {
      case N -> AttributeValue.fromN(text);
      case SS -> AttributeValue.fromSs(List.of(text));
      case NS -> AttributeValue.fromNs(List.of(text));
      case NUL -> text.isEmpty() ? AttributeValue.fromNul(true) : Items.text(text);
      default -> Items.text(text);
    };
  }

  /** Whether the text is a number as DynamoDB would give it back, so that both are equal. */
  static boolean isNumber(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return false;
    }
    var number = new BigDecimal(text).stripTrailingZeros();
    return number.precision() <= MOST_DIGITS && number.toPlainString().equals(text);
  }

  static ProblemException notOne(
      String rule, String whose, String attribute, AttributeValue value) {
    return new ProblemException(new Problem.Invalid(rule, whose, attribute, told(value)));
  }

  /** The value in a sentence: DynamoDB's own name of its type, and what there is of it. */
  static String told(AttributeValue value) {
    String content =
        switch (value.type()) {
          case S -> value.s();
          case N -> value.n();
          case SS -> value.ss().toString();
          case NS -> value.ns().toString();
          case BOOL -> value.bool().toString();
          case B, BS, L, M, NUL, UNKNOWN_TO_SDK_VERSION -> "";
        };
    String type = value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().toString();
    String whole = (type + " " + content).strip();
    return whole.length() <= LONGEST_TOLD ? whole : whole.substring(0, LONGEST_TOLD) + "…";
  }
}
