package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FakeArchive;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final FakeTables tables = new FakeTables();
  private final FakeInvalidator cloudfront = new FakeInvalidator();
  private final FakeArchive archive = new FakeArchive();
  private final Random random = new Random(5);
  private final List<Part> parts = new ArrayList<>();

  @Test
  void tellsBothInOneAndGivesTheForeignOnesTheirDetails() throws InterruptedException {
    JournalEntry mine = purge(1, "/mine", "I1");
    cloudfront.put(invalidation("I1", 1, mine.progress().batches().getFirst().reference()));
    cloudfront.put(invalidation("I2", 2, "cli-1"));

    Map<String, HistoryEntry> all = read(null);

    assertEquals(Set.of(mine.id(), "I2"), all.keySet());
    assertInstanceOf(Ours.class, all.get(mine.id()));
    var foreign = assertInstanceOf(Foreign.class, all.get("I2"));
    assertEquals(List.of("/I2"), Objects.requireNonNull(foreign.details()).items());
    assertEquals(NOW.minus(Duration.ofHours(2)), foreign.at());
    assertTrue(last().whole());
    assertEquals(0, last().detailsMissing());
    assertNull(last().trouble());
  }

  /**
   * A thousand of each, in pages: nothing is missing and nothing is told twice as something else.
   */
  @Test
  void readsAllPages() throws InterruptedException {
    for (int i = 1_000; i > 0; i--) {
      JournalEntry entry = purge(i, "/p" + i, "I" + i);
      cloudfront.put(invalidation("I" + i, i, entry.progress().batches().getFirst().reference()));
      cloudfront.put(invalidation("F" + i, i, "foreign-" + i));
    }
    Map<String, HistoryEntry> all = read(null);
    assertEquals(2_000, all.size());
    assertEquals(
        1_000, all.values().stream().filter(one -> one instanceof Foreign).count(), "foreign");
    assertEquals(
        1_000,
        parts.stream()
            .flatMap(part -> part.entries().stream())
            .filter(one -> one instanceof Ours)
            .count());
    assertEquals(1_000, cloudfront.gets(), "its own need no details");
  }

  @Test
  void whatIsCompletedIsNeverAskedForTwice() throws InterruptedException {
    for (int i = 0; i < 250; i++) {
      cloudfront.put(invalidation("F" + i, i, "foreign-" + i));
    }
    Map<String, HistoryEntry> first = read(null);
    assertEquals(250, cloudfront.gets());
    Map<String, HistoryEntry> second = read(null);
    assertEquals(250, cloudfront.gets());
    assertEquals(first, second);
  }

  @Test
  void whatIsInProgressIsAskedForAgainUntilItIsNot() throws InterruptedException {
    cloudfront.completing(false);
    cloudfront.create("cli-1", List.of(new CachePath("/a")));
    String id = cloudfront.all().getFirst().id();
    assertFalse(isCompleted(id));
    assertFalse(isCompleted(id));
    assertEquals(2, cloudfront.gets());

    cloudfront.completing(true);

    assertTrue(isCompleted(id));
    read(null);
    assertEquals(3, cloudfront.gets());
  }

  /** As a new reading tells it of a foreign one. */
  private boolean isCompleted(String id) throws InterruptedException {
    return assertInstanceOf(Foreign.class, read(null).get(id)).summary().completed();
  }

  /** The reply to CreateInvalidation was lost: its reference tells whose it is. */
  @Test
  void anUnansweredBatchIsNotForeign() throws InterruptedException {
    JournalEntry mine = purge(1, "/mine", null);
    String reference = mine.progress().batches().getFirst().reference();
    cloudfront.put(invalidation("I1", 1, reference));

    assertEquals(Set.of(mine.id()), read(null).keySet());
    assertNothingForeignTold();
  }

  /** It was saved and sent after the journal had been read, and before the list was. */
  @Test
  void whatIsSavedWhileItIsReadIsAtNoTimeForeign() throws InterruptedException {
    purge(30, "/old", "I30");
    var young = purge(0, "/young", "I0");
    cloudfront.put(invalidation("I0", 0, young.progress().batches().getFirst().reference()));
    var before =
        new JournalOf(tables) {
          @Override
          public List<JournalEntry> newest(@Nullable Instant since, int limit) {
            return super.newest(since, limit).stream()
                .filter(entry -> !entry.id().equals(young.id()))
                .toList();
          }
        };
    history(before).read(null, parts::add);
    assertNothingForeignTold();
    assertTrue(
        parts.stream()
            .flatMap(part -> part.entries().stream())
            .anyMatch(one -> one.id().equals(young.id())));
  }

  /** It was saved before the bound, waited in line, and is sent after it. */
  @Test
  void whatIsSentLongAfterItWasSavedIsAtNoTimeForeign() throws InterruptedException {
    JournalEntry late = purge(400, "/late", "LATE");
    cloudfront.put(invalidation("LATE", 1, late.progress().batches().getFirst().reference()));
    assertEquals(Map.of(), read(NOW.minus(Duration.ofHours(24))));
    assertNothingForeignTold();
  }

  /** What is older than any doubt stands there at once; its details follow. */
  @Test
  void whatCanOnlyBeForeignIsToldWithoutItsDetails() throws InterruptedException {
    purge(1, "/mine", "I1");
    cloudfront.put(invalidation("F2", 2, "cli-1"));
    read(null);
    List<HistoryEntry> told =
        parts.stream()
            .flatMap(part -> part.entries().stream())
            .filter(one -> one.id().equals("F2"))
            .toList();
    assertNull(assertInstanceOf(Foreign.class, told.getFirst()).details());
    assertNotNull(assertInstanceOf(Foreign.class, told.getLast()).details());
  }

  private void assertNothingForeignTold() {
    assertEquals(
        List.of(),
        parts.stream()
            .flatMap(part -> part.entries().stream())
            .filter(Foreign.class::isInstance)
            .toList());
  }

  /** An entry that DynamoDB has removed after its time, or one of another journal. */
  @Test
  void aReferenceThatNoEntryHasIsForeign() throws InterruptedException {
    String id = EntryId.next(NOW, random);
    cloudfront.put(invalidation("I1", 1, Batch.unsent(id, 1, 1, List.of("/x")).reference()));
    assertInstanceOf(Foreign.class, read(null).get("I1"));
  }

  /** It waited in line for a day: the list is read far past it before the journal is. */
  @Test
  void whatWasSentLongAfterItWasSavedIsNotForeign() throws InterruptedException {
    for (int i = 1; i <= 150; i++) {
      purge(i, "/p" + i, "I" + i);
    }
    JournalEntry late = purge(400, "/late", "LATE");
    cloudfront.put(invalidation("LATE", 1, late.progress().batches().getFirst().reference()));
    assertInstanceOf(Ours.class, read(null).get(late.id()));
    assertNothingForeignTold();
  }

  /** The desk gave up on it before it was known that CloudFront had taken it. */
  @Test
  void whatEndedWithoutAReplyIsNotForeign() throws InterruptedException {
    for (int i = 1; i <= 150; i++) {
      purge(i, "/p" + i, "I" + i);
    }
    JournalEntry open = purge(400, "/lost", null);
    var refused = new Problem.Refused("CreateInvalidation", "for no known reason", "r");
    tables.put(open.with(open.progress().failed(refused, NOW)));
    cloudfront.put(invalidation("LOST", 1, open.progress().batches().getFirst().reference()));
    for (int reading = 1; reading <= 2; reading++) {
      Map<String, HistoryEntry> all = read(null);
      assertInstanceOf(Ours.class, all.get(open.id()));
      assertNull(all.get("LOST"), "in reading " + reading);
      assertNothingForeignTold();
    }
  }

  @Test
  void theBoundHoldsForBoth() throws InterruptedException {
    JournalEntry young = purge(1, "/young", "I1");
    purge(30, "/old", "I30");
    cloudfront.put(invalidation("F30", 30, "foreign-old"));
    cloudfront.put(invalidation("F1", 1, "foreign-young"));
    assertEquals(Set.of(young.id(), "F1"), read(NOW.minus(Duration.ofHours(24))).keySet());
  }

  /** A look for what is new costs a call to each, however long the history is. */
  @Test
  void aRecentBoundReadsNoMoreThanItNeeds() throws InterruptedException {
    for (int i = 500; i > 0; i--) {
      purge(i, "/p" + i, "I" + i);
      cloudfront.put(invalidation("F" + i, i, "foreign-" + i));
    }
    var asked = new ArrayList<Integer>();
    var counted =
        new JournalOf(tables) {
          @Override
          public List<JournalEntry> newest(
              @Nullable Instant since, int limit, Consumer<Journal.Unreadable> unreadable) {
            List<JournalEntry> page = super.newest(since, limit, unreadable);
            asked.add(page.size());
            return page;
          }

          @Override
          public List<JournalEntry> before(
              String id, int limit, Consumer<Journal.Unreadable> unreadable) {
            throw new AssertionError("a second page");
          }
        };

    history(counted).read(NOW.minus(Duration.ofHours(5)), parts::add);

    assertEquals(List.of(6), asked, "with an hour more, for wrong clocks");
    assertEquals(1, cloudfront.lists());
    assertEquals(5, cloudfront.gets());
    assertEquals(
        10,
        parts.stream()
            .flatMap(part -> part.entries().stream())
            .map(HistoryEntry::id)
            .distinct()
            .count());
  }

  /** A desk whose clock is half an hour slow has begun it before the bound, by its own account. */
  @Test
  void nothingOfOursIsForeignForAWrongClock() throws InterruptedException {
    Instant since = NOW.minus(Duration.ofHours(2));
    JournalEntry slow = purge(since.minus(Duration.ofMinutes(30)), "/slow", "I1");
    cloudfront.put(
        new Invalidation(
            "I1",
            since.plusSeconds(5),
            true,
            slow.progress().batches().getFirst().reference(),
            List.of("/slow")));
    assertEquals(Map.of(), read(since));
  }

  @Test
  void withoutCloudFrontTheJournalStands() throws InterruptedException {
    JournalEntry mine = purge(1, "/mine", "I1");
    var denied = new Problem.Denied("ListInvalidations", "not allowed", "r");
    cloudfront.meetAtList(denied);
    assertEquals(Set.of(mine.id()), read(null).keySet());
    assertTrue(last().whole());
    assertEquals(denied, last().trouble());
  }

  /** One entry that is not understood hides no other; what it sent is there, as by a stranger. */
  @Test
  void whatIsNotUnderstoodIsSaidBesideTheRest() throws InterruptedException {
    JournalEntry young = purge(1, "/young", "I1");
    JournalEntry odd = purge(2, "/odd", "I2");
    JournalEntry old = purge(3, "/old", "I3");
    for (JournalEntry entry : List.of(young, odd, old)) {
      var batch = entry.progress().batches().getFirst();
      cloudfront.put(
          invalidation(Objects.requireNonNull(batch.invalidationId()), 3, batch.reference()));
    }
    cloudfront.put(invalidation("F1", 1, "foreign"));
    var unreadable = tables.breakEntry(odd.id(), "no kind");

    assertEquals(Set.of(young.id(), old.id(), "I2", "F1"), read(null).keySet());

    assertEquals(List.of(unreadable), last().unreadable());
    assertTrue(last().whole());
    assertNull(last().trouble());
    assertEquals(0, last().detailsMissing());
  }

  @Test
  void throttlingPasses() throws InterruptedException {
    cloudfront.put(invalidation("F1", 1, "foreign"));
    var slow = new Problem.Throttled("ListInvalidations", "r");
    cloudfront.meetAtList(slow, slow, slow);
    cloudfront.meetAtGet(slow, slow);
    var foreign = assertInstanceOf(Foreign.class, read(null).get("F1"));
    assertNotNull(foreign.details());
    assertNull(last().trouble());
  }

  /** Whoever may not read details is told so, and not asked for each of thousands. */
  @Test
  void detailsThatMayNotBeReadAreAskedForOnlyOnce() throws InterruptedException {
    for (int i = 2; i < 52; i++) {
      cloudfront.put(invalidation("F" + i, i, "foreign-" + i));
    }
    var denied = new Problem.Denied("GetInvalidation", "not allowed", "r");
    cloudfront.meetAtGet(java.util.Collections.nCopies(50, denied).toArray(Problem[]::new));
    Map<String, HistoryEntry> all = read(null);
    assertEquals(50, all.size());
    assertEquals(denied, last().trouble());
    assertEquals(50, last().detailsMissing());
    assertTrue(cloudfront.gets() <= 4, () -> cloudfront.gets() + " calls");
  }

  /** The reply was lost, so that only its details can say that it is ours; nobody may read them. */
  @Test
  void whatMayBeOursIsNotToldAsForeignWhereItsDetailsCannotBeRead() throws InterruptedException {
    JournalEntry open = purge(2, "/mine", null);
    for (int i = 0; i < 9; i++) {
      cloudfront.put(invalidation("I" + i, 1, open.id() + "-" + i));
    }
    var denied = new Problem.Denied("GetInvalidation", "not allowed", "r");
    cloudfront.meetAtGet(java.util.Collections.nCopies(9, denied).toArray(Problem[]::new));

    assertEquals(Set.of(open.id()), read(null).keySet());

    assertNothingForeignTold();
    assertEquals(denied, last().trouble());
    assertEquals(9, last().detailsMissing());
  }

  @Test
  void aJournalThatCannotBeReadIsTold() {
    tables.trouble(new Problem.Denied("Query", "not allowed", "r"));
    var thrown = assertThrows(ProblemException.class, () -> read(null));
    assertInstanceOf(Problem.Denied.class, thrown.problem());
  }

  @Test
  void anInterruptEndsIt() throws InterruptedException {
    cloudfront.put(invalidation("F1", 1, "foreign"));
    var told = new CountDownLatch(1);
    var ended = new AtomicReference<Optional<Throwable>>(Optional.empty());
    var never =
        new JournalOf(tables) {
          @Override
          public List<JournalEntry> newest(
              @Nullable Instant since, int limit, Consumer<Journal.Unreadable> unreadable) {
            told.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return List.of();
          }
        };
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                history(never).read(null, _ -> {});
              } catch (InterruptedException e) {
                ended.set(Optional.of(e));
              }
            });
    told.await();
    reader.interrupt();
    assertTrue(reader.join(Duration.ofSeconds(20)));
    assertInstanceOf(InterruptedException.class, ended.get().orElseThrow());
  }

  private History history(Journal journal) {
    return new History(
        journal,
        new InvalidationLog(cloudfront, archive),
        new Insistence(new FastTicker(), new Random(1)),
        () -> NOW);
  }

  /** What stands in the end, as whoever listens keeps it. */
  private Map<String, HistoryEntry> read(@Nullable Instant since) throws InterruptedException {
    parts.clear();
    history(tables).read(since, parts::add);
    Map<String, HistoryEntry> all = new LinkedHashMap<>();
    parts.stream().flatMap(part -> part.entries().stream()).forEach(one -> all.put(one.id(), one));
    Set<String> ours =
        all.values().stream()
            .map(one ->
                one instanceof Ours(JournalEntry entry)
                    ? entry.invalidationIds()
                    : List.<String>of())
            .flatMap(Collection::stream)
            .collect(Collectors.toSet());
    all.keySet().removeIf(id -> ours.contains(id));
    return all;
  }

  private Part last() {
    return parts.getLast();
  }

  private JournalEntry purge(int hoursAgo, String path, @Nullable String invalidationId) {
    return purge(NOW.minus(Duration.ofHours(hoursAgo)), path, invalidationId);
  }

  private JournalEntry purge(Instant at, String path, @Nullable String invalidationId) {
    String id = EntryId.next(at, random);
    var batch = Batch.unsent(id, 1, 1, List.of(path));
    var begun =
        Progress.saved(
            List.of(new StaleRoute(path, Strategy.INVALIDATE, List.of(), false)),
            List.of(batch),
            at);
    Progress progress =
        invalidationId == null
            ? begun
            : begun
                .submitted(batch, invalidationId, at)
                .completed(batch.submitted(invalidationId, at), at)
                .end();
    var entry =
        new JournalEntry(
            new JournalEntry.About(id, JournalEntry.Kind.PURGE, at, "me", "why", null),
            null,
            progress,
            new Lease("desk", 1));
    tables.put(entry);
    return entry;
  }

  private static Invalidation invalidation(String id, int hoursAgo, String reference) {
    return new Invalidation(
        id, NOW.minus(Duration.ofHours(hoursAgo)), true, reference, List.of("/" + id));
  }
}
