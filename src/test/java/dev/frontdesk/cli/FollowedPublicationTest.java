package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command says and returns of a publication that does not simply get fresh. */
class FollowedPublicationTest {
  private final FakeDesk desk = new FakeDesk();

  @TempDir Path folder;

  @Test
  void savedIsNotYetOnItsWay() throws IOException {
    desk.cloudfront.meet(FakeDesk.throttles(10_000));
    // Real pauses: the desk waits for CloudFront longer than the command does for the desk.
    assertEquals(
        Exit.NOT_ENDED, add(Ticker.system(), "--no-wait", "--timeout", "300ms"), desk.err());
    assertTrue(desk.err().contains("frontdesk resume"), desk::err);
  }

  @Test
  void queuedIsOnItsWay() throws IOException {
    desk.cloudfront.meet(new Problem.QuotaFull(1, "3,000 paths are in progress.", "r"));
    assertEquals(Exit.DONE, add(Ticker.system(), "--no-wait", "--json"), desk.err());
    assertTrue(desk.out().contains("\"queued\""), desk::out);
  }

  @Test
  void troubleIsToldWhenItComesAndWhenItIsTriedAgain() throws IOException {
    desk.cloudfront.meet(FakeDesk.throttles(10_000));
    add(Ticker.system(), "--json", "--timeout", "2500ms");
    List<String> told = desk.err().lines().filter(line -> line.contains("slow down")).toList();
    assertTrue(told.size() >= 2, desk::err);
    assertEquals(told.size(), told.stream().distinct().count(), desk::err);
    for (String line : told) {
      assertTrue(
          line.matches(
              "AWS asks to slow down \\(CreateInvalidation\\)\\. It is tried again at"
                  + " \\d\\d:\\d\\d:\\d\\d\\. \\(AWS request r\\)"),
          line);
    }
    assertFalse(desk.out().contains("slow down"), "standard output is one document");
  }

  @Test
  void aFailureIsToldOnce() throws IOException {
    desk.cloudfront.meet(new Problem.Denied("CreateInvalidation", "not authorized.", "r"));
    assertEquals(Exit.FAILED, add(new FastTicker()));
    assertEquals(1, desk.err().lines().count(), desk::err);
    assertTrue(desk.err().contains("Ask for this permission"), desk::err);
  }

  @Test
  void whatTurnsOutToBeSavedIsToldFromItsBeginning() throws IOException {
    desk.tables.loseTheReplyOfTheNextSave();
    assertEquals(Exit.DONE, add(new FastTicker()), desk.err());
    List<String> states = desk.out().lines().map(line -> line.split(" ", 2)[0]).toList();
    assertEquals(List.of("unknown", "saved", "submitted", "completed", "fresh"), states);
  }

  @Test
  void nothingGoesOnOfWhatMayNotBeSaved() throws IOException {
    desk.witness =
        entry -> {
          if (entry.state() == State.UNKNOWN) {
            desk.tables.trouble(new Problem.Offline("127.0.0.1", "refused"));
          }
        };
    desk.tables.loseTheReplyOfTheNextSave();
    assertEquals(Exit.NOT_ENDED, add(Ticker.system(), "--timeout", "500ms"));
    String last = desk.err().lines().toList().getLast();
    assertTrue(last.startsWith("It is not known yet whether it is saved."), desk::err);
  }

  @Test
  void whatIsRefusedInTheEndIsWhatItWouldHaveBeenAtOnce() throws IOException {
    desk.witness =
        entry -> {
          if (entry.state() == State.UNKNOWN) {
            desk.tables.refuseSaves(new Problem.Conflict("Atlas"));
          }
        };
    desk.tables.refuseSaves(new Problem.UnknownOutcome("TransactWriteItems", "reset"));
    assertEquals(Exit.CONFLICT, add(new FastTicker()), desk.err());
    assertTrue(desk.err().contains("Somebody else changed Atlas"), desk::err);
  }

  @Test
  void whatAnotherDeskBringsToItsEndHasEnded() throws IOException {
    desk.witness =
        entry -> {
          if (entry.state() == State.SUBMITTED) {
            JournalEntry theirs = entry.takenBy("desk-2");
            desk.tables.update(theirs, entry.lease());
            desk.tables.update(theirs.with(theirs.progress().end()), theirs.lease());
          }
        };
    desk.cloudfront.completing(false);
    long start = System.nanoTime();
    add(new FastTicker(), "--json", "--timeout", "60s");
    assertTrue(System.nanoTime() - start < 30_000_000_000L, "waited for the desk that lost it");
    assertEquals("", desk.err());
    assertTrue(desk.out().contains("\"submitted\""), desk::out);
  }

  private int add(Ticker ticker, String... options) throws IOException {
    var args = new ArrayList<>(List.of("add", "atlas", "li@acme.example", "--role", "viewer"));
    args.addAll(List.of(options));
    return desk.run(folder, ticker, args.toArray(String[]::new));
  }
}
