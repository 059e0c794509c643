package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.kit.Tools;

/**
 * A figure in three digits or so, with what it is counted in.
 *
 * @param unit empty for none
 */
record Amount(String number, String unit) {
  private static final int THOUSAND = 1_000;

  /** How far plain numbers are written out. */
  private static final double WRITTEN_OUT = 10_000;

  /** {@code 94.5 %}. */
  static Amount share(double share, Tools tools) {
    return new Amount(
        tools.text("cache.number.share", 100 * share), tools.text("cache.unit.share"));
  }

  /** {@code 0.03 %}: of what is rare, hundredths matter. */
  static Amount smallShare(double share, Tools tools) {
    return new Amount(
        tools.text("cache.number.small-share", 100 * share), tools.text("cache.unit.share"));
  }

  /** {@code 812}, {@code 1.78 M}. */
  static Amount count(double count, Tools tools) {
    if (count < WRITTEN_OUT) {
      return new Amount(tools.text("number", Math.round(count)), "");
    }
    int power = power(count, 3);
    return new Amount(
        digits(count / Math.pow(THOUSAND, power), tools), tools.text("cache.unit.count-" + power));
  }

  /** {@code 38.6 GB}, by thousands. */
  static Amount bytes(double bytes, Tools tools) {
    int power = power(bytes, 5);
    double scaled = bytes / Math.pow(THOUSAND, power);
    return new Amount(
        power == 0 ? tools.text("number", Math.round(scaled)) : digits(scaled, tools),
        tools.text("cache.unit.bytes-" + power));
  }

  /** {@code 120 ms}, {@code 7.4 ms}. */
  static Amount milliseconds(double milliseconds, Tools tools) {
    return new Amount(
        milliseconds < 10
            ? tools.text("cache.number.two", milliseconds)
            : tools.text("number", Math.round(milliseconds)),
        tools.text("cache.unit.milliseconds"));
  }

  /** The power of a thousand under which three digits remain, once they are rounded. */
  private static int power(double value, int most) {
    int power = 0;
    double left = value;
    while (power < most && left >= 999.5) {
      left /= THOUSAND;
      power++;
    }
    return power;
  }

  private static String digits(double value, Tools tools) {
    if (value < 9.995) {
      return tools.text("cache.number.one", value);
    }
    return tools.text(value < 99.95 ? "cache.number.two" : "cache.number.three", value);
  }

  String text(Tools tools) {
    return unit.isEmpty() ? number : tools.text("cache.with-unit", number, unit);
  }
}
