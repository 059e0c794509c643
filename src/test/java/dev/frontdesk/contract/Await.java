package dev.frontdesk.contract;

import dev.frontdesk.publishing.Ticker;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and not for ever. */
final class Await {
  private Await() {}

  static void until(Ticker ticker, Duration bound, BooleanSupplier condition) {
    long end = ticker.nanos() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      if (ticker.nanos() > end) {
        throw new AssertionError("not within " + bound);
      }
      try {
        ticker.pause(Duration.ofMillis(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
