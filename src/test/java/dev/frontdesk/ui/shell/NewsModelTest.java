package dev.frontdesk.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.fakes.GatedTicker;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.shell.NewsModel.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewsModelTest {
  private final GatedTicker ticker = new GatedTicker();
  private final FakeSession session = FakeSession.company(ticker);
  private final TestThread thread = new TestThread();
  private final AtomicReference<Instant> time = new AtomicReference<>(FakeSession.START);
  private final Set<String> inSight = new HashSet<>();
  private final NewsModel model =
      new NewsModel(
          session.open().publisher(),
          thread.work(),
          new Now(time::get),
          entry -> inSight.contains(entry.id()));

  /** Nothing ends before the test lets it. */
  @BeforeEach
  void hold() {
    ticker.shut();
    session.invalidator().completing(false);
  }

  @AfterEach
  void close() {
    ticker.open();
    model.close();
    session.open().close();
  }

  @Test
  void whatEndsOutOfSightIsTold() throws InterruptedException {
    JournalEntry atlas = publish("atlas");
    assertEquals(1, model.open().get());
    assertEquals(List.of(), model.notices().get());
    complete();
    until("its end", 1);
    assertEquals(0, model.open().get());
    Notice notice = model.notices().get().getFirst();
    assertEquals(atlas.id(), notice.entry().id());
    assertEquals(State.FRESH, notice.entry().state());
    passes(Duration.ofSeconds(7));
    assertEquals(1, model.notices().get().size());
    passes(Duration.ofSeconds(1));
    assertEquals(0, model.notices().get().size());
  }

  @Test
  void whatIsInSightIsNotTold() throws InterruptedException {
    JournalEntry atlas = publish("atlas");
    JournalEntry cedar = publish("cedar");
    assertEquals(2, model.open().get());
    inSight.add(atlas.id());
    complete();
    thread.until("both ends", () -> model.open().get() == 0);
    assertEquals(List.of(cedar.id()), told());
    inSight.add(cedar.id());
    model.tick();
    assertEquals(List.of(), told(), "seen on its page meanwhile");
  }

  @Test
  void aBadEndStaysUntilItIsSeen() throws InterruptedException {
    session.invalidator().meet(new Problem.Denied("CreateInvalidation", "no", "4f2c"));
    JournalEntry atlas = publish("atlas");
    until("its end", 1);
    passes(Duration.ofMinutes(5));
    assertEquals(List.of(atlas.id()), told());
    assertEquals(State.FAILED, model.notices().get().getFirst().entry().state());
    model.dismiss(atlas.id());
    assertEquals(List.of(), told());
  }

  @Test
  void whoReadsIsNotHurried() throws InterruptedException {
    publish("atlas");
    complete();
    until("its end", 1);
    model.hold(true);
    passes(Duration.ofMinutes(1));
    assertEquals(1, model.notices().get().size());
    model.hold(false);
    passes(Duration.ZERO);
    assertEquals(0, model.notices().get().size());
  }

  @Test
  void ofManyTheNewestAndTheBadOnesAreShown() throws InterruptedException {
    session.invalidator().meet(new Problem.Denied("CreateInvalidation", "no", "4f2c"));
    JournalEntry failed = publish("atlas");
    until("its end", 1);
    for (String project : List.of("cedar", "delta", "fjord", "helios")) {
      publish(project);
    }
    complete();
    thread.until("all ends", () -> model.open().get() == 0);
    assertEquals(NewsModel.MOST, model.notices().get().size());
    assertEquals(failed.id(), told().getFirst());
  }

  /** Neither what other desks do nor what is older than the window. */
  @Test
  void othersWorkIsNotTold() throws InterruptedException {
    Roster seen = session.roster("atlas");
    JournalEntry others = session.entry(seen, oneLess(seen), "theirs", FakeSession.START);
    session.tables().put(others);
    try (var _ = session.open().publisher().watch(_ -> {})) {
      publish("cedar");
      session.tables().put(FakeSession.moved(others, State.FAILED, Duration.ofSeconds(1)));
      complete();
      until("the other's end", 1);
    }
    assertEquals(0, model.open().get());
    assertEquals("cedar", projectOf(model.notices().get().getFirst().entry()));
  }

  private JournalEntry publish(String project) {
    Roster seen = session.roster(project);
    return session.open().publisher().publish(seen, oneLess(seen), "");
  }

  private void complete() {
    session.invalidator().completing(true);
    session.prober();
    ticker.open();
  }

  private void until(String what, int notices) throws InterruptedException {
    thread.until(what, () -> model.notices().get().size() == notices);
  }

  private void passes(Duration length) {
    time.updateAndGet(now -> now.plus(length));
    model.tick();
  }

  private List<String> told() {
    return model.notices().get().stream().map(notice -> notice.entry().id()).toList();
  }

  private static String projectOf(JournalEntry entry) {
    return java.util.Objects.requireNonNull(entry.roster()).projectId();
  }

  private static RosterChange oneLess(Roster seen) {
    return RosterChange.between(seen.members(), seen.members().subList(1, seen.members().size()));
  }
}
