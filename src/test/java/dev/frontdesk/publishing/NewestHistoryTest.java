package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.fakes.FakeArchive;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewestHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final FakeTables tables = new FakeTables();
  private final FakeInvalidator cloudfront = new FakeInvalidator();
  private final Random random = new Random(5);
  private final History history =
      new History(
          tables,
          new InvalidationLog(cloudfront, new FakeArchive()),
          new Insistence(new FastTicker(), new Random(3)),
          () -> NOW);

  @Test
  void bothAreOneListNewestFirst() throws InterruptedException {
    foreign("F3", 3);
    JournalEntry mine = purge(2, "I2");
    put("I2", 2, mine.progress().batches().getFirst().reference());
    foreign("F1", 1);
    History.Newest newest = history.newest(null, 10);
    assertEquals(List.of("F1", mine.id(), "F3"), ids(newest));
    assertEquals(List.of("/F1"), details(newest.entries().getFirst()));
    assertNull(newest.trouble());
    assertEquals(2, cloudfront.gets(), "its own need no details");
  }

  @Test
  void noMoreIsAskedForThanIsShown() throws InterruptedException {
    for (int hours = 500; hours > 0; hours--) {
      foreign("F" + hours, hours);
    }
    assertEquals(List.of("F1", "F2", "F3"), ids(history.newest(null, 3)));
    assertEquals(3, cloudfront.gets());
    assertEquals(1, cloudfront.lists());
    assertEquals(List.of("F1", "F2", "F3"), ids(history.newest(null, 3)));
    assertEquals(3, cloudfront.gets(), "what is completed is known");
  }

  @Test
  void olderThanTheBoundIsLeftOut() throws InterruptedException {
    foreign("F9", 9);
    purge(8, null);
    foreign("F2", 2);
    JournalEntry mine = purge(1, null);
    assertEquals(List.of(mine.id(), "F2"), ids(history.newest(NOW.minus(Duration.ofHours(3)), 10)));
  }

  /** The journal is read as far as it is shown: what an older entry has sent is not foreign. */
  @Test
  void whatAnEntryBeyondTheLimitHasSentIsNotForeign() throws InterruptedException {
    JournalEntry old = purge(5, null);
    JournalEntry young = purge(3, null);
    put("I1", 1, old.progress().batches().getFirst().reference());
    assertEquals(List.of(young.id()), ids(history.newest(null, 1)));
  }

  /** CloudFront's replies were lost, so that the entry does not know what it has sent. */
  @Test
  void asManyAsAreWantedAreThereThoughOursLookedForeign() throws InterruptedException {
    JournalEntry mine = purge(2, null);
    foreign("F9", 9);
    foreign("F8", 8);
    for (int i = 0; i < 100; i++) {
      put("I" + i, 1, "frontdesk-" + mine.id() + "-" + i + "-1");
    }
    assertEquals(List.of(mine.id(), "F8", "F9"), ids(history.newest(null, 5)));
    assertEquals(2, cloudfront.lists());
  }

  /** Another journal's desk works on the same distribution. */
  @Test
  void aReferenceLikeOursThatNoEntryHasIsForeign() throws InterruptedException {
    put("I1", 1, "frontdesk-" + EntryId.next(NOW, random) + "-1-1");
    assertEquals(List.of("I1"), ids(history.newest(null, 10)));
  }

  @Test
  void whatIsNotUnderstoodIsSaidBesideTheRest() throws InterruptedException {
    JournalEntry old = purge(3, null);
    JournalEntry odd = purge(2, null);
    JournalEntry young = purge(1, null);
    var unreadable = tables.breakEntry(odd.id(), "no kind");
    put("I2", 2, "frontdesk-" + odd.id() + "-1-1");

    History.Newest newest = history.newest(null, 2);

    assertEquals(List.of(young.id(), "I2"), ids(newest), "what it sent, as by a stranger");
    assertEquals(List.of(unreadable), newest.unreadable());
    assertNull(newest.trouble());
    assertEquals(List.of(young.id(), "I2", old.id()), ids(history.newest(null, 3)));
  }

  @Test
  void withoutCloudFrontTheJournalsPartIsThere() throws InterruptedException {
    foreign("F1", 1);
    JournalEntry mine = purge(2, null);
    cloudfront.meetAtList(new Problem.Denied("ListInvalidations", "no", "r"));
    History.Newest newest = history.newest(null, 10);
    assertEquals(List.of(mine.id()), ids(newest));
    assertInstanceOf(Problem.Denied.class, newest.trouble());
  }

  @Test
  void whoseDetailsAreNotToBeHadIsThereWithoutThem() throws InterruptedException {
    foreign("F2", 2);
    foreign("F1", 1);
    cloudfront.meetAtGet(new Problem.Denied("GetInvalidation", "no", "r"));
    History.Newest newest = history.newest(null, 10);
    assertEquals(List.of("F1", "F2"), ids(newest));
    assertEquals(1, newest.entries().stream().filter(entry -> details(entry).isEmpty()).count());
    assertNotNull(newest.trouble());
  }

  @Test
  void whatIsGoneSinceItWasListedIsNoTroubleForTheOthers() throws InterruptedException {
    foreign("F2", 2);
    foreign("F1", 1);
    cloudfront.meetAtGet(new Problem.Missing("invalidation", "F", "r"));
    History.Newest newest = history.newest(null, 10);
    assertEquals(List.of("F1", "F2"), ids(newest));
    assertNull(newest.trouble());
  }

  @Test
  void whatIsRefusedForNowIsAskedAgain() throws InterruptedException {
    foreign("F1", 1);
    var throttled = new Problem.Throttled("ListInvalidations", "r");
    cloudfront.meetAtList(throttled, throttled);
    cloudfront.meetAtGet(throttled);
    History.Newest newest = history.newest(null, 10);
    assertNull(newest.trouble());
    assertEquals(List.of("/F1"), details(newest.entries().getFirst()));
  }

  @Test
  void withoutTheJournalNobodyKnowsWhatIsForeign() {
    foreign("F1", 1);
    tables.trouble(new Problem.Denied("Query", "no", "r"));
    assertThrows(ProblemException.class, () -> history.newest(null, 10));
  }

  private static List<String> ids(History.Newest newest) {
    return newest.entries().stream().map(HistoryEntry::id).toList();
  }

  private static List<String> details(HistoryEntry entry) {
    Invalidation details = assertInstanceOf(Foreign.class, entry).details();
    return details == null ? List.of() : details.items();
  }

  private void foreign(String id, int hours) {
    put(id, hours, "cli-" + id);
  }

  private void put(String id, int hours, String reference) {
    cloudfront.put(
        new Invalidation(
            id, NOW.minus(Duration.ofHours(hours)), true, reference, List.of("/" + id)));
  }

  private JournalEntry purge(int hours, @Nullable String invalidationId) {
    Instant at = NOW.minus(Duration.ofHours(hours));
    String id = EntryId.next(at, random);
    Batch batch = Batch.unsent(id, 1, 1, List.of("/" + hours));
    Progress progress = Progress.saved(List.of(), List.of(batch), at);
    JournalEntry entry =
        new JournalEntry(
            new JournalEntry.About(id, JournalEntry.Kind.PURGE, at, "me", "why", null),
            null,
            invalidationId == null ? progress : progress.submitted(batch, invalidationId, at),
            new Lease("desk", 1));
    tables.put(entry);
    return entry;
  }
}
