package dev.frontdesk.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.ui.kit.LiveHistory.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveHistoryTest {
  private static final Problem DENIED =
      new Problem.Denied("cloudfront:ListInvalidations", "not authorized", "4f2c");

  private static final HistoryEntry KNOWN =
      new HistoryEntry.Foreign(
          new InvalidationSummary("I1", Instant.parse("2026-04-01T12:00:00Z"), true), null);

  /** Of each look whether all was read. */
  private final List<Boolean> ofAll = new ArrayList<>();

  private Optional<Problem> trouble = Optional.of(DENIED);
  private final LiveHistory history =
      new LiveHistory(
          (since, told) -> {
            ofAll.add(since == null);
            told.accept(new Part(List.of(KNOWN), 0, true, trouble.orElse(null)));
          },
          new Gathered(),
          Work.inline(),
          new FastTicker(),
          () -> {});

  /** Who may not list invalidations would have the journal read whole with each look. */
  @Test
  void lastingTroubleLetsAllBeReadLessAndLessOften() {
    history.all();
    for (int look = 0; look < 40; look++) {
      assertEquals(Stage.WHOLE, history.condition().get().stage(), "what is shown stays whole");
      assertEquals(Optional.of(DENIED), history.condition().get().trouble());
      history.recent();
    }
    assertEquals(List.of(0, 1, 3, 7, 15, 31), readingsOfAll());
  }

  @Test
  void troubleThatEndsLetsAllBeReadOnceMoreAndNoMore() {
    history.all();
    trouble = Optional.empty();
    for (int look = 0; look < 40; look++) {
      history.recent();
    }
    assertEquals(List.of(0, 1), readingsOfAll());
    assertEquals(Optional.empty(), history.condition().get().trouble());
  }

  private List<Integer> readingsOfAll() {
    List<Integer> looks = new ArrayList<>();
    for (int i = 0; i < ofAll.size(); i++) {
      if (ofAll.get(i)) {
        looks.add(i);
      }
    }
    return looks;
  }
}
