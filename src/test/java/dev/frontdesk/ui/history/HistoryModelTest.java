package dev.frontdesk.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeWorkplace;
import dev.frontdesk.ui.Gallery;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.session.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryModelTest {
  private final FakeWorkplace workplace = FakeWorkplace.company();
  private final Tools tools = Gallery.tools(FakeWorkplace.START);
  private final HistoryModel model =
      new HistoryModel(workplace.open(), tools.work(), tools.now(), tools.moments());

  @Test
  void newestFirstWithALineForEachDay() {
    JournalEntry today = add("atlas", "contract ended", FakeWorkplace.START);
    JournalEntry yesterday = add("cedar", "import", FakeWorkplace.START.minusSeconds(86_400));
    workplace.addForeign(FakeWorkplace.START.minusSeconds(60), "/static/*");
    model.load();
    List<HistoryRow> rows = model.rows().get().newest().orElseThrow();
    assertEquals(5, rows.size());
    assertEquals(new HistoryRow.Day(tools.moments().dayOf(FakeWorkplace.START)), rows.get(0));
    assertEquals(today.id(), id(rows.get(1)));
    assertEquals("foreign", HistoryWords.kind(((HistoryRow.Entry) rows.get(2)).entry()));
    assertEquals(yesterday.id(), id(rows.get(4)));
  }

  @Test
  void movesAsItHappens() {
    model.load();
    JournalEntry saved = add("atlas", "contract ended", FakeWorkplace.START);
    assertEquals(saved.id(), id(model.rows().get().newest().orElseThrow().get(1)));
    model.choose(saved.id());
    JournalEntry submitted = FakeWorkplace.moved(saved, State.SUBMITTED, Duration.ofSeconds(1));
    workplace.announce(submitted);
    assertEquals(Optional.of(State.SUBMITTED), model.chosen().get().map(HistoryEntry::state));
  }

  @Test
  void searchesInEverything() {
    add("atlas", "contract ended", FakeWorkplace.START);
    add("cedar", "import", FakeWorkplace.START.plusSeconds(5));
    model.load();
    model.search().set("CONTRACT atlas amara");
    assertEquals(2, model.rows().get().newest().orElseThrow().size());
    model.search().set("/projects/cedar/members");
    assertEquals(2, model.rows().get().newest().orElseThrow().size());
    model.search().set("nothing of that kind");
    assertEquals(0, model.rows().get().newest().orElseThrow().size());
  }

  private JournalEntry add(String project, String reason, Instant at) {
    Roster seen = workplace.roster(project);
    RosterChange change =
        RosterChange.between(seen.members(), seen.members().subList(1, seen.members().size()));
    JournalEntry entry = workplace.entry(seen, change, reason, at);
    workplace.announce(entry);
    return entry;
  }

  private static String id(HistoryRow row) {
    return ((HistoryRow.Entry) row).entry().id();
  }
}
