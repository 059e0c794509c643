package dev.frontdesk.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoaderTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final Work work = new Work(background::add, Runnable::run, () -> true);
  private final Loader<String> loader = new Loader<>(work, InstantSource.fixed(AT));

  @Test
  void keepsTheOldValueVisible() {
    loader.load(() -> "one");
    background.pop().run();
    loader.load(() -> "two");
    assertEquals(new Load.Loading<>(Optional.of("one")), loader.get());
    background.pop().run();
    assertEquals(new Load.Loaded<>("two", AT), loader.get());
  }

  @Test
  void dropsAnAnswerThatComesAfterANewerQuestion() {
    loader.load(() -> "old");
    loader.load(() -> "new");
    background.removeLast().run();
    background.pop().run();
    assertEquals(new Load.Loaded<>("new", AT), loader.get());
  }

  @Test
  void dropsAnAnswerThatNobodyWaitsFor() {
    loader.load(() -> "late");
    loader.forget();
    background.pop().run();
    assertEquals(new Load.Idle<>(), loader.get());
  }

  @Test
  void tellsWhatWentWrongBesideTheOldValue() {
    loader.put("one");
    var offline = new Problem.Offline("http://127.0.0.1:1", "refused");
    loader.load(() -> {
      throw new ProblemException(offline);
    });
    background.pop().run();
    assertEquals(new Load.Failed<>(offline, Optional.of("one")), loader.get());
  }

  @Test
  void refusesAnotherThread() {
    var elsewhere =
        new Loader<String>(
            new Work(Runnable::run, Runnable::run, () -> false), InstantSource.fixed(AT));
    assertThrows(IllegalStateException.class, () -> elsewhere.load(() -> "one"));
  }
}
