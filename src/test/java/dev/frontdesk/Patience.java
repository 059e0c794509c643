package dev.frontdesk;

import dev.frontdesk.problem.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;

/** A person's: who asks again where a service only makes trouble, or has much to do. */
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Patience() {}

  /** The call's answer, however often it takes; the test's own timeout is the bound. */
  static <T> T with(Supplier<T> call) throws InterruptedException {
    while (true) {
      try {
        return call.get();
      } catch (ProblemException e) {
        if (!e.problem().passes()) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }
}
