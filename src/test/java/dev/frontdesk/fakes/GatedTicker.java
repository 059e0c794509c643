package dev.frontdesk.fakes;

import dev.frontdesk.publishing.Ticker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A {@link FastTicker} with a gate: while that is shut whoever pauses waits, and no time passes,
 * however slow the machine is.
 */
public final class GatedTicker implements Ticker {
  private final FastTicker ticker = new FastTicker();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** No pause that begins from now on is over before {@link #open()}. */
  public void shut() {
    gate = new CountDownLatch(1);
  }

  /** Every pause is over at once. */
  public void open() {
    gate.countDown();
  }

  @Override
  public long nanos() {
    return ticker.nanos();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    gate.await();
    ticker.pause(time);
  }
}
