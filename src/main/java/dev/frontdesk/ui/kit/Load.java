package dev.frontdesk.ui.kit;

import dev.frontdesk.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** What a page knows of something that is fetched, so that old values stay visible meanwhile. */
public sealed interface Load<T> {
  /** Nobody has asked for it yet. */
  record Idle<T>() implements Load<T> {}

  /** On its way; {@code previous} is what was there before. */
  record Loading<T>(Optional<T> previous) implements Load<T> {}

  /** There, as of {@code at} on this desk's clock. */
  record Loaded<T>(T value, Instant at) implements Load<T> {}

  /** It did not come; {@code previous} is what was there before. */
  record Failed<T>(Problem problem, Optional<T> previous) implements Load<T> {}

  /** The newest value that is known, be it old. */
  default Optional<T> newest() {
    return switch (this) {
      case Idle<T>() -> Optional.empty();
      case Loading<T>(Optional<T> previous) -> previous;
      case Loaded<T>(T value, Instant _) -> Optional.of(value);
      case Failed<T>(Problem _, Optional<T> previous) -> previous;
    };
  }

  default boolean isLoading() {
    return this instanceof Loading<T>;
  }

  /** What stands in the way, where something does. */
  default Optional<Problem> trouble() {
    return this instanceof Failed<T>(Problem problem, Optional<T> _)
        ? Optional.of(problem)
        : Optional.empty();
  }
}
