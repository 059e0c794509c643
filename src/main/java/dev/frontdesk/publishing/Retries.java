package dev.frontdesk.publishing;

import dev.frontdesk.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long one step has been failing, and when it is tried again. */
final class Retries {
  /** How long a step may fail in a row before it is called unknown, and tried less often. */
  static final Duration BUDGET = Duration.ofMinutes(10);

  private static final Backoff OFTEN = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
  private static final Backoff RARE = new Backoff(Duration.ofMinutes(5), Duration.ofMinutes(5));

  private final Publisher.Machine machine;
  private int failures;
  private long failingSince;
  private @Nullable Instant nextTry;

  Retries(Publisher.Machine machine) {
    this.machine = machine;
  }

  /** A step has gone well. */
  void succeeded() {
    failures = 0;
    nextTry = null;
  }

  /**
   * A step has failed.
   *
   * @return how long to wait before it is tried again
   */
  Duration failed() {
    failures++;
    if (failures == 1) {
      failingSince = machine.ticker().nanos();
    }
    Backoff backoff = isOverBudget() ? RARE : OFTEN;
    Duration pause = backoff.pause(failures, machine.random());
    nextTry = machine.time().instant().plus(pause);
    return pause;
  }

  private boolean isOverBudget() {
    return failures > 1 && machine.ticker().nanos() - failingSince >= BUDGET.toNanos();
  }

  /** How the progress stands with this problem in its way, and with the time of the next try. */
  Progress troubled(Progress progress, Problem problem) {
    Instant now = machine.time().instant();
    Instant next = nextTry;
    return isOverBudget() && next != null
        ? progress.unknown(problem, now, next)
        : progress.delayed(problem, now, next);
  }
}
