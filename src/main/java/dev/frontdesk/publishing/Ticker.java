package dev.frontdesk.publishing;

import java.time.Duration;

/** Intervals, apart from the time of day: a monotonic clock that can also wait. */
public interface Ticker {
  /** Nanoseconds since some instant that is the same for the life of the ticker. */
  long nanos();

  /** Waits, and not longer than the thread is interrupted. */
  void pause(Duration time) throws InterruptedException;

  /** The machine's own. */
  static Ticker system() {
    return new Ticker() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
      }
    };
  }
}
