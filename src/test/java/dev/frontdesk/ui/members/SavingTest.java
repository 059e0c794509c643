package dev.frontdesk.ui.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.GatedTicker;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Plights;
import dev.frontdesk.ui.TestThread;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a draft whose saving is not simply done, and of one that takes another back. */
class SavingTest {
  private static final Problem LOST = new Problem.UnknownOutcome("TransactWriteItems", "reset");

  private final GatedTicker ticker = new GatedTicker();

  private final FakeSession session = FakeSession.company(ticker);
  private final TestThread thread = new TestThread();
  private final MembersModel model = Models.members(session, thread);
  private final RosterEditor editor = model.editor();

  @BeforeEach
  void load() {
    model.load();
  }

  @AfterEach
  void close() {
    session.open().close();
  }

  @Test
  void aLostReplyKeepsTheDraftLockedUntilItIsKnownToBeSaved() throws InterruptedException {
    session.tables().loseTheReplyOfTheNextSave();
    editor.remove(Set.of("m2009"));
    model.publish();
    assertTrue(stands(State.UNKNOWN));
    assertTrue(model.saving().get());
    editor.remove(Set.of("m2010"));
    model.discard();
    assertEquals(1, change().size(), "neither edited nor discarded meanwhile");
    thread.until("it to be known", () -> !model.saving().get());
    assertFalse(editor.hasChange());
    assertEquals(43, editor.roster().get().newest().orElseThrow().roster().version());
    thread.until("the edge to be fresh", () -> stands(State.FRESH));
    assertEquals(43, session.roster("atlas").version());
  }

  @Test
  void anUnknownThatEndsInAConflictShowsIt() throws InterruptedException {
    ticker.shut(); // else ten minutes of trying may be over, after which it is not sent again
    session.tables().trouble(LOST);
    editor.remove(Set.of("m2009"));
    model.publish();
    assertTrue(stands(State.UNKNOWN));
    session.tables().refuseSaves(new Problem.Conflict("Atlas")).trouble(null);
    ticker.open();
    String id = model.publication().get().orElseThrow().id();
    assertThrows(
        ProblemException.class,
        () -> session.open().publisher().await(id, Duration.ofSeconds(10)),
        "the journal has nothing of it");
    session.tables().refuseSaves(null);
    othersRemove("m2024");
    thread.until("the conflict", () -> model.conflict().get().isPresent());
    assertFalse(model.saving().get());
    assertEquals(1, change().size(), "the draft stays");
    model.applyAgain();
    model.publish();
    assertEquals(44, session.roster("atlas").version());
  }

  @Test
  void anUnknownThatEndsOtherwiseTellsWhyAndKeepsTheDraft() throws InterruptedException {
    ticker.shut();
    session.tables().trouble(LOST);
    editor.remove(Set.of("m2009"));
    model.reason().set("contract ended");
    model.publish();
    var denied = new Problem.Denied("TransactWriteItems", "not allowed", null);
    session.tables().refuseSaves(denied).trouble(null);
    ticker.open();
    thread.until("it to be known", () -> !model.saving().get());
    session.tables().refuseSaves(null);
    assertInstanceOf(Problem.Denied.class, model.problem().get().orElseThrow());
    assertEquals(1, change().size());
    assertEquals("contract ended", model.reason().get());
    assertTrue(stands(State.FAILED));
    JournalEntry lost = model.publication().get().orElseThrow();
    model.retry(lost);
    assertEquals(lost, model.publication().get().orElseThrow(), "there is nothing to retry");
    model.publish();
    assertEquals(43, session.roster("atlas").version());
  }

  @Test
  void itIsFoundOutBehindAnotherProjectToo() throws InterruptedException {
    session.tables().loseTheReplyOfTheNextSave();
    editor.remove(Set.of("m2009"));
    model.publish();
    model.choose(project("cedar"));
    assertFalse(model.saving().get(), "nothing of Cedar is on its way");
    assertTrue(model.isKept("atlas"));
    thread.until("it to be known", () -> !model.isKept("atlas"));
    model.choose(project("atlas"));
    assertFalse(editor.hasChange());
    assertEquals(43, editor.roster().get().newest().orElseThrow().roster().version());
  }

  @Test
  void aLargeChangeOfOnesOwnStaysVisibleUntilItsLastPart() throws InterruptedException {
    session.tables().mostMembers(2);
    editor.remove(Set.of("m2009", "m2010", "m2011", "m2012", "m2013"));
    model.publish();
    assertTrue(stands(State.SAVING));
    assertTrue(model.saving().get());
    assertEquals(5, change().size());
    thread.until("the last part", () -> !model.saving().get());
    assertFalse(editor.hasChange());
    thread.until("the edge to be fresh", () -> stands(State.FRESH));
    assertEquals(19, session.roster("atlas").members().size());
  }

  @Test
  void anothersLargeChangeKeepsMineOutAndThenIsAConflict() throws InterruptedException {
    session.tables().mostMembers(2);
    Roster seen = session.roster("atlas");
    RosterChange theirs = Plights.large(seen, 5);
    JournalEntry entry = session.entry(seen, theirs, "intake", FakeSession.START);
    JournalEntry saving = session.tables().save(seen, theirs, entry);
    editor.remove(Set.of("m2009"));
    model.publish();
    var locked = assertInstanceOf(Problem.Locked.class, model.problem().get().orElseThrow());
    assertEquals("Atlas", locked.what());
    assertTrue(locked.who().contains("amara"), locked::who);
    assertEquals(1, change().size(), "the draft stays");

    assertEquals(saving, session.tables().read(entry.id()).orElseThrow());
    Thread.startVirtualThread(this::resume);
    thread.until("their last part", () -> model.conflict().get().isPresent());
    assertEquals(Optional.empty(), model.problem().get(), "what kept it out is over");
    assertEquals(5, model.conflict().get().orElseThrow().theirs().added().size());
    model.applyAgain();
    assertEquals(43, editor.draft().get().orElseThrow().base().roster().version());
  }

  /** Takes up what the other desk has left. */
  private void resume() {
    try {
      session.open().publisher().resume();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theVersionDecidesWhichPublicationIsTheNewest() {
    Roster seen = session.roster("atlas");
    RosterChange one = RosterChange.between(seen.members(), seen.members().subList(1, 24));
    var next = new Roster("atlas", "Atlas", 43, seen.members());
    // The desk of the first has a clock that is an hour fast.
    JournalEntry first = session.entry(seen, one, "first", FakeSession.START.plusSeconds(3_600));
    JournalEntry second = session.entry(next, one, "second", FakeSession.START);
    session.tables().put(first).put(second);
    model.load();
    assertEquals("second", model.publication().get().orElseThrow().about().reason());
  }

  @Test
  void aPublicationIsTakenBackOnTopOfWhatOthersDid() throws InterruptedException {
    editor.remove(Set.of("m2009"));
    editor.withRole(Set.of("m2008"), new Role("admin"));
    editor.add("siyuan.li@acme.example", "李思远", new Role("viewer"));
    String li = change().added().getFirst().id();
    model.publish();
    thread.until("the edge to be fresh", () -> stands(State.FRESH));
    JournalEntry done = model.publication().get().orElseThrow();
    othersRemove(li);

    model.takeBack(done, "Takes back version 43");
    assertEquals("Takes back version 43", model.reason().get());
    assertEquals(List.of("m2009"), change().added().stream().map(Member::id).toList());
    assertEquals(List.of("m2008"), ids(change()));
    assertEquals(List.of(li), model.notes().get().dropped().stream().map(Member::id).toList());
    assertEquals(Optional.of(done), model.notes().get().takesBack());
    assertEquals(44, session.roster("atlas").version(), "nothing is sent by itself");
    assertEquals(3, editor.toSend().orElseThrow().items().size(), "its own preview");

    model.publish();
    assertEquals(Pending.Notes.NONE, model.notes().get());
    Roster now = session.roster("atlas");
    assertEquals("editor", now.member("m2008").orElseThrow().role().name());
    assertEquals("Sibusiso Dlamini", now.member("m2009").orElseThrow().name());
  }

  @Test
  void takingBackOpensTheProjectAndKeepsWhatIsPendingThere() throws InterruptedException {
    editor.remove(Set.of("m2009"));
    model.publish();
    thread.until("the edge to be fresh", () -> stands(State.FRESH));
    JournalEntry done = model.publication().get().orElseThrow();
    editor.remove(Set.of("m2010"));
    model.reason().set("also ended");
    model.choose(project("cedar"));

    model.takeBack(done, "Takes back version 43");
    assertEquals("atlas", model.project().get().orElseThrow().id());
    assertEquals(List.of("m2009"), change().added().stream().map(Member::id).toList());
    assertEquals(List.of("m2010"), change().removed().stream().map(Member::id).toList());
    assertEquals("also ended", model.reason().get());
  }

  @Test
  void whatIsTakenBackAlreadyIsSaidSo() throws InterruptedException {
    editor.withRole(Set.of("m2008"), new Role("admin"));
    model.publish();
    thread.until("the edge to be fresh", () -> stands(State.FRESH));
    JournalEntry done = model.publication().get().orElseThrow();
    editor.withRole(Set.of("m2008"), new Role("editor"));
    model.publish();
    model.takeBack(done, "again");
    var told = assertInstanceOf(Problem.Invalid.class, model.problem().get().orElseThrow());
    assertEquals("take-back-needless", told.rule());
    assertFalse(editor.hasChange());
  }

  private void othersRemove(String id) {
    Roster now = session.roster("atlas");
    session.changedByOthers(
        "atlas",
        RosterChange.between(
            now.members(),
            now.members().stream().filter(member -> !member.id().equals(id)).toList()));
  }

  private boolean stands(State state) {
    return model.publication().get().filter(entry -> entry.state() == state).isPresent();
  }

  private RosterChange change() {
    return Objects.requireNonNull(editor.draft().get().orElseThrow().change());
  }

  private static List<String> ids(RosterChange change) {
    return change.edited().stream().map(edit -> edit.after().id()).toList();
  }

  private static Project project(String id) {
    return new Project(id, id, OptionalInt.empty());
  }
}
