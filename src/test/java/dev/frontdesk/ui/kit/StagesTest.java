package dev.frontdesk.ui.kit;

import static dev.frontdesk.ui.kit.Stages.Standing.AHEAD;
import static dev.frontdesk.ui.kit.Stages.Standing.NOT_REACHED;
import static dev.frontdesk.ui.kit.Stages.Standing.ODD;
import static dev.frontdesk.ui.kit.Stages.Standing.REACHED;
import static dev.frontdesk.ui.kit.Stages.Standing.RUNNING;
import static dev.frontdesk.ui.kit.Stages.Standing.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StagesTest {
  private final FakeSession session = FakeSession.company();

  @Test
  void goesOneByOne() {
    JournalEntry saved = session.firstRemoved();
    assertEquals(List.of(REACHED, RUNNING, AHEAD, AHEAD), standings(saved));
    JournalEntry submitted = FakeSession.moved(saved, State.SUBMITTED, Duration.ofMillis(400));
    assertEquals(List.of(REACHED, REACHED, RUNNING, AHEAD), standings(submitted));
    JournalEntry completed = FakeSession.moved(submitted, State.COMPLETED, Duration.ofSeconds(9));
    assertEquals(List.of(REACHED, REACHED, REACHED, RUNNING), standings(completed));
    JournalEntry fresh = FakeSession.moved(completed, State.FRESH, Duration.ofSeconds(10));
    assertEquals(List.of(REACHED, REACHED, REACHED, REACHED), standings(fresh));
    assertEquals(Optional.of(Duration.ofSeconds(1)), Stages.of(fresh).getLast().waited());
  }

  @Test
  void tellsWhereItEndedOtherwise() {
    JournalEntry failed =
        FakeSession.moved(session.firstRemoved(), State.FAILED, Duration.ofSeconds(1));
    assertEquals(List.of(REACHED, WRONG, NOT_REACHED, NOT_REACHED), standings(failed));
    JournalEntry stale =
        FakeSession.moved(
            FakeSession.moved(
                FakeSession.moved(session.firstRemoved(), State.SUBMITTED, Duration.ofSeconds(1)),
                State.COMPLETED,
                Duration.ofSeconds(2)),
            State.STALE,
            Duration.ofSeconds(3));
    assertEquals(List.of(REACHED, REACHED, REACHED, ODD), standings(stale));
  }

  private static List<Stages.Standing> standings(JournalEntry entry) {
    return Stages.of(entry).stream().map(Stages.Stage::standing).toList();
  }
}
