package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeProber;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Single steps of one driver, in moments that whole lives seldom have. */
class DriverTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final FakeTables tables = new FakeTables();
  private final FakeInvalidator cloudfront = new FakeInvalidator();
  private final FakeProber prober = new FakeProber(() -> 1);
  private final FastTicker ticker = new FastTicker();
  private final Publisher.Machine machine = new Publisher.Machine(() -> NOW, ticker, new Random(3));
  private final PurgeQueue queue = new PurgeQueue(machine);
  private final List<JournalEntry> news = new ArrayList<>();

  /** Else the room that its other batches take in this desk's line is never given back. */
  @Test
  void whileOneBatchIsCarriedTheEndOfAnotherIsSeen() throws Exception {
    cloudfront.full(true);
    JournalEntry carrier = entry("01CARRIER", List.of(List.of("/a", "/b")));
    tables.put(carrier);
    JournalEntry two = entry("01TWO", List.of(List.of("/x"), List.of("/b")));
    List<Batch> batches = two.progress().batches();
    cloudfront.full(false);
    String id = cloudfront.create(batches.getFirst().reference(), List.of()).id();
    Progress progress =
        two.progress()
            .submitted(batches.getFirst(), id, NOW)
            .carried(batches.getLast(), carrier.progress().batches().getFirst().reference());
    JournalEntry waiting = two.with(progress);
    tables.put(waiting);
    Driver driver = driver(waiting, tables);
    driver.step();
    assertTrue(driver.entry().progress().batches().getFirst().completed());
  }

  /**
   * The reply to a sign of life is lost while CloudFront is slow: its answer is kept all the same.
   */
  @Test
  void aLostSignOfLifeTakesNothingWithIt() throws Exception {
    JournalEntry entry = entry("01ONE", List.of(List.of("/a")));
    tables.put(entry);
    var driver = new Driver[1];
    var lossy =
        new JournalOf(tables) {
          private boolean lost;

          @Override
          public void update(JournalEntry next, Lease seen) {
            super.update(next, seen);
            if (!lost) {
              lost = true;
              throw new ProblemException(new Problem.UnknownOutcome("UpdateItem", "reset"));
            }
          }
        };
    var slow =
        desktop(
            lossy,
            call -> {
              try {
                driver[0].beat();
              } catch (HeldEntry.LeaseLost e) {
                throw new AssertionError(e);
              }
              call.run();
            });
    driver[0] = new Driver(entry, true, slow, () -> {});
    driver[0].step();
    JournalEntry after = tables.read(entry.id()).orElseThrow();
    assertEquals(driver[0].entry(), after);
    assertEquals(State.SUBMITTED, after.state());
    assertNotNull(after.progress().batches().getFirst().invalidationId());
    assertEquals(entry.lease().counter() + 2, after.lease().counter());
  }

  @Test
  void unknownStaysShownWithItsNextTryWhileTheJournalIsAway() throws Exception {
    JournalEntry entry = entry("01ONE", List.of(List.of("/a")));
    tables.put(entry);
    var away =
        new JournalOf(tables) {
          @Override
          public void update(JournalEntry next, Lease seen) {
            throw new ProblemException(new Problem.Offline("dynamodb", "no route"));
          }
        };
    Driver driver = driver(entry, away);
    Duration passed = Duration.ZERO;
    while (passed.compareTo(Retries.BUDGET.plusMinutes(10)) < 0) {
      Duration pause = driver.step();
      ticker.pause(pause);
      passed = passed.plus(pause);
    }
    driver.step();
    driver.beat();
    JournalEntry last = news.getLast();
    assertEquals(State.UNKNOWN, last.state());
    assertNotNull(last.progress().trouble());
    assertNotNull(last.progress().trouble().nextTry());
    assertEquals(1, cloudfront.all().size());
  }

  /** In a project whose id is also a member's, the roster's own document must show the save. */
  @Test
  void theRostersRouteIsFoundWhereProjectAndMemberShareAnId() {
    var change =
        new RosterChange(
            List.of(new Member("1", "m@acme.example", "M", new Role("viewer"))),
            List.of(),
            List.of());
    List<StaleRoute> routes =
        List.of(
            new StaleRoute("/projects/1/members", Strategy.INVALIDATE, List.of(), false),
            new StaleRoute("/members/1/projects", Strategy.INVALIDATE, List.of(), false));
    var entry =
        new JournalEntry(
            new JournalEntry.About("01ONE", JournalEntry.Kind.PUBLICATION, NOW, "me", "", null),
            new JournalEntry.RosterStep("1", "One", 1, 2, change, Saving.AT_ONCE),
            Progress.saved(routes, List.of(), NOW),
            new Lease("desk", 1));
    assertEquals(Optional.of("/projects/1/members"), entry.rosterRoute().map(RouteProgress::path));
  }

  @Test
  void aLookThatFailsHalfwayLosesNoEnd() {
    JournalEntry theirs = entry("01ONE", List.of(List.of("/a")));
    tables.put(theirs);
    var journal =
        new JournalOf(tables) {
          private boolean failed;

          @Override
          public Optional<JournalEntry> read(String id) {
            if (!failed) {
              failed = true;
              throw new ProblemException(new Problem.Throttled("Query", null));
            }
            return super.read(id);
          }
        };
    var sweep = new Sweep(journal, ticker);
    assertEquals(List.of(theirs), sweep.look(java.util.Set.of()).moved());
    JournalEntry ended = theirs.with(theirs.progress().end());
    tables.put(ended);
    var thrown =
        org.junit.jupiter.api.Assertions.assertThrows(
            ProblemException.class, () -> sweep.look(java.util.Set.of()));
    assertInstanceOf(Problem.Throttled.class, thrown.problem());
    assertEquals(List.of(ended), sweep.look(java.util.Set.of()).moved());
  }

  /** What this desk has ended since it was read is not told of as it was. */
  @Test
  void aLookTellsNothingOldOfWhatThisDeskHasJustEnded() {
    JournalEntry mine = entry("01ONE", List.of(List.of("/a")));
    tables.put(mine);
    var driven = new java.util.HashSet<>(java.util.Set.of(mine.id()));
    var journal =
        new JournalOf(tables) {
          @Override
          public List<JournalEntry> open() {
            List<JournalEntry> open = super.open();
            driven.clear();
            return open;
          }
        };
    assertEquals(List.of(), new Sweep(journal, ticker).look(driven).moved());
  }

  /** The desk that is gone may have been heard: Try again would then make a second invalidation. */
  @Test
  void whatADeadDeskMayHaveSentIsNotCalledFailedForLackOfAccess() throws Exception {
    JournalEntry left = entry("01ONE", List.of(List.of("/a")));
    tables.put(left);
    cloudfront.meet(new Problem.Denied("CreateInvalidation", "not authorized", "r"));
    var driver = new Driver(left, false, desktop(tables, Runnable::run), () -> {});
    driver.step();
    var trouble = driver.entry().progress().trouble();
    assertTrue(driver.entry().isOpen());
    assertNotNull(trouble);
    assertInstanceOf(Problem.Denied.class, trouble.problem());
    assertNotNull(trouble.nextTry());
    driver.step();
    assertEquals(State.SUBMITTED, driver.entry().state());
    assertEquals(1, cloudfront.all().size());
  }

  /** What this desk has written a moment ago nobody has sent. */
  @Test
  void whatNobodyCanHaveSentFailsForLackOfAccess() throws Exception {
    JournalEntry mine = entry("01ONE", List.of(List.of("/a")));
    tables.put(mine);
    cloudfront.meet(new Problem.Denied("CreateInvalidation", "not authorized", "r"));
    Driver driver = driver(mine, tables);
    driver.step();
    assertEquals(State.FAILED, driver.entry().state());
  }

  /** The edge is old for the other's change, which came later, and is about to be purged for it. */
  @Test
  void noEdgeIsCalledOldWhileAnotherPurgeOfThePathIsUnderWay() throws Exception {
    JournalEntry mine = entry("01ONE", List.of(List.of("/a")));
    JournalEntry other = entry("01TWO", List.of(List.of("/a")));
    tables.put(mine);
    tables.put(other);
    prober.edgeShows(0, 0, 0, 0);
    Driver driver = driver(mine, tables);
    for (int i = 0; i < 4; i++) {
      driver.step();
    }
    assertEquals(State.COMPLETED, driver.entry().state());
    assertEquals(1, cloudfront.all().size(), "nothing is purged again");
    tables.put(other.with(other.progress().end()));
    driver.step();
    assertEquals(State.FRESH, driver.entry().state());
  }

  private Driver driver(JournalEntry entry, Journal journal) {
    return new Driver(entry, true, desktop(journal, Runnable::run), () -> {});
  }

  private Desktop desktop(Journal journal, java.util.concurrent.Executor calls) {
    return new Desktop(
        new Publisher.Ports(journal, cloudfront, prober), machine, queue, calls, news::add);
  }

  private static JournalEntry entry(String id, List<List<String>> batches) {
    List<Batch> made = new ArrayList<>();
    List<StaleRoute> routes = new ArrayList<>();
    for (List<String> items : batches) {
      made.add(Batch.unsent(id, made.size() + 1, 1, items));
      items.forEach(
          path -> routes.add(new StaleRoute(path, Strategy.INVALIDATE, List.of(), false)));
    }
    return new JournalEntry(
        new JournalEntry.About(id, JournalEntry.Kind.PURGE, NOW, "me", "", null),
        null,
        Progress.saved(routes, made, NOW),
        new Lease("desk", 1));
  }
}
