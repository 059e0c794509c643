package dev.frontdesk.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Gallery;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.kit.HistoryFacts;
import dev.frontdesk.ui.kit.Tools;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryModelTest {
  private final FakeSession session = FakeSession.company();
  private final TestThread thread = new TestThread();
  private final Tools tools = Gallery.tools(FakeSession.START, thread.work());
  private final HistoryModel model =
      new HistoryModel(
          session.open().publisher(),
          (since, told) -> told.accept(journal(since)),
          tools.work(),
          tools.now(),
          tools.moments(),
          new FastTicker());

  @Test
  void newestFirstWithALineForEachDay() {
    JournalEntry today = add("atlas", "contract ended", FakeSession.START);
    JournalEntry yesterday = add("cedar", "import", FakeSession.START.minusSeconds(86_400));
    model.load();
    List<HistoryLine> rows = model.list().get().rows();
    assertEquals(4, rows.size());
    assertEquals(new HistoryLine.Day(tools.moments().dayOf(FakeSession.START)), rows.get(0));
    assertEquals(today.id(), id(rows.get(1)));
    assertEquals(yesterday.id(), id(rows.get(3)));
  }

  /** The desk of the first has a clock that is half an hour fast. */
  @Test
  void publicationsOfAProjectStandAsTheirVersionsFollow() {
    JournalEntry first = add("atlas", "first", FakeSession.START.plusSeconds(1_800));
    JournalEntry between = add("cedar", "import", FakeSession.START.plusSeconds(60));
    Roster seen = session.roster("atlas");
    var later = new Roster(seen.projectId(), seen.projectName(), 43, seen.members());
    JournalEntry second = session.entry(later, oneLess(later), "second", FakeSession.START);
    session.tables().put(second);
    model.load();
    List<HistoryLine> rows = model.list().get().rows();
    assertEquals(
        List.of(second.id(), between.id(), first.id()),
        rows.subList(1, 4).stream().map(HistoryModelTest::id).toList());
  }

  @Test
  void movesAsItHappens() throws InterruptedException {
    model.load();
    Roster seen = session.roster("atlas");
    JournalEntry saved = session.open().publisher().publish(seen, oneLess(seen), "contract ended");
    assertEquals(saved.id(), id(model.list().get().rows().get(1)));
    model.choose(saved.id());
    assertEquals(Optional.of(State.SAVED), model.chosen().get().map(HistoryFacts::state));
    thread.until(
        "the details to be those of its end",
        () -> model.chosen().get().map(HistoryFacts::state).equals(Optional.of(State.FRESH)));
  }

  @Test
  void whatIsChosenBeforeItIsReadIsShownOnceItComes() {
    JournalEntry entry = add("atlas", "contract ended", FakeSession.START);
    model.choose(entry.id());
    assertEquals(Optional.empty(), model.chosen().get());
    model.load();
    assertEquals(Optional.of(entry.id()), model.chosen().get().map(HistoryEntry::id));
  }

  @Test
  void searchesInEverything() {
    add("atlas", "contract ended", FakeSession.START);
    add("cedar", "import", FakeSession.START.plusSeconds(5));
    model.load();
    model.search().set("CONTRACT atlas amara");
    assertEquals(2, model.list().get().rows().size());
    model.search().set("/projects/cedar/members");
    assertEquals(2, model.list().get().rows().size());
    model.search().set("nothing of that kind");
    assertEquals(0, model.list().get().rows().size());
  }

  /** All of the journal in one part. */
  private Part journal(@Nullable Instant since) {
    return new Part(
        session.tables().newest(since, 1_000).stream()
            .<HistoryEntry>map(HistoryEntry.Ours::new)
            .toList(),
        0,
        true,
        null);
  }

  private JournalEntry add(String project, String reason, Instant at) {
    Roster seen = session.roster(project);
    JournalEntry entry = session.entry(seen, oneLess(seen), reason, at);
    session.tables().put(entry);
    return entry;
  }

  private static RosterChange oneLess(Roster seen) {
    return RosterChange.between(seen.members(), seen.members().subList(1, seen.members().size()));
  }

  private static String id(HistoryLine row) {
    return ((HistoryLine.Entry) row).entry().id();
  }
}
