package dev.frontdesk.problem;

import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** How a port tells its caller of a {@link Problem}. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  public ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  /** What a task met, to be thrown on: its problem, or a bug for anything unforeseen. */
  public static RuntimeException thrownIn(ExecutionException task) {
    return task.getCause() instanceof ProblemException told
        ? told
        : new IllegalStateException("a task broke", task.getCause());
  }

  /** What {@code thrown} tells: its own problem, or a bug for anything unforeseen. */
  public static Problem problemOf(Throwable thrown) {
    return thrown instanceof ProblemException told
        ? told.problem()
        : new Problem.Bug(thrown.toString());
  }
}
