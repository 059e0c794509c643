package dev.frontdesk.sandbox.store.value;

import dev.frontdesk.sandbox.store.Errors;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * DynamoDB's numbers: 38 significant digits, magnitudes from 1E-130 to 9.99...E+125 (DynamoDB
 * Developer Guide, "Naming rules and data types").
 */
public final class Numbers {
  private static final int MAX_DIGITS = 38;
  private static final int MAX_EXPONENT = 125;
  private static final int MIN_EXPONENT = -130;
  // A cap before BigDecimal sees it: a mantissa or exponent without bound costs time without bound.
  private static final int MAX_TEXT = 512;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,6})?");

  private Numbers() {}

  /** A number as a client writes it, normalised. */
  public static Value.N parse(String text) {
    if (text.length() > MAX_TEXT || !NUMBER.matcher(text).matches()) {
      throw Errors.validation(
          "The parameter cannot be converted to a numeric value"
              + (text.isEmpty() ? "" : ": " + text));
    }
    return checked(new BigDecimal(text));
  }

  /** The result of arithmetic, held to the same limits. */
  public static Value.N checked(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.signum() == 0) {
      return new Value.N(BigDecimal.ZERO);
    }
    int exponent = plain.precision() - plain.scale() - 1;
    if (exponent > MAX_EXPONENT) {
      throw Errors.validation(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < MIN_EXPONENT) {
      throw Errors.validation(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    if (plain.precision() > MAX_DIGITS) {
      throw Errors.validation("Attempting to store more than 38 significant digits in a Number");
    }
    return new Value.N(plain);
  }
}
