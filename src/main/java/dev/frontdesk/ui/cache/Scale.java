package dev.frontdesk.ui.cache;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis with lines at round values.
 *
 * @param from its lowest value
 * @param to its highest
 * @param step between two lines
 */
record Scale(double from, double to, double step) {
  private static final int MOST_STEPS = 5;
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /** From a fixed lowest value up to what covers {@code highest}. */
  static Scale above(double from, double highest) {
    double step = step(highest - from);
    return new Scale(from, from + step * steps(highest - from, step), step);
  }

  /** From a fixed highest value down to what covers {@code lowest}. */
  static Scale below(double to, double lowest) {
    double step = step(to - lowest);
    return new Scale(to - step * steps(to - lowest, step), to, step);
  }

  /** The smallest round step of which few cover the height. */
  private static double step(double height) {
    if (!(height > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(height / MOST_STEPS)));
    for (double round : ROUND) {
      if (steps(height, round * power) <= MOST_STEPS) {
        return round * power;
      }
    }
    return 20 * power;
  }

  private static long steps(double height, double step) {
    // What is a whole number of steps but for rounding needs no step more.
    return Math.max(1, (long) Math.ceil(height / step - 1e-9));
  }

  /** The values that have a line, from the lowest. */
  List<Double> lines() {
    List<Double> lines = new ArrayList<>();
    long count = Math.round((to - from) / step);
    for (int i = 0; i <= count; i++) {
      lines.add(from + i * step);
    }
    return lines;
  }

  /** How far up a value is: 0 at the lowest, 1 at the highest. */
  double share(double value) {
    return (value - from) / (to - from);
  }
}
