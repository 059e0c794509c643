package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.MetricsWindow;
import java.time.Duration;
import java.time.Instant;

/**
 * Where the times of a window lie in what is {@code width} pixels wide: the same in all charts
 * above one another.
 */
record TimeSpace(MetricsWindow window, double width) {
  /** Room for the numbers of the axis, and for the last value at the line's end. */
  static final double LEFT = 48;

  static final double RIGHT = 72;

  /** Pixels from the left. */
  double x(Instant at) {
    double passed = Duration.between(window.from(), at).toMillis();
    return LEFT + (right() - LEFT) * passed / window.length().toMillis();
  }

  double right() {
    return Math.max(LEFT, width - RIGHT);
  }

  /** The number of the period that is there, the nearest one beside the window. */
  int period(double x) {
    double share = right() > LEFT ? (x - LEFT) / (right() - LEFT) : 0;
    int period = (int) Math.floor(share * window.periods());
    return Math.clamp(period, 0, window.periods() - 1);
  }
}
