package dev.frontdesk.ui.kit;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what blocks away from the user interface and brings its answer back. It is given its
 * executors, so that tests run it inline or in an order that they choose.
 */
public final class Work {
  private static final Logger log = LoggerFactory.getLogger(Work.class);

  private final Executor background;
  private final Executor ui;
  private final BooleanSupplier onUi;

  /** Begun behind, and not to run yet. */
  private final Queue<Runnable> held = new ArrayDeque<>();

  private boolean holding;

  /**
   * @param background takes calls that block
   * @param ui runs what touches properties and nodes, in the order given
   * @param onUi whether the current thread is the one that {@code ui} runs on
   */
  public Work(Executor background, Executor ui, BooleanSupplier onUi) {
    this.background = background;
    this.ui = ui;
    this.onUi = onUi;
  }

  /** Everything at once on the caller's thread. */
  public static Work inline() {
    return new Work(Runnable::run, Runnable::run, () -> true);
  }

  /**
   * Calls in the background, then gives the answer to {@code done} or what went wrong to {@code
   * failed}, on the user interface's executor.
   */
  public <T> void run(
      Callable<T> call, Consumer<? super T> done, Consumer<? super Problem> failed) {
    background.execute(() -> {
      T value;
      try {
        value = call.call();
      } catch (Exception thrown) {
        Problem problem = problemOf(thrown);
        ui.execute(() -> failed.accept(problem));
        return;
      }
      ui.execute(() -> done.accept(value));
    });
  }

  /**
   * The same for what nobody waits for: it does not run while something is held up for that
   * somebody does wait for.
   */
  public <T> void runBehind(
      Callable<T> call, Consumer<? super T> done, Consumer<? super Problem> failed) {
    behind(() -> run(call, done, failed));
  }

  /** Runs on the user interface's thread, at once or when what runs behind does. */
  public void behind(Runnable step) {
    requireUi();
    if (holding) {
      held.add(step);
    } else {
      step.run();
    }
  }

  /** From now on, until {@link #release}, nothing runs that is run behind. */
  public void hold() {
    requireUi();
    holding = true;
  }

  /** Runs what was held, in the order it came; where one breaks, the others run all the same. */
  public void release() {
    requireUi();
    holding = false;
    while (!held.isEmpty()) {
      try {
        held.remove().run();
      } catch (RuntimeException e) {
        log.error("unforeseen behind", e);
      }
    }
  }

  /** Brings something that others have noticed to the user interface's executor. */
  public void onUi(Runnable change) {
    ui.execute(change);
  }

  /**
   * Refuses to go on off the user interface's thread: JavaFX lets most such changes pass, and shows
   * them wrongly some day.
   */
  public void requireUi() {
    if (!onUi.getAsBoolean()) {
      throw new IllegalStateException(
          "the user interface was touched from " + Thread.currentThread().getName());
    }
  }

  /** A bug is handled here for good, so its trace is logged here; the others tell people enough. */
  private static Problem problemOf(Exception thrown) {
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    Problem problem = ProblemException.problemOf(thrown);
    if (problem instanceof Problem.Bug) {
      log.error("unforeseen in the background", thrown);
    }
    return problem;
  }
}
