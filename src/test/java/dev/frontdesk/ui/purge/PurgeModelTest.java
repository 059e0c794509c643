package dev.frontdesk.ui.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.fakes.GatedTicker;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PurgeOffer;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PurgeModelTest {
  private static final String REASON = "Case 8812";
  private static final Problem OFFLINE = new Problem.Offline("dynamodb", "timed out");
  private static final Problem LOST = new Problem.UnknownOutcome("PutItem", "reset");

  private final GatedTicker ticker = new GatedTicker();
  private final FakeSession session = FakeSession.company(ticker);
  private final TestThread thread = new TestThread();
  private Instant time = FakeSession.START;
  private final PurgeModel model = model(thread.work());

  private PurgeModel model(Work work) {
    return new PurgeModel(session.open(), work, new Now(() -> time), Locale.ENGLISH);
  }

  @AfterEach
  void close() {
    model.close();
    session.open().close();
  }

  // Reading and planning

  @Test
  void eachLineIsReadAsItIsTyped() {
    model.load();
    type("http://127.0.0.1:8787/members/m1/projects\n/projects/*/members\n/members/m1/projects");
    assertEquals(
        List.of(LineState.SEND, LineState.WRONG, LineState.REDUNDANT),
        plan().lines().stream().map(LineState::of).toList());
    assertEquals(List.of("/members/m1/projects"), sent(plan()));
    assertEquals(1, planned().wrong());
    assertEquals(1, planned().redundant());
    assertEquals(1, planned().sent());
  }

  @Test
  void whatIsTypedBeforeTheDistributionIsKnownIsReadOnceItIs() {
    type("/members/m1/projects");
    assertEquals(Optional.of(Obstacle.READING), model.obstacle().get());
    assertInstanceOf(Load.Idle.class, model.plan().get());
    model.load();
    assertEquals(List.of("/members/m1/projects"), sent(plan()));
  }

  /** However fast it is typed, and however long a plan takes. */
  @Test
  void oneTextIsPlannedAtATimeAndTheLastAfterIt() {
    Queue<Runnable> background = new ArrayDeque<>();
    PurgeModel slow = model(new Work(background::add, Runnable::run, () -> true));
    slow.load();
    drain(background);
    slow.reason().set(REASON);
    slow.input().set("/members/m1/projects");
    slow.input().set("/members/m2/projects");
    slow.input().set("/members/m3/projects");
    assertEquals(1, background.size());
    background.remove().run();
    assertEquals(Optional.of(Obstacle.READING), slow.obstacle().get());
    assertEquals(
        List.of("/members/m1/projects"), sent(planned(slow).plan()), "it is seen meanwhile");
    slow.submit(planned(slow));
    assertEquals(1, background.size(), "nothing is sent that is not what is written");
    background.remove().run();
    assertEquals(List.of("/members/m3/projects"), sent(planned(slow).plan()));
    assertEquals(Optional.empty(), slow.obstacle().get());
    assertEquals(0, background.size());
    slow.close();
  }

  @Test
  void whatIsBeingPlannedWhenThePageIsClosedIsDropped() {
    Queue<Runnable> background = new ArrayDeque<>();
    PurgeModel slow = model(new Work(background::add, Runnable::run, () -> true));
    slow.load();
    drain(background);
    slow.input().set("/members/m1/projects");
    slow.input().set("/members/m2/projects");
    slow.close();
    drain(background);
    assertInstanceOf(Load.Idle.class, slow.plan().get());
  }

  @Test
  void quotaAndMonthAreAskedForAgainWhileThePageIsShownAndNotSooner() {
    model.load();
    type("/members/m1/projects");
    reason();
    assertEquals(0, plan().circumstances().quota().paths());
    session.invalidator().completing(false);
    session.invalidator().create("elsewhere", List.of(InvalidationItem.parse("/somewhere/else")));
    time = time.plusSeconds(9);
    model.tick();
    assertEquals(0, plan().circumstances().quota().paths());
    time = time.plusSeconds(1);
    model.tick();
    assertEquals(1, plan().circumstances().quota().paths());
    assertEquals(time, plan().circumstances().asOf());
  }

  /** Else a click would be lost whenever the quota is just being read. */
  @Test
  void whatIsPlannedCanBeSentWhileQuotaAndMonthAreAskedForAgain() {
    Queue<Runnable> background = new ArrayDeque<>();
    PurgeModel slow = model(new Work(background::add, Runnable::run, () -> true));
    slow.load();
    slow.input().set("/members/m1/projects");
    slow.reason().set(REASON);
    drain(background);
    assertEquals(Optional.empty(), slow.obstacle().get());
    slow.load();
    assertEquals(Optional.empty(), slow.obstacle().get());
    slow.submit(planned(slow));
    assertEquals(Optional.of(Obstacle.SAVING), slow.obstacle().get());
    slow.close();
  }

  @Test
  void whatIsInProgressAlreadyIsNotSentAgain() {
    session.invalidator().completing(false);
    session.invalidator().create("elsewhere", List.of(InvalidationItem.parse("/members/*")));
    model.load();
    type("/members/m1/projects");
    reason();
    assertEquals(LineState.IN_PROGRESS, LineState.of(plan().lines().getFirst()));
    assertEquals(Optional.of(Obstacle.IN_PROGRESS), model.obstacle().get());
  }

  @Test
  void whereQuotaAndMonthCannotBeAskedWhatIsPastedIsReadAllTheSame() {
    session.tables().trouble(OFFLINE);
    model.load();
    type("/members/m1/projects");
    reason();
    assertInstanceOf(Problem.Offline.class, model.trouble().get().orElseThrow());
    assertEquals(List.of("/members/m1/projects"), sent(plan()));
    assertFalse(planned().standing().isKnown());
    assertEquals(Optional.empty(), model.obstacle().get());
    session.tables().trouble(null);
    model.load();
    assertEquals(Optional.empty(), model.trouble().get());
    assertTrue(planned().standing().isKnown());
  }

  /** A wildcard in progress ends by itself; a path left out because of it would be lost. */
  @Test
  void whatIsNotKnownToBeInProgressAnyMoreIsSent() {
    inProgress("/members/*");
    model.load();
    type("/members/m1/projects");
    assertEquals(List.of(), sent(plan()));
    session.tables().trouble(OFFLINE);
    model.load();
    assertEquals(List.of("/members/m1/projects"), sent(plan()));
    assertFalse(planned().standing().isKnown());
    assertEquals(
        1,
        planned().standing().told().orElseThrow().quota().wildcards(),
        "what was told is there to read");
    assertInstanceOf(Problem.Offline.class, model.trouble().get().orElseThrow());
    session.tables().trouble(null);
    model.load();
    assertEquals(List.of(), sent(plan()));
  }

  @Test
  void norIsItWhereTheDistributionCannotBeReadAnew() {
    inProgress("/members/*");
    model.load();
    type("/members/m1/projects");
    session.distributions().trouble(OFFLINE);
    model.reload();
    assertInstanceOf(Load.Failed.class, model.ground().get());
    assertEquals(List.of("/members/m1/projects"), sent(plan()));
  }

  @Test
  void howTheDistributionIsSetUpIsReadAnewWhenThePageIs() {
    var before = FakeDistributions.sandboxLike();
    session.distributions().put(new Distribution(before.names(), before.behaviours(), null));
    model.load();
    type("#member-m1");
    assertEquals(1, planned().wrong());
    session.distributions().put(before);
    model.load();
    assertEquals(1, planned().wrong());
    model.reload();
    assertEquals(0, planned().wrong());
  }

  /** The page is left and come back to, or the machine slept: what was told is old by then. */
  @Test
  void whatWasToldTooLongAgoIsNotPlannedOn() {
    Queue<Runnable> background = new ArrayDeque<>();
    PurgeModel slow = model(new Work(background::add, Runnable::run, () -> true));
    inProgress("/members/*");
    slow.load();
    slow.input().set("/members/m1/projects");
    slow.reason().set(REASON);
    drain(background);
    assertEquals(Optional.of(Obstacle.IN_PROGRESS), slow.obstacle().get());
    time = time.plusSeconds(19);
    slow.tick();
    assertEquals(List.of(), sent(planned(slow).plan()), "it is fresh enough");
    time = time.plusSeconds(1);
    slow.tick();
    assertEquals(Optional.of(Obstacle.READING), slow.obstacle().get());
    Runnable asking = background.remove();
    background.remove().run();
    assertEquals(List.of("/members/m1/projects"), sent(planned(slow).plan()));
    assertEquals(Optional.empty(), slow.obstacle().get());
    asking.run();
    drain(background);
    assertEquals(Optional.of(Obstacle.IN_PROGRESS), slow.obstacle().get());
    slow.close();
  }

  // What stands in the way

  @Test
  void saysWhatStandsInTheWay() {
    model.load();
    assertEquals(Optional.of(Obstacle.EMPTY), model.obstacle().get());
    type("/projects/*/members");
    assertEquals(Optional.of(Obstacle.ALL_WRONG), model.obstacle().get());
    type("/projects/*/members\n/members/m1/projects");
    assertEquals(Optional.of(Obstacle.NO_REASON), model.obstacle().get());
    model.reason().set("  ");
    assertEquals(Optional.of(Obstacle.NO_REASON), model.obstacle().get());
    reason();
    assertEquals(Optional.empty(), model.obstacle().get());
  }

  // Rewriting what is pasted

  @Test
  void anOfferIsTakenOnlyWhenAskedFor() {
    model.load();
    type(
        "/x\n"
            + IntStream.range(0, 40)
                .mapToObj("/members/m%d/projects"::formatted)
                .collect(Collectors.joining("\n")));
    assertEquals(41, plan().items().size());
    PurgeOffer offer =
        plan().offers().stream()
            .filter(PurgeOffer.Wildcard.class::isInstance)
            .findFirst()
            .orElseThrow();
    model.take(offer);
    assertEquals("/x\n/members/*", model.input().get());
    assertEquals(List.of("/x", "/members/*"), sent(plan()));
  }

  @Test
  void whatWasMeantIsPutInThePlaceOfWhatIsWrong() {
    model.load();
    type("/x\nprojects/atlas\n/y");
    PastedItem wrong = plan().lines().get(1).pasted();
    model.use(wrong, "/projects/atlas");
    assertEquals("/x\n/projects/atlas\n/y", model.input().get());
    assertEquals(0, planned().wrong());
  }

  // Choosing from lists

  @Test
  void aProjectsPathsAreAddedByItsRoutes() {
    model.load();
    type("/x");
    model.picks().openProjects();
    assertEquals("Delta Migration", choices().get(3).name());
    model.picks().search().set("zÜRI");
    assertEquals(List.of("Zürich Ops"), choices().stream().map(PickModel.Choice::name).toList());
    model.pick(choices().getFirst());
    assertEquals("/x\n/projects/zurich/members", model.input().get());
    assertEquals(PickModel.Step.NOTHING, model.picks().step().get());
  }

  @Test
  void withEachMembersPaths() {
    model.load();
    model.picks().openProjects();
    model.picks().withMembers().set(true);
    model.picks().search().set("Delta");
    model.pick(choices().getFirst());
    assertEquals(
        "/projects/delta/members\n#member-delta0\n#member-delta1\n#member-delta2",
        model.input().get());
  }

  @Test
  void aMembersPathsAreAddedOnceTheirProjectIsChosen() {
    model.load();
    model.picks().openMembers();
    model.picks().search().set("atlas");
    model.pick(choices().getFirst());
    assertEquals(PickModel.Step.MEMBER, model.picks().step().get());
    model.picks().search().set("s.dlamini@");
    model.pick(choices().getFirst());
    assertEquals("#member-m2009", model.input().get());
  }

  @Test
  void aListThatCannotBeReadSaysWhy() {
    model.load();
    session.tables().trouble(OFFLINE);
    model.picks().openProjects();
    assertInstanceOf(Load.Failed.class, model.picks().list().get());
    assertEquals("", model.input().get());
  }

  // Submitting

  @Test
  void whatIsSubmittedGoesOnByItselfAndIsClearedOnceItIsSaved() throws InterruptedException {
    ticker.shut();
    model.load();
    type("/members/m1/projects\nwrong");
    reason();
    submit();
    assertEquals("", model.input().get());
    assertEquals("", model.reason().get());
    assertEquals(Optional.of(Obstacle.EMPTY), model.obstacle().get());
    JournalEntry entry = model.shown().get().orElseThrow();
    assertEquals(List.of("/members/m1/projects"), entry.items());
    assertEquals(REASON, entry.about().reason());
    assertEquals(JournalEntry.Kind.PURGE, entry.about().kind());
    ticker.open();
    thread.until("its end", () -> model.shown().get().filter(JournalEntry::isOpen).isEmpty());
    assertEquals(List.of("/members/m1/projects"), session.invalidator().all().getFirst().items());
  }

  /** A list may answer when the button has been pressed already. */
  @Test
  void whatIsPickedWhileSomethingIsBeingSavedComesAfterIt() {
    Queue<Runnable> background = new ArrayDeque<>();
    PurgeModel slow = model(new Work(background::add, Runnable::run, () -> true));
    slow.load();
    slow.input().set("/members/m1/projects");
    slow.reason().set(REASON);
    drain(background);
    slow.submit(planned(slow));
    slow.add(List.of("/x"));
    slow.fill(List.of("/y"), "Case 1");
    assertEquals("/members/m1/projects", slow.input().get());
    drain(background);
    assertEquals("/x\n/y", slow.input().get());
    slow.close();
  }

  @Test
  void whatIsPickedMeanwhileIsAddedToWhatCouldNotBeSaved() {
    Queue<Runnable> background = new ArrayDeque<>();
    PurgeModel slow = model(new Work(background::add, Runnable::run, () -> true));
    slow.load();
    slow.input().set("/members/m1/projects");
    slow.reason().set(REASON);
    drain(background);
    session.tables().refuseSaves(new Problem.Denied("PutItem", "not allowed", "r"));
    slow.submit(planned(slow));
    slow.add(List.of("/x"));
    drain(background);
    assertEquals("/members/m1/projects\n/x", slow.input().get());
    slow.close();
  }

  /** The quota is read anew while the question stands; what is confirmed is what was asked. */
  @Test
  void whatWasNotConfirmedIsNotSent() {
    model.load();
    type("/members/m1/projects\n/x");
    reason();
    Planned asked = planned();
    inProgress("/members/*");
    model.load();
    model.submit(asked);
    assertEquals(Optional.of(new Problem.Invalid("purge-plan-moved")), model.problem().get());
    assertEquals(List.of(), session.tables().newest(null, 10));
    assertEquals("/members/m1/projects\n/x", model.input().get());
    submit();
    assertEquals(Optional.empty(), model.problem().get());
    assertEquals(List.of("/x"), model.shown().get().orElseThrow().items());
  }

  @Test
  void whatIsConfirmedIsSentThoughTheQuotaWasReadAnew() {
    model.load();
    type("/members/m1/projects");
    reason();
    Planned asked = planned();
    inProgress("/somewhere/else");
    model.load();
    model.submit(asked);
    assertEquals(List.of("/members/m1/projects"), model.shown().get().orElseThrow().items());
  }

  @Test
  void aProblemKeepsWhatWasPasted() {
    model.load();
    type("/members/m1/projects");
    reason();
    session.tables().refuseSaves(new Problem.Denied("PutItem", "not allowed", "r"));
    submit();
    assertInstanceOf(Problem.Denied.class, model.problem().get().orElseThrow());
    assertEquals("/members/m1/projects", model.input().get());
    assertEquals(REASON, model.reason().get());
    session.tables().refuseSaves(null);
    submit();
    assertEquals(Optional.empty(), model.problem().get());
    assertEquals("", model.input().get());
  }

  @Test
  void whatMayBeSavedIsNotSentAgainUntilThatIsKnown() throws InterruptedException {
    ticker.shut();
    session.tables().loseTheReplyOfTheNextSave();
    model.load();
    type("/members/m1/projects");
    reason();
    submit();
    assertEquals(Optional.of(State.UNKNOWN), model.shown().get().map(JournalEntry::state));
    assertEquals("/members/m1/projects", model.input().get(), "nothing is lost");
    assertEquals(Optional.of(Obstacle.UNKNOWN), model.obstacle().get());
    submit();
    ticker.open();
    thread.until("it to be known", () -> model.input().get().isEmpty());
    thread.until("its end", () -> model.shown().get().filter(JournalEntry::isOpen).isEmpty());
    assertEquals(1, session.tables().newest(null, 10).size(), "once");
  }

  @Test
  void whatIsWrittenWhileItIsNotKnownStays() throws InterruptedException {
    ticker.shut();
    session.tables().loseTheReplyOfTheNextSave();
    model.load();
    type("/members/m1/projects");
    reason();
    submit();
    type("/members/m1/projects\n/members/m2/projects");
    assertEquals(Optional.empty(), model.obstacle().get());
    ticker.open();
    thread.until("its end", () -> model.shown().get().filter(JournalEntry::isOpen).isEmpty());
    assertEquals("/members/m1/projects\n/members/m2/projects", model.input().get());
  }

  @Test
  void whatTurnsOutNotToBeSavedStaysAndSaysWhy() throws InterruptedException {
    ticker.shut();
    model.load();
    type("/members/m1/projects");
    reason();
    session.tables().trouble(LOST);
    submit();
    var denied = new Problem.Denied("PutItem", "not allowed", null);
    session.tables().refuseSaves(denied).trouble(null);
    ticker.open();
    thread.until("it to be known", () -> model.problem().get().isPresent());
    assertEquals(Optional.of(denied), model.problem().get());
    assertEquals("/members/m1/projects", model.input().get());
    assertEquals(REASON, model.reason().get());
    assertEquals(Optional.empty(), model.obstacle().get(), "it may be sent again");
  }

  // Recent purges

  @Test
  void recentPurgesAndTheirReasonsAreOffered() {
    past("Case 1", 3, List.of("/a"));
    past("Case 2", 2, List.of("/b", "/c/*"));
    past("Case 2", 1, List.of("#tag"));
    model.load();
    assertEquals(
        List.of("Case 2", "Case 2", "Case 1"),
        model.purges().recent().get().stream().map(entry -> entry.about().reason()).toList());
    assertEquals(List.of("Case 2", "Case 1"), model.purges().reasons());
    JournalEntry old = model.purges().recent().get().get(1);
    model.fill(old.items(), old.about().reason());
    assertEquals("/b\n/c/*", model.input().get());
    assertEquals("Case 2", model.reason().get());
    assertEquals(Optional.empty(), model.obstacle().get());
  }

  @Test
  void theyAreFoundBehindManyPublications() {
    past("Case 1", 600, List.of("/a"));
    var seen = session.roster("atlas");
    var change = dev.frontdesk.ui.Plights.large(seen, 1);
    for (int i = 0; i < 450; i++) {
      session.tables().put(session.entry(seen, change, "x", time.minusSeconds(i)));
    }
    model.load();
    assertEquals(1, model.purges().recent().get().size());
    assertEquals(List.of("Case 1"), model.purges().reasons());
  }

  @Test
  void aReasonThatIsWrittenStays() {
    model.load();
    reason();
    model.fill(List.of("/a"), "Case 1");
    assertEquals(REASON, model.reason().get());
  }

  @Test
  void publicationsAreNotAmongThem() {
    var seen = session.roster("atlas");
    session.tables().put(session.entry(seen, dev.frontdesk.ui.Plights.large(seen, 1), "x", time));
    model.load();
    assertEquals(List.of(), model.purges().recent().get());
    assertEquals(Optional.empty(), model.shown().get());
  }

  @Test
  void aFailedOneIsTriedAgainAsANewOne() throws InterruptedException {
    JournalEntry entry = session.purge(List.of("/members/m1/projects"), "Case 1", time);
    session.tables().put(FakeSession.moved(entry, State.FAILED, Duration.ofSeconds(1)));
    model.load();
    model.retry(model.shown().get().orElseThrow());
    JournalEntry again = model.shown().get().orElseThrow();
    assertEquals(entry.id(), again.about().retries());
    thread.until("its end", () -> model.shown().get().filter(JournalEntry::isOpen).isEmpty());
    assertEquals(
        List.of(entry.items()),
        session.invalidator().all().stream().map(Invalidation::items).toList());
  }

  private void submit() {
    model.submit(planned());
  }

  private void inProgress(String item) {
    session.invalidator().completing(false);
    session.invalidator().create("elsewhere", List.of(InvalidationItem.parse(item)));
  }

  private static void drain(Queue<Runnable> background) {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private void past(String reason, int minutesAgo, List<String> items) {
    session.tables().put(session.purge(items, reason, time.minus(Duration.ofMinutes(minutesAgo))));
  }

  private void type(String text) {
    model.input().set(text);
  }

  private void reason() {
    model.reason().set(REASON);
  }

  private List<PickModel.Choice> choices() {
    return model.picks().choices().get().newest().orElseThrow();
  }

  private Planned planned() {
    return planned(model);
  }

  private static Planned planned(PurgeModel of) {
    return of.plan().get().newest().orElseThrow();
  }

  private PurgePlan plan() {
    return planned().plan();
  }

  private static List<String> sent(PurgePlan plan) {
    return plan.items().stream().map(InvalidationItem::wire).toList();
  }
}
