package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeProber;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final List<Route> ROUTES =
      List.of(
          route("/projects/{projectId}/members", null),
          route("/members/{memberId}/projects", "member-{memberId}"));
  private static final Member AMARA =
      new Member("m1", "amara@acme.example", "Amara", new Role("owner"));
  private static final Member LI = new Member("m2", "li@acme.example", "李", new Role("viewer"));
  private static final RosterChange ADD_LI = new RosterChange(List.of(LI), List.of(), List.of());

  private final FakeTables tables =
      new FakeTables().put(new Roster("atlas", "Atlas", 41, List.of(AMARA)));
  private final FakeInvalidator cloudfront = new FakeInvalidator();
  private final FakeProber prober = new FakeProber(() -> tables.roster("atlas").version());

  /** Each draws ids of its own, even within one millisecond. */
  private int desks;

  private final Publisher publisher = desk("desk-1");

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void goesFromSavedToFresh() throws InterruptedException {
    JournalEntry end = publish();
    assertEquals(State.FRESH, end.state());
    assertEquals(
        List.of(State.SAVED, State.SUBMITTED, State.COMPLETED, State.FRESH),
        end.progress().steps().stream().map(Step::state).toList());
    assertFalse(end.isOpen());
    assertEquals(42, tables.roster("atlas").version());
    assertEquals(
        List.of(List.of("/projects/atlas/members", "/members/m2/projects")),
        cloudfront.all().stream().map(invalidation -> invalidation.items()).toList());
    assertEquals(2, end.progress().evidence().size());
    assertEquals("arn:aws:sts::1:me (amara@desk-07)", end.about().who());
  }

  @Test
  void sendsTagsWhereTheDistributionTakesThem() throws InterruptedException {
    cloudfront.tags(true);
    publish();
    assertEquals(
        List.of("/projects/atlas/members", "#member-m2"), cloudfront.all().getFirst().items());
  }

  @Test
  void aLostReplyMakesNoSecondInvalidation() throws InterruptedException {
    cloudfront.meet(new Problem.UnknownOutcome("CreateInvalidation", "reset"));
    assertEquals(State.FRESH, publish().state());
    assertEquals(1, cloudfront.all().size());
  }

  @Test
  void waitsWhereItPassesAndSaysWhy() throws InterruptedException {
    var seen = new java.util.concurrent.CopyOnWriteArrayList<JournalEntry>();
    publisher.listen(seen::add);
    cloudfront.meet(
        new Problem.QuotaFull(0, "15 wildcards", "r1"), new Problem.Throttled("Create", "r2"));
    assertEquals(State.FRESH, publish().state());
    assertTrue(seen.stream().anyMatch(entry -> entry.state() == State.QUEUED), seen::toString);
    JournalEntry waiting =
        seen.stream().filter(entry -> entry.progress().trouble() != null).findFirst().orElseThrow();
    assertNotNull(waiting.progress().trouble());
  }

  /** Ten minutes of failing, and it is called unknown; the same is tried on, and never given up. */
  @Test
  void afterTenMinutesOfFailingItIsUnknownAndGoesOn() throws InterruptedException {
    var seen = new java.util.concurrent.CopyOnWriteArrayList<JournalEntry>();
    publisher.listen(seen::add);
    for (int i = 0; i < 60; i++) {
      cloudfront.meet(new Problem.Unavailable("CreateInvalidation", "503", "r" + i));
    }
    JournalEntry end = publish();
    assertEquals(State.FRESH, end.state());
    assertEquals(
        List.of(State.SAVED, State.UNKNOWN, State.SUBMITTED, State.COMPLETED, State.FRESH),
        end.progress().steps().stream().map(Step::state).toList());
    assertTrue(
        seen.stream()
            .filter(entry -> entry.state() == State.UNKNOWN)
            .allMatch(entry ->
                entry.progress().trouble() != null
                    && entry.progress().trouble().nextTry() != null));
    assertEquals(1, cloudfront.all().size());
  }

  @Test
  void whatIsTooLargeForCloudFrontIsSentInHalves() throws InterruptedException {
    cloudfront.meet(new Problem.TooLarge("CreateInvalidation", "413", "r1"));
    JournalEntry end = publish();
    assertEquals(State.FRESH, end.state());
    assertEquals(
        List.of(List.of("/projects/atlas/members"), List.of("/members/m2/projects")),
        cloudfront.all().stream().map(invalidation -> invalidation.items()).toList());
    assertEquals(3, end.progress().batches().size());
    assertEquals(3, end.progress().batches().stream().map(Batch::reference).distinct().count());
  }

  @Test
  void aLargeChangeIsSavedInPartsAndThenPurged() throws InterruptedException {
    tables.mostMembers(2);
    List<Member> many =
        java.util.stream.IntStream.range(0, 7)
            .mapToObj(i -> new Member("n" + i, i + "@acme.example", "N", new Role("viewer")))
            .toList();
    var change = new RosterChange(many, List.of(), List.of());
    JournalEntry saving = publisher.publish(tables.roster("atlas"), change, "why");
    assertEquals(State.SAVING, saving.state());
    JournalEntry end = publisher.await(saving.id(), SOON);
    assertEquals(
        List.of(State.SAVING, State.SAVED, State.SUBMITTED, State.COMPLETED, State.FRESH),
        end.progress().steps().stream().map(Step::state).toList());
    assertEquals(8, tables.roster("atlas").members().size());
    assertEquals(42, tables.roster("atlas").version());
  }

  /** What waits is sent with the later publication that purges all of it, and follows that. */
  @Test
  void purgesThatWaitAreJoined() throws InterruptedException {
    try (var one = desk("desk-2", List.of(ROUTES.getFirst()))) {
      var queued = new CountDownLatch(1);
      one.listen(entry -> {
        if (entry.state() == State.QUEUED) {
          queued.countDown();
        }
      });
      cloudfront.full(true);
      JournalEntry first = one.publish(tables.roster("atlas"), ADD_LI, "why");
      assertTrue(queued.await(SOON.toSeconds(), TimeUnit.SECONDS));
      var joined = new CountDownLatch(1);
      one.listen(entry -> {
        if (entry.progress().batches().getFirst().carrier() != null) {
          joined.countDown();
        }
      });
      JournalEntry second =
          one.publish(
              tables.roster("atlas"), new RosterChange(List.of(), List.of(LI), List.of()), "not");
      assertTrue(joined.await(SOON.toSeconds(), TimeUnit.SECONDS));
      cloudfront.full(false);
      JournalEntry secondEnd = one.await(second.id(), SOON);
      JournalEntry firstEnd = one.await(first.id(), SOON);
      assertEquals(State.FRESH, firstEnd.state());
      assertEquals(State.FRESH, secondEnd.state());
      assertEquals(1, cloudfront.all().size());
      Batch carried = firstEnd.progress().batches().getFirst();
      assertEquals(secondEnd.progress().batches().getFirst().reference(), carried.carrier());
      assertEquals(cloudfront.all().getFirst().id(), carried.invalidationId());
    }
  }

  @Test
  void aDeskThatWatchesTakesUpWhatAnotherLeavesAndTellsOfIt() throws InterruptedException {
    JournalEntry left = leftBy("desk-dead");
    var ended = new CountDownLatch(1);
    publisher.listen(entry -> {
      if (entry.id().equals(left.id()) && !entry.isOpen()) {
        ended.countDown();
      }
    });
    try (var _ = publisher.watch(_ -> {})) {
      assertTrue(ended.await(SOON.toSeconds(), TimeUnit.SECONDS));
    }
    assertEquals(State.FRESH, tables.read(left.id()).orElseThrow().state());
  }

  /** Whoever closes in order gives the lease back: the next one need not wait for its end. */
  @Test
  void closingGivesTheLeaseBack() throws InterruptedException {
    cloudfront.completing(false);
    JournalEntry saved = publisher.publish(tables.roster("atlas"), ADD_LI, "why");
    publisher.close();
    JournalEntry left = tables.read(saved.id()).orElseThrow();
    assertTrue(left.lease().isFree());
    assertEquals(
        List.of(left), new Sweep(tables, new FastTicker()).look(java.util.Set.of()).abandoned());
  }

  @Test
  void stopsWhereSomebodyMustMendSomething() throws InterruptedException {
    cloudfront.meet(new Problem.Denied("CreateInvalidation", "not authorized", "r1"));
    JournalEntry end = publish();
    assertEquals(State.FAILED, end.state());
    var trouble = end.progress().trouble();
    assertNotNull(trouble);
    assertInstanceOf(Problem.Denied.class, trouble.problem());
  }

  /** Whoever signs in again has mended it: the saved change needs no other start. */
  @Test
  void signingInAgainIsWaitedFor() throws InterruptedException {
    cloudfront.meet(new Problem.NoCredentials("the token has expired"));
    cloudfront.meetAtGet(new Problem.NoCredentials("the token has expired"));
    assertEquals(State.FRESH, publish().state());
    assertEquals(1, cloudfront.all().size());
  }

  /** CloudFront carries out what it has taken, whether or not we may ask. */
  @Test
  void whatIsOnItsWayIsNotCalledFailedBecauseItMayNotBeAskedFor() throws InterruptedException {
    cloudfront.meetAtGet(new Problem.Denied("GetInvalidation", "not authorized", "r1"));
    assertEquals(State.FRESH, publish().state());
  }

  @Test
  void aSaveWhoseOutcomeWasUnknownIsFoundAndDriven() throws InterruptedException {
    var ended = new CountDownLatch(1);
    publisher.listen(entry -> {
      if (!entry.isOpen()) {
        ended.countDown();
      }
    });
    tables.loseTheReplyOfTheNextSave();
    JournalEntry sent = publisher.publish(tables.roster("atlas"), ADD_LI, "why");
    assertEquals(State.UNKNOWN, sent.state());
    assertTrue(ended.await(SOON.toSeconds(), TimeUnit.SECONDS));
    assertEquals(State.FRESH, tables.newest(null, 1).getFirst().state());
    assertEquals(1, cloudfront.all().size());
  }

  /** The answer came so late that another desk has found the entry, and drives it. */
  @Test
  void whatAnotherDeskHasByTheTimeTheSaveIsAnsweredIsLeftToIt() throws InterruptedException {
    var slow =
        new JournalOf(tables) {
          @Override
          public JournalEntry save(Roster seen, RosterChange change, JournalEntry entry) {
            JournalEntry saved = super.save(seen, change, entry);
            tables.update(saved.takenBy("desk-2"), saved.lease());
            return tables.read(saved.id()).orElseThrow();
          }
        };
    try (var one = desk("desk-1", slow)) {
      JournalEntry saved = one.publish(tables.roster("atlas"), ADD_LI, "why");
      assertEquals(saved, one.await(saved.id(), SOON));
      assertEquals(Publisher.Hands.ELSEWHERE, one.hands(saved));
    }
    assertEquals(List.of(), cloudfront.all());
  }

  /** Credentials ran out between the save and the question what became of it. */
  @Test
  void aSaveThatMayNotBeAskedForIsNotCalledFailed() throws InterruptedException {
    var heard = new java.util.concurrent.CopyOnWriteArrayList<JournalEntry>();
    var refusals = new CountDownLatch(40);
    var signedOut =
        new JournalOf(tables) {
          private boolean sent;

          @Override
          public JournalEntry save(Roster seen, RosterChange change, JournalEntry entry) {
            if (!sent) {
              sent = true;
              super.save(seen, change, entry);
              throw new ProblemException(new Problem.UnknownOutcome("TransactWriteItems", "reset"));
            }
            throw refused();
          }

          @Override
          public java.util.Optional<JournalEntry> read(String id) {
            if (refusals.getCount() > 0) {
              throw refused();
            }
            return super.read(id);
          }

          private ProblemException refused() {
            refusals.countDown();
            return new ProblemException(new Problem.NoCredentials("the token has expired"));
          }
        };
    try (var one = desk("desk-1", signedOut)) {
      var ended = new CountDownLatch(1);
      one.listen(entry -> {
        heard.add(entry);
        if (!entry.isOpen()) {
          ended.countDown();
        }
      });
      one.publish(tables.roster("atlas"), ADD_LI, "why");
      assertTrue(ended.await(SOON.toSeconds(), TimeUnit.SECONDS));
    }
    assertEquals(0, refusals.getCount());
    assertEquals(State.FRESH, heard.getLast().state());
    assertTrue(heard.stream().noneMatch(entry -> entry.state() == State.FAILED), heard::toString);
  }

  @Test
  void aRetryWhoseReplyIsLostIsFoundAndDriven() throws InterruptedException {
    cloudfront.meet(new Problem.Denied("CreateInvalidation", "not authorized", "r1"));
    JournalEntry failed = publish();
    var lossy =
        new JournalOf(tables) {
          private boolean lost;

          @Override
          public void append(JournalEntry entry) {
            if (lost) {
              assertTrue(tables.read(entry.id()).isPresent());
              return;
            }
            lost = true;
            super.append(entry);
            throw new ProblemException(new Problem.UnknownOutcome("TransactWriteItems", "reset"));
          }
        };
    try (var one = desk("desk-1", lossy)) {
      JournalEntry again = one.retry(failed);
      assertEquals(State.UNKNOWN, again.state());
      assertEquals(State.FRESH, one.await(again.id(), SOON).state());
    }
    assertEquals(1, cloudfront.all().size());
  }

  @Test
  void whatIsSavedWhileTheDeskClosesIsSavedAndLeftOpen() {
    publisher.close();
    JournalEntry saved = publisher.publish(tables.roster("atlas"), ADD_LI, "why");
    assertEquals(List.of(saved), tables.open());
  }

  /** The version that the save gave the roster is no other document's. */
  @Test
  void anotherDocumentsVersionIsNotTheRosters() throws InterruptedException {
    var first = new FakeProber(() -> 1);
    var pages =
        new Prober() {
          @Override
          public boolean canProbe() {
            return true;
          }

          @Override
          public Reading origin(String path, Map<String, String> extra) {
            return (path.startsWith("/members/") ? first : prober).origin(path);
          }

          @Override
          public Reading edge(String path, Map<String, String> extra) {
            return (path.startsWith("/members/") ? first : prober).edge(path);
          }
        };
    try (var other = desk("desk-2", ROUTES.reversed(), pages)) {
      assertEquals(State.FRESH, publish(other).state());
    }
  }

  @Test
  void whatFailedIsTriedAgainAsANewEntryThatLinksTheOld() throws InterruptedException {
    cloudfront.meet(new Problem.Denied("CreateInvalidation", "not authorized", "r1"));
    JournalEntry failed = publish();
    JournalEntry again = publisher.retry(failed);
    JournalEntry end = publisher.await(again.id(), SOON);
    assertEquals(State.FRESH, end.state());
    assertEquals(failed.id(), end.about().retries());
    assertEquals(1, cloudfront.all().size());
    assertEquals(42, tables.roster("atlas").version());
    assertEquals(State.FAILED, tables.read(failed.id()).orElseThrow().state());
    assertThrows(ProblemException.class, () -> publisher.retry(end));
  }

  @Test
  void purgesOnceMoreWhereTheEdgeLostTheRace() throws InterruptedException {
    var one = desk("desk-2", List.of(ROUTES.getFirst()));
    try (one) {
      prober.edgeShows(41, 41, 42);
      JournalEntry end = publish(one);
      assertEquals(State.FRESH, end.state());
      assertEquals(List.of(1, 2), end.progress().batches().stream().map(Batch::attempt).toList());
      assertEquals(2, cloudfront.all().size());
    }
  }

  @Test
  void neverPurgesAThirdTime() throws InterruptedException {
    var one = desk("desk-2", List.of(ROUTES.getFirst()));
    try (one) {
      prober.edgeShows(41, 41, 41, 41);
      JournalEntry end = publish(one);
      assertEquals(State.STALE, end.state());
      assertFalse(end.isOpen());
      assertEquals(2, cloudfront.all().size());
    }
  }

  @Test
  void completedIsTheEndWhereNothingCanBeProbed() throws InterruptedException {
    prober.reachable(false);
    JournalEntry end = publish();
    assertEquals(State.COMPLETED, end.state());
    assertFalse(end.isOpen());
  }

  @Test
  void aConflictChangesNothing() {
    Roster seen = tables.roster("atlas");
    tables.put(new Roster("atlas", "Atlas", 42, List.of(AMARA)));
    var thrown = assertThrows(ProblemException.class, () -> publisher.publish(seen, ADD_LI, "why"));
    assertInstanceOf(Problem.Conflict.class, thrown.problem());
    assertEquals(List.of(), tables.newest(null, 10));
    assertEquals(List.of(), cloudfront.all());
  }

  @Test
  void takesUpWhatADeadDeskLeft() throws InterruptedException {
    JournalEntry left = leftBy("desk-dead");
    publisher.resume();
    JournalEntry end = tables.read(left.id()).orElseThrow();
    assertEquals(State.FRESH, end.state());
    assertEquals("desk-1", end.lease().desk());
    assertEquals(1, cloudfront.all().size());
  }

  @Test
  void aLivingDesksEntryIsLeftAlone() {
    JournalEntry left = leftBy("desk-alive");
    var ticker = new FastTicker();
    var sweep = new Sweep(tables, ticker);
    JournalEntry now = left;
    for (int i = 0; i < 50; i++) {
      assertEquals(List.of(), sweep.look(java.util.Set.of()).abandoned());
      pass(ticker, Publisher.LEASE.minusMillis(1));
      JournalEntry next = now.beat();
      tables.update(next, now.lease());
      now = next;
    }
    assertEquals(List.of(), sweep.look(java.util.Set.of()).abandoned());
    pass(ticker, Publisher.LEASE);
    assertEquals(List.of(now), sweep.look(java.util.Set.of()).abandoned());
  }

  @Test
  void closingLeavesOpenWhatIsNotDone() throws InterruptedException {
    cloudfront.completing(false);
    var submitted = new CountDownLatch(1);
    publisher.listen(entry -> {
      if (entry.state() == State.SUBMITTED) {
        submitted.countDown();
      }
    });
    JournalEntry saved = publisher.publish(tables.roster("atlas"), ADD_LI, "why");
    assertTrue(submitted.await(SOON.toSeconds(), TimeUnit.SECONDS));
    publisher.close();
    assertEquals(State.SUBMITTED, tables.read(saved.id()).orElseThrow().state());
    cloudfront.completing(true);
    try (var next = desk("desk-2")) {
      next.resume();
      assertEquals(State.FRESH, tables.read(saved.id()).orElseThrow().state());
    }
    assertEquals(1, cloudfront.all().size());
  }

  private static void pass(FastTicker ticker, Duration time) {
    try {
      ticker.pause(time);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** An entry as a desk leaves it that dies right after the save. */
  private JournalEntry leftBy(String desk) {
    Roster seen = tables.roster("atlas");
    cloudfront.completing(false);
    try (var dying = desk(desk)) {
      Preview preview = dying.preview("atlas", ADD_LI);
      var now = InstantSource.system().instant();
      String id = EntryId.next(now, new Random(7));
      var entry =
          new JournalEntry(
              new JournalEntry.About(id, JournalEntry.Kind.PUBLICATION, now, "me", "", null),
              new JournalEntry.RosterStep("atlas", "Atlas", 41, 42, ADD_LI, Saving.AT_ONCE),
              Progress.saved(preview.stale(), Batch.first(id, preview.items()), now),
              new Lease(desk, 1));
      tables.save(seen, ADD_LI, entry);
      return entry;
    } finally {
      cloudfront.completing(true);
    }
  }

  private JournalEntry publish() throws InterruptedException {
    return publish(publisher);
  }

  private JournalEntry publish(Publisher desk) throws InterruptedException {
    JournalEntry saved = desk.publish(tables.roster("atlas"), ADD_LI, "why");
    return desk.await(saved.id(), SOON);
  }

  private Publisher desk(String id) {
    return desk(id, ROUTES);
  }

  private Publisher desk(String id, List<Route> routes) {
    return desk(id, routes, prober);
  }

  private Publisher desk(String id, Journal journal) {
    return new Publisher(
        new Desk(id, () -> "me"),
        ROUTES,
        new Publisher.Ports(journal, cloudfront, prober),
        new Publisher.Machine(InstantSource.system(), new FastTicker(), new Random(++desks)));
  }

  private Publisher desk(String id, List<Route> routes, Prober prober) {
    return new Publisher(
        new Desk(id, () -> "arn:aws:sts::1:me (amara@desk-07)"),
        routes,
        new Publisher.Ports(tables, cloudfront, prober),
        new Publisher.Machine(InstantSource.system(), new FastTicker(), new Random(++desks)));
  }

  private static Route route(String path, @org.jspecify.annotations.Nullable String tag) {
    return new Route(
        new PathTemplate(path),
        Strategy.INVALIDATE,
        tag == null ? null : new PathTemplate(tag),
        false,
        false);
  }
}
