package dev.frontdesk.ui.kit;

import dev.frontdesk.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** What a page knows of something that is fetched, so that old values stay visible meanwhile. */
public sealed interface Load<T> {
  /** Nobody has asked for it yet. */
  record Idle<T>() implements Load<T> {
    @Override
    public Optional<T> newest() {
      return Optional.empty();
    }
  }

  /** On its way; {@code previous} is what was there before. */
  record Loading<T>(Optional<T> previous) implements Load<T> {
    @Override
    public Optional<T> newest() {
      return previous;
    }
  }

  /** There, as of {@code at} on this desk's clock. */
  record Loaded<T>(T value, Instant at) implements Load<T> {
    @Override
    public Optional<T> newest() {
      return Optional.of(value);
    }
  }

  /** It did not come; {@code previous} is what was there before. */
  record Failed<T>(Problem problem, Optional<T> previous) implements Load<T> {
    @Override
    public Optional<T> newest() {
      return previous;
    }
  }

  /** The newest value that is known, be it old. */
  Optional<T> newest();

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
