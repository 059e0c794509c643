package dev.frontdesk.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Verdict;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Gallery;
import dev.frontdesk.ui.Plights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemarksTest {
  private static final Instant NEXT = FakeSession.START.plusSeconds(30);

  private final FakeSession session = FakeSession.company();
  private final Remarks remarks = new Remarks(Gallery.tools(FakeSession.START));
  private final JournalEntry saved = session.firstRemoved();

  @Test
  void thereIsNothingToSayOfWhatSimplyGoesOn() {
    assertEquals(List.of(), remarks.of(saved, Hands.HERE));
    assertEquals(List.of(), remarks.of(upTo(State.FRESH), Hands.ELSEWHERE));
  }

  @Test
  void aLargeChangeTellsItsPartsAndWhomItKeepsOut() {
    Remark told = first(Plights.saving(saved, 3, 104));
    assertEquals(
        "Part 3 of 104 is saved. Nobody else can change Atlas until the last one is.",
        told.sentence());
  }

  @Test
  void theLineTellsThePlaceTheReasonAndTheNextLook() {
    Remark told = first(Plights.queued(saved, 2, NEXT));
    assertTrue(told.sentence().startsWith("Number 2 in line"), told::sentence);
    assertTrue(told.more().contains("exceed 3000"), told::more);
    assertEquals(Optional.of(NEXT), told.nextTry());
  }

  @Test
  void theUnknownTellsWhatAndSinceWhen() {
    Remark unsure = first(Plights.unsure(saved, NEXT));
    assertTrue(unsure.sentence().contains("14:02:11"), unsure::sentence);
    assertTrue(unsure.sentence().contains("whether it was saved"), unsure::sentence);
    assertEquals(Optional.of(NEXT), unsure.nextTry());
    var problem = new Problem.UnknownOutcome("CreateInvalidation", "reset");
    Remark sent = first(Plights.waiting(saved, State.UNKNOWN, problem, NEXT));
    assertTrue(sent.sentence().contains("has taken the invalidation"), sent::sentence);
    Remark done = first(Plights.waiting(upTo(State.SUBMITTED), State.UNKNOWN, problem, NEXT));
    assertTrue(done.sentence().contains("how far CloudFront"), done::sentence);
  }

  @Test
  void aJoinedPurgeLinksItsCarrier() {
    Remark told = first(Plights.joined(saved, "01KARRIER"));
    assertEquals(Optional.of("01KARRIER"), told.link());
  }

  @Test
  void theSecondPurgeIsCalledOne() {
    JournalEntry stale = upTo(State.STALE);
    for (State state : List.of(State.SUBMITTED, State.FRESH)) {
      Remark told = first(Plights.purgedAgain(stale, state));
      assertTrue(told.sentence().startsWith("Purged once more"), told::sentence);
    }
    Remark end = first(Plights.purgedAgain(stale, State.STALE));
    assertTrue(end.sentence().contains("after two purges"), end::sentence);
    assertEquals("The edge gave version 42, the origin version 43, at FRA56-P4.", end.more());
  }

  @Test
  void anEndWithoutProofTellsWhy() {
    JournalEntry completed = upTo(State.COMPLETED);
    assertTrue(first(Plights.unproved(completed)).sentence().contains("no address"));
    assertTrue(first(Plights.edgeWantsLogin(completed)).sentence().contains("login (HTTP 403)"));
  }

  @Test
  void aWildcardOrATagStandsForMoreThanCouldBeAsked() {
    Remark alone = first(purged("", "/projects/*"));
    assertEquals(
        "Completed is the end: /projects/* stands for more than could be asked.", alone.sentence());
    assertEquals("CloudFront reported it completed at all edge locations.", alone.more());
    Remark beside = first(purged("", "/projects/*", "#atlas", "/a", "/b"));
    assertTrue(beside.sentence().contains("2 wildcards and tags stand"), beside::sentence);
    assertEquals("The 2 paths beside are proved.", beside.more());
  }

  @Test
  void whatBrowsersMayKeepIsSaid() {
    Remark told = first(purged("max-age=600, s-maxage=86400", "/a"));
    assertEquals("Browsers may keep what they have of it for up to 10 min 0 s.", told.sentence());
    assertEquals(List.of(), remarks.of(purged("max-age=0", "/a"), Hands.HERE));
  }

  /** A purge that has ended: its paths are fresh, with these headers. */
  private static JournalEntry purged(String cacheControl, String... targets) {
    Instant at = FakeSession.START;
    var side = new Evidence.Side(200, null, null, null, null, cacheControl, null, null, 1);
    List<RouteProgress> routes =
        Stream.of(targets)
            .map(target ->
                new RouteProgress(
                    target,
                    Strategy.INVALIDATE,
                    List.of(target),
                    false,
                    target.startsWith("/") && !target.endsWith("*")
                        ? State.FRESH
                        : State.COMPLETED))
            .toList();
    List<Evidence> evidence =
        routes.stream()
            .filter(RouteProgress::canBeProbed)
            .map(route -> new Evidence(at, route.path(), Verdict.FRESH, "same", side, side))
            .toList();
    return new JournalEntry(
        new JournalEntry.About("01A", JournalEntry.Kind.PURGE, at, "me", "why", null),
        null,
        new Progress(routes, List.of(), List.of(), evidence, null, true),
        new Lease("desk", 1));
  }

  @Test
  void aTakeOverIsTold() {
    List<Remark> told = remarks.of(saved, Hands.TAKEN_OVER);
    assertTrue(told.getFirst().sentence().contains("amara@desk-07"), told::toString);
  }

  @Test
  void skippedMembersAreNamed() {
    JournalEntry entry = Plights.saved(Plights.saving(saved, 3, 4, "m2001"), 4);
    Remark told = first(entry);
    assertTrue(told.sentence().contains("Amara Okafor"), told::sentence);
  }

  @Test
  void manyNamesAreCounted() {
    assertEquals(
        "Amara Okafor, Chloé Lefèvre, Đặng Thị Hồng, Ingrid Ødegård, José María Núñez and 19 more",
        remarks.names(session.roster("atlas").members()));
  }

  private Remark first(JournalEntry entry) {
    return remarks.of(entry, Hands.ELSEWHERE).getFirst();
  }

  private JournalEntry upTo(State state) {
    JournalEntry submitted = FakeSession.moved(saved, State.SUBMITTED, Duration.ofMillis(400));
    if (state == State.SUBMITTED) {
      return submitted;
    }
    JournalEntry completed = FakeSession.moved(submitted, State.COMPLETED, Duration.ofSeconds(9));
    return state == State.COMPLETED
        ? completed
        : FakeSession.moved(completed, state, Duration.ofSeconds(10));
  }
}
