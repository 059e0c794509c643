package dev.frontdesk.publishing;

import dev.frontdesk.problem.Problem;
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

  /** On the machine's own clock. */
  static Insistence system() {
    return new Insistence(Ticker.system(), RandomGenerator.getDefault());
  }

  /**
   * @throws ProblemException the last one, where asking again did not help or cannot; one that
   *     nobody answered at once, for the SDK has tried it several times and whoever waits is to
   *     know
   */
  <T> T ask(Supplier<T> call) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        return call.get();
      } catch (ProblemException e) {
        if (!isRefusedForNow(e.problem()) || failures == MOST) {
          throw e;
        }
      }
      ticker.pause(PAUSES.pause(failures, random));
    }
  }

  private static boolean isRefusedForNow(Problem problem) {
    return problem instanceof Problem.Throttled || problem instanceof Problem.Unavailable;
  }
}
