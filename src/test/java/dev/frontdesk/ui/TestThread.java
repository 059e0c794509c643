package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.frontdesk.ui.kit.Work;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The test's own thread as that of the user interface: others' news wait until it asks. */
public final class TestThread {
  private static final long PATIENCE_SECONDS = 10;

  private final Thread mine = Thread.currentThread();
  private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();

  /** Work that is done at once where this thread asks for it. */
  public Work work() {
    return new Work(Runnable::run, this::take, () -> Thread.currentThread() == mine);
  }

  /** Work that a background does; its answers wait until this thread asks for them. */
  public Work work(Executor background) {
    return new Work(background, this::take, () -> Thread.currentThread() == mine);
  }

  private void take(Runnable change) {
    if (Thread.currentThread() == mine) {
      change.run();
    } else {
      news.add(change);
    }
  }

  /** Takes in what others bring until something is so. */
  public void until(String what, BooleanSupplier isSo) throws InterruptedException {
    while (!isSo.getAsBoolean()) {
      Runnable next = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(next, () -> "waited in vain for " + what);
      next.run();
    }
  }
}
