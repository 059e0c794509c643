package dev.frontdesk.publishing;

import dev.frontdesk.problem.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Asks again what was refused for now: users report that CloudFront's control plane throttles at
 * about ten calls a second (facts.md, "Throttling").
 */
record Insistence(Ticker ticker, RandomGenerator random) {
  private static final Backoff PAUSES = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  /** About half a minute of pauses, beside what the SDK tries by itself. */
  private static final int MOST = 7;

  /**
   * @throws ProblemException the last one, where asking again did not help or cannot
   */
  <T> T ask(Supplier<T> call) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        return call.get();
      } catch (ProblemException e) {
        if (!e.problem().passes() || failures == MOST) {
          throw e;
        }
      }
      ticker.pause(PAUSES.pause(failures, random));
    }
  }
}
