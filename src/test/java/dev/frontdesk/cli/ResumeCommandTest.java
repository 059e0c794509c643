package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.Saving;
import dev.frontdesk.publishing.StaleRoute;
import dev.frontdesk.publishing.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code frontdesk resume} takes up, tells and returns. */
class ResumeCommandTest {
  private static final Instant SAVED = Instant.parse("2026-04-01T08:00:00Z");
  private static final String PATH = "/projects/atlas/members";

  private final FakeDesk desk = new FakeDesk();
  private final Random random = new Random(7);

  @TempDir Path folder;

  @Test
  void nothingOpenIsSaid() throws IOException {
    assertEquals(Exit.DONE, resume(), desk.err());
    assertEquals("Nothing is open: whatever was published has ended.", desk.out().strip());
    assertEquals("", desk.err());
  }

  @Test
  void whatIsOpenIsBroughtToItsEndAndEachStepTold() throws IOException {
    JournalEntry left = left(0);
    assertEquals(Exit.DONE, resume(), desk.err());
    assertEquals(State.FRESH, desk.tables.read(left.id()).orElseThrow().state());
    String prefix = "Atlas, version 42 (" + left.id() + "): ";
    for (State state : List.of(State.SAVED, State.SUBMITTED, State.COMPLETED, State.FRESH)) {
      assertTrue(desk.out().contains(prefix + state.word() + " at "), desk::out);
    }
    assertEquals(4, desk.out().lines().count(), "each once: " + desk.out());
  }

  @Test
  void theDocumentHasAnEntryEachInTheOrderOfTime() throws IOException {
    JournalEntry second = left(1);
    JournalEntry first = left(0);
    assertEquals(Exit.DONE, resume("--json"), desk.err());
    JsonNode entries = JsonMapper.shared().readTree(desk.out()).path("entries");
    assertEquals(2, entries.size());
    assertEquals(first.id(), entries.path(0).path("publicationId").asString());
    assertEquals(second.id(), entries.path(1).path("publicationId").asString());
    assertEquals("fresh", entries.path(1).path("state").asString());
    assertEquals("atlas", entries.path(1).path("projectId").asString());
  }

  @Test
  void oneThatFailsIsToldAndTheOthersGoOn() throws IOException {
    left(0);
    left(1);
    desk.cloudfront.meet(new Problem.Missing("distribution", "E1", "r"));
    assertEquals(Exit.FAILED, resume("--json"));
    assertTrue(desk.err().contains("There is no distribution E1"), desk::err);
    assertTrue(desk.out().contains("\"failed\"") && desk.out().contains("\"fresh\""), desk::out);
  }

  @Test
  void whatDoesNotEndInTimeGoesOnNextTime() throws IOException {
    left(0);
    desk.cloudfront.completing(false);
    assertEquals(Exit.NOT_ENDED, resume("--timeout", "500ms"));
    assertTrue(desk.err().contains("1 publication or purge has not ended yet"), desk::err);
    assertTrue(desk.err().contains("frontdesk resume"), desk::err);
    assertFalse(desk.tables.open().isEmpty());
  }

  @Test
  void aProblemOfTheJournalIsTold() throws IOException {
    desk.tables.trouble(new Problem.Denied("Query", "not authorized.", "r"));
    assertEquals(Exit.FAILED, resume());
    assertTrue(desk.err().contains("AWS does not allow Query"), desk::err);
  }

  private int resume(String... options) throws IOException {
    var args = new ArrayList<>(List.of("resume"));
    args.addAll(List.of(options));
    return desk.run(folder, new FastTicker(), args.toArray(String[]::new));
  }

  /** Saved by a desk that is gone. */
  private JournalEntry left(int secondsLater) {
    Instant at = SAVED.plusSeconds(secondsLater);
    String id = EntryId.next(at, random);
    var li = new Member("m2", "li@acme.example", "Li", new Role("viewer"));
    var stale = new StaleRoute(PATH, Strategy.INVALIDATE, List.of(new CachePath(PATH)), false);
    var entry =
        new JournalEntry(
            new JournalEntry.About(id, JournalEntry.Kind.PUBLICATION, at, "me", "", null),
            new JournalEntry.RosterStep(
                "atlas",
                "Atlas",
                41,
                42,
                new RosterChange(List.of(li), List.of(), List.of()),
                Saving.AT_ONCE),
            Progress.saved(
                List.of(stale),
                List.of(new Batch("frontdesk-" + id + "-1-1", List.of(PATH), null, 1, false, null)),
                at),
            new Lease("desk-0", 1));
    desk.tables.put(entry);
    return entry;
  }
}
