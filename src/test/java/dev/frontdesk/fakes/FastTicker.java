package dev.frontdesk.fakes;

import dev.frontdesk.publishing.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A ticker on which every pause is over at once, and time has passed by its length. */
public final class FastTicker implements Ticker {
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped while pausing");
    }
    nanos.addAndGet(time.toNanos());
  }
}
