package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeProber;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.PurgePlan.Target;
import dev.frontdesk.invalidation.QuotaUse;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of a purge that a person asks for: as a publication's, but that it changes nothing. */
class PurgeTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final FakeTables tables = new FakeTables();
  private final FakeInvalidator cloudfront = new FakeInvalidator();
  private final FakeProber prober = new FakeProber(() -> 7);
  private final Publisher publisher = desk("desk-1", prober);

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void goesFromSavedToFreshWithoutAChange() throws InterruptedException {
    var target = new Target("/a", items("/a", "/a?*"));
    JournalEntry saved =
        publisher.purge(plan(items("/a", "/a?*"), List.of(target)), "  a customer sees it old ");
    assertEquals(State.SAVED, saved.state());
    JournalEntry end = publisher.await(saved.id(), SOON);
    assertEquals(JournalEntry.Kind.PURGE, end.about().kind());
    assertEquals("a customer sees it old", end.about().reason());
    assertNull(end.roster());
    assertEquals(
        List.of(State.SAVED, State.SUBMITTED, State.COMPLETED, State.FRESH),
        end.progress().steps().stream().map(Step::state).toList());
    assertFalse(end.isOpen());
    assertEquals(List.of("/a", "/a?*"), end.items());
    assertEquals(List.of(List.of("/a", "/a?*")), sent());
    assertEquals(end.invalidationIds(), List.of(cloudfront.all().getFirst().id()));
    assertEquals(Optional.empty(), NoProof.of(end));
  }

  /**
   * The same objects in another order are another answer where the route says so, and only there.
   */
  @Test
  void theOrderCountsWhereTheRouteSaysSo() throws InterruptedException {
    var ordered =
        new Route(new PathTemplate("/lists/{projectId}"), Strategy.INVALIDATE, null, true, false);
    try (Publisher desk = desk("desk-2", new Reordering(), ordered)) {
      for (var expected :
          Map.of("/lists/b", State.STALE, "/lists/b?page=2", State.STALE, "/other", State.FRESH)
              .entrySet()) {
        JournalEntry saved = desk.purge(plan(expected.getKey()), "why");
        assertEquals(expected.getValue(), desk.await(saved.id(), SOON).state(), expected.getKey());
      }
    }
  }

  /** The edge lists what the origin lists, the other way round. */
  private static final class Reordering implements Prober {
    @Override
    public boolean canProbe() {
      return true;
    }

    @Override
    public Reading edge(String path, Map<String, String> extra) {
      return listing("2", "1");
    }

    @Override
    public Reading origin(String path, Map<String, String> extra) {
      return listing("1", "2");
    }

    private static Reading listing(String... ids) {
      List<Value> items =
          Stream.of(ids)
              .<Value>map(id -> new Value.Fields(Map.of("id", new Value.Text(id))))
              .toList();
      var side =
          new Evidence.Side(200, "Hit from cloudfront", 5L, "FRA56-P4", null, null, null, null, 1);
      return new Reading(side, new Body.Json(new Value.Items(items)));
    }
  }

  @Test
  void itTakesAReasonAndSomethingToPurge() {
    assertEquals("purge-no-reason", refused(() -> publisher.purge(plan("/a"), " \n")));
    assertEquals("purge-empty", refused(() -> publisher.purge(plan(), "why")));
    assertEquals(List.of(), tables.newest(null, 10));
    assertEquals(List.of(), cloudfront.all());
  }

  /** What could not be ended in one transaction is not begun. */
  @Test
  void moreThanTheJournalHoldsIsNotBegun() throws InterruptedException {
    String[] wildcards =
        IntStream.rangeClosed(1, 126).mapToObj(i -> "/w" + i + "/*").toArray(String[]::new);
    assertEquals("purge-too-large", refused(() -> publisher.purge(plan(wildcards), "why")));
    assertEquals(List.of(), tables.newest(null, 10));
    String[] paths =
        IntStream.rangeClosed(1, 25_000).mapToObj(i -> "/p" + i).toArray(String[]::new);
    JournalEntry end = purge(plan(paths));
    assertEquals(State.FRESH, end.state());
    assertEquals(25, cloudfront.all().size());
    assertEquals(20, end.progress().evidence().size());
  }

  @Test
  void aLostReplyMakesNoSecondEntryAndNoSecondInvalidation() throws InterruptedException {
    tables.loseTheReplyOfTheNextSave();
    cloudfront.meet(new Problem.UnknownOutcome("CreateInvalidation", "reset"));
    JournalEntry unsure = publisher.purge(plan("/a"), "why");
    assertEquals(State.UNKNOWN, unsure.state());
    assertEquals(State.FRESH, publisher.await(unsure.id(), SOON).state());
    assertEquals(1, tables.newest(null, 10).size());
    assertEquals(1, cloudfront.all().size());
  }

  @Test
  void whatIsNotWrittenIsNotSent() {
    tables.refuseSaves(new Problem.Denied("TransactWriteItems", "not authorized", "r"));
    assertThrows(ProblemException.class, () -> publisher.purge(plan("/a"), "why"));
    assertEquals(List.of(), cloudfront.all());
  }

  @Test
  void wildcardsAndTagsAreNotAskedFor() throws InterruptedException {
    JournalEntry end = purge(plan("/a/*", "#atlas"));
    assertEquals(State.COMPLETED, end.state());
    assertEquals(List.of(), end.progress().evidence());
    assertEquals(
        Optional.of(new NoProof.StandsForMore(List.of("/a/*", "#atlas"), 0)), NoProof.of(end));
  }

  @Test
  void whatStandsBesideThemIsProved() throws InterruptedException {
    JournalEntry end = purge(plan("/a/*", "/b", "#atlas", "/c"));
    assertEquals(State.COMPLETED, end.state());
    assertEquals(
        Map.of(
            "/a/*",
            State.COMPLETED,
            "#atlas",
            State.COMPLETED,
            "/b",
            State.FRESH,
            "/c",
            State.FRESH),
        states(end));
    assertEquals(
        Optional.of(new NoProof.StandsForMore(List.of("/a/*", "#atlas"), 2)), NoProof.of(end));
  }

  @Test
  void withoutAnAddressNobodyIsAsked() throws InterruptedException {
    prober.reachable(false);
    assertEquals(Optional.of(new NoProof.NoAddress()), NoProof.of(purge(plan("/a", "/b*"))));
  }

  @Test
  void afterTheRaceWhatIsOldIsPurgedOnceMoreAndNothingElse() throws InterruptedException {
    prober.edgeShows(6, 6, 7);
    JournalEntry end = purge(plan("/a/*", "/b"));
    assertEquals(Map.of("/a/*", State.COMPLETED, "/b", State.FRESH), states(end));
    assertEquals(List.of(List.of("/a/*", "/b"), List.of("/b")), sent());
    assertEquals(3, end.billedPaths());
    assertEquals(List.of("/a/*", "/b"), end.items());
  }

  @Test
  void itIsNeverPurgedAThirdTime() throws InterruptedException {
    prober.edgeShows(6, 6, 6, 6);
    JournalEntry end = purge(plan("/b"));
    assertEquals(State.STALE, end.state());
    assertEquals(2, cloudfront.all().size());
    assertEquals(Optional.empty(), NoProof.of(end), "it was proved: to be old");
  }

  @Test
  void ofMoreThanTwentyPathsTwentyAreAsked() throws InterruptedException {
    String[] paths = IntStream.range(0, 30).mapToObj(i -> "/p" + i).toArray(String[]::new);
    JournalEntry end = purge(plan(paths));
    assertEquals(State.FRESH, end.state());
    assertEquals(20, end.progress().evidence().stream().map(Evidence::path).distinct().count());
  }

  /** A page with the time in it is another each time: nobody can say that it is old. */
  @Test
  void aDocumentThatIsNeverTheSameIsNotCalledOld() throws InterruptedException {
    var answers = new AtomicInteger();
    try (var one = desk("desk-2", new Varying(answers))) {
      JournalEntry saved = one.purge(plan("/page"), "why");
      JournalEntry end = one.await(saved.id(), SOON);
      assertEquals(State.COMPLETED, end.state());
      assertEquals(1, cloudfront.all().size(), "no second purge");
      NoProof why = NoProof.of(end).orElseThrow();
      assertEquals(
          "origin-varies", assertInstanceOf(NoProof.Incomparable.class, why).seen().reason());
    }
  }

  @Test
  void whatFailedIsTriedAgainWithTheSameItems() throws InterruptedException {
    cloudfront.meet(new Problem.Denied("CreateInvalidation", "not authorized", "r1"));
    JournalEntry failed = purge(plan("/a/*", "#atlas", "/b"));
    assertEquals(State.FAILED, failed.state());
    JournalEntry again = publisher.retry(failed);
    JournalEntry end = publisher.await(again.id(), SOON);
    assertEquals(State.COMPLETED, end.state());
    assertEquals(JournalEntry.Kind.PURGE, end.about().kind());
    assertEquals(failed.id(), end.about().retries());
    assertEquals(List.of(List.of("/a/*", "#atlas", "/b")), sent());
  }

  @Test
  void anotherDeskTakesItUp() throws InterruptedException {
    publisher.close();
    JournalEntry left = publisher.purge(plan("/a"), "why");
    assertTrue(tables.read(left.id()).orElseThrow().isOpen());
    try (var other = desk("desk-2", prober)) {
      other.resume();
    }
    assertEquals(State.FRESH, tables.read(left.id()).orElseThrow().state());
    assertEquals(1, cloudfront.all().size());
  }

  @Test
  void whatBrowsersMayKeepIsKnown() {
    assertEquals(Optional.empty(), proved("max-age=0, s-maxage=86400").keptByBrowsers());
    assertEquals(Optional.empty(), proved(null).keptByBrowsers());
    assertEquals(Optional.empty(), proved("no-cache, max-age=60").keptByBrowsers());
    assertEquals(
        Optional.of(Duration.ofSeconds(60)), proved("s-maxage=86400, max-age=60").keptByBrowsers());
  }

  private static JournalEntry proved(@Nullable String cacheControl) {
    var side = new Evidence.Side(200, null, null, null, null, cacheControl, null, null, 1);
    var seen = new Evidence(NOW, "/a", Verdict.FRESH, "same", side, side);
    Progress progress =
        Progress.saved(
            List.of(StaleRoute.of(new Target("/a", items("/a")), List.of())), List.of(), NOW);
    return new JournalEntry(
        new JournalEntry.About("01A", JournalEntry.Kind.PURGE, NOW, "me", "why", null),
        null,
        progress.proved(List.of(seen), Map.of("/a", State.FRESH), NOW).end(),
        new Lease("desk-1", 1));
  }

  private JournalEntry purge(PurgePlan plan) throws InterruptedException {
    return publisher.await(publisher.purge(plan, "why").id(), SOON);
  }

  private List<List<String>> sent() {
    return cloudfront.all().stream().map(each -> each.items()).toList();
  }

  private static Map<String, State> states(JournalEntry entry) {
    return entry.progress().routes().stream()
        .collect(Collectors.toMap(RouteProgress::path, RouteProgress::state));
  }

  private static String refused(org.junit.jupiter.api.function.Executable purge) {
    Problem problem = assertThrows(ProblemException.class, purge).problem();
    return assertInstanceOf(Problem.Invalid.class, problem).rule();
  }

  /** Each purges itself. */
  static PurgePlan plan(String... wires) {
    return plan(items(wires), Stream.of(wires).map(wire -> new Target(wire, items(wire))).toList());
  }

  private static PurgePlan plan(List<InvalidationItem> items, List<Target> targets) {
    var circumstances =
        new PurgeCircumstances(FakeDistributions.sandboxLike(), QuotaUse.NONE, 0, List.of(), NOW);
    return new PurgePlan(circumstances, List.of(), items, targets, List.of());
  }

  private static List<InvalidationItem> items(String... wires) {
    return Stream.of(wires).map(InvalidationItem::parse).toList();
  }

  private Publisher desk(String id, Prober probing, Route... routes) {
    return new Publisher(
        new Desk(id, () -> "arn:aws:sts::1:me (amara@desk-07)"),
        List.of(routes),
        new Publisher.Ports(tables, cloudfront, probing),
        new Publisher.Machine(InstantSource.system(), new FastTicker(), new Random(id.hashCode())));
  }

  /** No two answers are the same, and none has a version. */
  private record Varying(AtomicInteger answers) implements Prober {
    @Override
    public boolean canProbe() {
      return true;
    }

    @Override
    public Reading edge(String path, Map<String, String> extra) {
      return answer("Hit from cloudfront");
    }

    @Override
    public Reading origin(String path, Map<String, String> extra) {
      return answer(null);
    }

    private Reading answer(@Nullable String xCache) {
      var side = new Evidence.Side(200, xCache, 3L, null, null, null, null, null, 1);
      return new Reading(side, new Body.Other(Integer.toString(answers.incrementAndGet()), 4));
    }
  }
}
