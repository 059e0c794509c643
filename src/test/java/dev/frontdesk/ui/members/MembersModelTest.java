package dev.frontdesk.ui.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.members.MemberRow.Mark;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersModelTest {
  private static final Role VIEWER = new Role("viewer");
  private static final Role EDITOR = new Role("editor");

  private final FakeSession session = FakeSession.company();
  private final TestThread thread = new TestThread();
  private final MembersModel model = Models.members(session, thread);
  private final RosterEditor editor = model.editor();

  @BeforeEach
  void load() {
    model.load();
  }

  @Test
  void opensTheFirstProject() {
    assertEquals("atlas", model.project().get().orElseThrow().id());
    assertEquals(24, rows().size());
  }

  @Test
  void whatIsToldBesideIsReadBehindTheRoster() {
    var calls = new ArrayDeque<Runnable>();
    MembersModel opening = Models.members(session, thread.work(calls::add));
    opening.load();
    while (!(opening.editor().roster().get() instanceof Load.Loaded<?>)) {
      assertEquals(1, calls.size(), "nothing is asked for beside what somebody waits for");
      calls.remove().run();
    }
    while (!calls.isEmpty()) {
      calls.remove().run();
    }
    assertEquals(
        2_629, opening.projects().counts().total(opening.projects().shown().get()).orElse(0));
  }

  @Test
  void projectsStandInTheOrderInWhichPeopleLookForThem() {
    List<String> names = model.projects().shown().get().stream().map(Project::name).toList();
    assertEquals(
        List.of("Delta Migration", "Édition Lyon", "Fjord"), names.subList(3, 6), names::toString);
    assertEquals("Zürich Ops", names.get(9));
  }

  @Test
  void theNumberOfMembersFollowsAPublication() {
    assertEquals(24, model.projects().counts().of(project("atlas")).orElseThrow());
    editor.remove(Set.of("m2009"));
    model.publish();
    assertEquals(23, model.projects().counts().of(project("atlas")).orElseThrow());
  }

  @Test
  void searchesProjectsByNameWhateverTheCase() {
    model.projects().search().set("zÜRI");
    assertEquals(
        List.of("Zürich Ops"), model.projects().shown().get().stream().map(Project::name).toList());
  }

  @Test
  void addsRemovesChangesAndUndoes() {
    editor.add(" siyuan.li@acme.example ", "李思远", VIEWER);
    editor.remove(Set.of("m2009"));
    editor.withRole(Set.of("m2006"), EDITOR);
    assertEquals(3, change().size());
    assertEquals(Mark.ADDED, rows().getLast().mark());
    assertEquals("siyuan.li@acme.example", rows().getLast().member().email());
    assertEquals(Mark.REMOVED, row("m2009").mark());
    assertEquals(Mark.CHANGED, row("m2006").mark());
    assertEquals(VIEWER, row("m2006").before());
    assertEquals(4, editor.preview().get().newest().orElseThrow().stale().size());

    editor.undo(Set.of("m2009", "m2006", rows().getLast().id()));
    assertFalse(editor.hasChange());
    assertEquals(new Load.Idle<>(), editor.preview().get());
  }

  @Test
  void theOldRoleTakesTheEditBack() {
    editor.withRole(Set.of("m2006"), EDITOR);
    editor.withRole(Set.of("m2006"), VIEWER);
    assertFalse(editor.hasChange());
  }

  @Test
  void whoIsAddedAgainAfterRemovalStays() {
    editor.remove(Set.of("m2009"));
    editor.add("S.Dlamini@contractor.example", "Sibusiso", EDITOR);
    assertEquals(Mark.CHANGED, row("m2009").mark());
    assertEquals(1, change().size());
  }

  @Test
  void anAdditionReusesTheIdOfAPersonKnownElsewhere() {
    editor.add("person1999@acme.example", "Person 1999", VIEWER);
    assertEquals("platform1999", change().added().getFirst().id());
  }

  @Test
  void refusesAddressesMalformedOrTaken() {
    assertEquals("email-malformed", editor.refusalOf("nobody").orElseThrow().rule());
    assertEquals("email-taken", editor.refusalOf("PRIYA.R@acme.example").orElseThrow().rule());
    editor.add("priya.r@acme.example", "", VIEWER);
    assertFalse(editor.hasChange());
  }

  @Test
  void theLastOwnerStays() {
    editor.remove(Set.of("m2001"));
    assertEquals(
        List.of("last-owner"),
        editor.shown().get().newest().orElseThrow().broken().stream()
            .map(Problem.Invalid::rule)
            .toList());
  }

  @Test
  void publishesAndFollows() throws InterruptedException {
    editor.remove(Set.of("m2009"));
    model.reason().set("contract ended");
    model.publish();
    assertEquals(43, editor.roster().get().newest().orElseThrow().roster().version());
    assertEquals(23, rows().size());
    assertFalse(editor.hasChange());
    assertEquals("", model.reason().get());
    JournalEntry saved = model.publication().get().orElseThrow();
    assertEquals("contract ended", saved.about().reason());

    thread.until("the edge to be fresh", () -> stands(State.FRESH));
    session.tables().put(saved);
    model.load();
    assertEquals(
        State.FRESH,
        model.publication().get().orElseThrow().state(),
        "an older revision is not shown again");
  }

  @Test
  void aConflictShowsTheirsKeepsMineAndAppliesAgain() {
    editor.remove(Set.of("m2009", "m2023"));
    others(member -> !member.id().equals("m2023") && !member.id().equals("m2024"));
    model.publish();
    var conflict = model.conflict().get().orElseThrow();
    assertEquals(
        Set.of("m2023", "m2024"),
        Set.copyOf(conflict.theirs().removed().stream().map(Member::id).toList()));
    assertEquals(2, change().size(), "the admin's edits are kept");
    assertEquals(42, editor.draft().get().orElseThrow().base().roster().version());

    model.applyAgain();
    assertEquals(Optional.empty(), model.conflict().get());
    assertEquals(List.of("m2023"), model.notes().get().dropped().stream().map(Member::id).toList());
    assertEquals(List.of("m2009"), change().removed().stream().map(Member::id).toList());
    model.publish();
    assertEquals(44, session.roster("atlas").version());
  }

  @Test
  void discardingInAConflictShowsTheRosterAsItIs() {
    editor.remove(Set.of("m2009"));
    others(member -> !member.id().equals("m2024"));
    model.publish();
    model.discard();
    assertEquals(Optional.empty(), model.conflict().get());
    assertEquals(23, rows().size());
    assertFalse(editor.hasChange());
  }

  @Test
  void aChangeWaitsWhileAnotherProjectIsOpen() {
    editor.remove(Set.of("m2009"));
    model.reason().set("because");
    model.choose(project("cedar"));
    assertFalse(editor.hasChange());
    assertTrue(model.isKept("atlas"));
    assertEquals("", model.reason().get());
    model.choose(project("atlas"));
    assertEquals(List.of("m2009"), change().removed().stream().map(Member::id).toList());
    assertEquals("because", model.reason().get());
  }

  @Test
  void aProblemStaysAndTheChangeToo() {
    Problem refusal = new Problem.NoCredentials("expired");
    editor.remove(Set.of("m2009"));
    session.tables().trouble(refusal);
    model.publish();
    assertEquals(Optional.of(refusal), model.problem().get());
    assertTrue(editor.hasChange());
    assertFalse(model.saving().get());
    model.dismissProblem();
    assertEquals(Optional.empty(), model.problem().get());
  }

  @Test
  void aFailedPublicationIsTriedAgain() throws InterruptedException {
    session.invalidator().meet(new Problem.Denied("CreateInvalidation", "not allowed", null));
    editor.remove(Set.of("m2009"));
    model.publish();
    JournalEntry saved = model.publication().get().orElseThrow();
    model.retry(model.publication().get().orElseThrow());
    assertEquals(saved, model.publication().get().orElseThrow(), "one under way is left alone");
    thread.until("it to fail", () -> stands(State.FAILED));
    model.retry(model.publication().get().orElseThrow());
    assertEquals(State.SAVED, model.publication().get().orElseThrow().state());
    thread.until("the edge to be fresh", () -> stands(State.FRESH));
  }

  @Test
  void someoneElsesPublicationIsCaughtUpWith() {
    Roster seen = session.roster("atlas");
    RosterChange theirs =
        RosterChange.between(seen.members(), seen.members().subList(1, seen.members().size()));
    session.open().publisher().publish(seen, theirs, "from another page");
    assertEquals(23, rows().size());
  }

  @Test
  void rowsAreFoundByEveryWordAndSorted() {
    editor.search("acme EDITOR");
    assertEquals(8, rows().size());
    editor.search("");
    editor.sort(Listing.Column.NAME, true);
    List<String> names = rows().stream().map(row -> row.member().name()).toList();
    assertTrue(names.indexOf("Łukasz Wójcik") < names.indexOf("Mateus Gonçalves"), names::toString);
    editor.sort(Listing.Column.ROLE, true);
    assertEquals("owner", rows().getFirst().member().role().name());
    editor.sort(Listing.Column.EMAIL, false);
    assertEquals("zoe.vdberg@acme.example", rows().getFirst().member().email());
  }

  @Test
  void hearsNothingOnceClosed() {
    model.close();
    Roster seen = session.roster("atlas");
    RosterChange theirs =
        RosterChange.between(seen.members(), seen.members().subList(1, seen.members().size()));
    session.open().publisher().publish(seen, theirs, "from another page");
    assertEquals(Optional.empty(), model.publication().get());
  }

  private void others(java.util.function.Predicate<Member> stays) {
    Roster now = session.roster("atlas");
    session.changedByOthers(
        "atlas",
        RosterChange.between(now.members(), now.members().stream().filter(stays).toList()));
  }

  private boolean stands(State state) {
    return model.publication().get().filter(entry -> entry.state() == state).isPresent();
  }

  private RosterChange change() {
    return editor.draft().get().orElseThrow().change();
  }

  private List<MemberRow> rows() {
    return editor.shown().get().newest().orElseThrow().rows();
  }

  private MemberRow row(String id) {
    return rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  private static Project project(String id) {
    return new Project(id, id, OptionalInt.empty());
  }
}
