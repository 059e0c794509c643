package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.contract.Connections.Shape;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.Journal.Unreadable;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a {@link Journal} promises, over rosters in every layout. */
class JournalContractTest extends DynamoDbContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

  private final Random random = new Random(7);
  private final Member ada = Entries.member("ada", "owner");
  private final Member bela = Entries.member("bela", "editor");
  private final Member cem = Entries.member("cem", "viewer");

  /** One pair of tables, and a desk at it. */
  private record Desk(
      Shape shape, String members, String journalTable, RosterStore rosters, Journal journal) {}

  private Desk desk(Shape shape) {
    return desk(shape, tables.members(shape), tables.journal(), null);
  }

  private Desk another(Desk desk) {
    return desk(desk.shape(), desk.members(), desk.journalTable(), null);
  }

  private Desk desk(Shape shape, String members, String journal, @Nullable Integer keepDays) {
    var connection =
        opened(
            AwsConnection.open(
                Connections.dynamodb(
                    address, shape.at(members), Connections.journal(journal, keepDays)),
                () -> NOW,
                Ticker.system()));
    return new Desk(shape, members, journal, connection.rosters(), connection.journal());
  }

  private Roster atlas(Desk desk, Member... members) {
    tables.put(desk.shape(), desk.members(), "atlas", List.of(members));
    return desk.rosters().roster("atlas");
  }

  private JournalEntry entry(Roster seen, RosterChange change) {
    return Entries.entry(seen, change, NOW, random);
  }

  private static Problem problem(Runnable call) {
    return assertThrows(ProblemException.class, call::run).problem();
  }

  @ParameterizedTest
  @EnumSource
  void savesMembersVersionAndEntryTogether(Shape shape) {
    Desk desk = desk(shape);
    Roster seen = atlas(desk, ada, bela);
    Member promoted = bela.withRole(new Role("admin"));
    var change =
        new RosterChange(
            List.of(cem), List.of(ada), List.of(new RosterChange.Edited(bela, promoted)));
    JournalEntry entry = entry(seen, change);

    desk.journal().save(seen, change, entry);

    Roster now = desk.rosters().roster("atlas");
    assertEquals(1, now.version());
    assertEquals(Set.of(promoted, cem), Set.copyOf(now.members()));
    assertEquals(entry, desk.journal().read(entry.id()).orElseThrow());
    assertEquals(entry, another(desk).journal().read(entry.id()).orElseThrow());
    // What nobody asked for stays: in the project's item, and in the edited member.
    var item = tables.item(desk.members(), TestTables.key(shape, "atlas", "PROJECT"));
    assertEquals("teal", item.get("colour").s());
    assertEquals(
        "+49 30 bela", tables.fields(shape, desk.members(), "atlas", "bela").get("phone").s());
  }

  @ParameterizedTest
  @EnumSource
  void aRosterThatMovedMeanwhileIsAConflictAndNothingChanges(Shape shape) {
    Desk desk = desk(shape);
    Roster seen = atlas(desk, ada, bela);
    var first = Entries.adding(cem);
    desk.journal().save(seen, first, entry(seen, first));
    List<?> before = List.of(tables.all(desk.members()), tables.all(desk.journalTable()));

    var second = Entries.removing(bela);
    assertEquals(
        new Problem.Conflict("Project atlas"),
        problem(() -> another(desk).journal().save(seen, second, entry(seen, second))));

    assertEquals(before, List.of(tables.all(desk.members()), tables.all(desk.journalTable())));
  }

  @ParameterizedTest
  @EnumSource
  void aMemberWhoIsNotAsSeenIsAConflict(Shape shape) {
    Desk desk = desk(shape);
    Roster seen = atlas(desk, ada, bela);
    Member other = bela.withRole(new Role("admin"));
    for (RosterChange change :
        List.of(
            Entries.removing(other),
            Entries.editing(other, other.withRole(new Role("viewer"))),
            Entries.adding(other),
            Entries.removing(cem))) {
      assertInstanceOf(
          Problem.Conflict.class,
          problem(() -> desk.journal().save(seen, change, entry(seen, change))));
    }
    assertEquals(seen, desk.rosters().roster("atlas"));
    assertEquals(List.of(), desk.journal().newest(null, 10));
  }

  @ParameterizedTest
  @EnumSource
  void aProjectThatIsGoneIsMissing(Shape shape) {
    Desk desk = desk(shape);
    var seen = new Roster("gone", "Gone", 0, List.of());
    var change = Entries.adding(ada);

    var missing =
        assertInstanceOf(
            Problem.Missing.class,
            problem(() -> desk.journal().save(seen, change, entry(seen, change))));

    assertEquals("project", missing.what());
    assertEquals("gone", missing.name());
  }

  @Test
  void theLastOwnerStaysThoughSomebodyElseDemotedTheOtherWithoutMovingTheVersion() {
    Desk desk = desk(Shape.SINGLE);
    Member second = Entries.member("zoe", "owner");
    Roster seen = atlas(desk, ada, second);
    var key = TestTables.key(Shape.SINGLE, "atlas", "MEMBER#zoe");
    tables
        .client()
        .updateItem(request ->
            request
                .tableName(desk.members())
                .key(key)
                .updateExpression("SET #r = :r")
                .expressionAttributeNames(Map.of("#r", Shape.SINGLE.role()))
                .expressionAttributeValues(Map.of(":r", TestTables.text("viewer"))));
    var change = Entries.removing(ada);

    assertInstanceOf(
        Problem.Conflict.class,
        problem(() -> desk.journal().save(seen, change, entry(seen, change))));
    assertEquals(2, desk.rosters().roster("atlas").members().size());
  }

  /** Beside the members a transaction has the version, the lock, the entry and its batch. */
  @Test
  void aChangeIsSavedAtOnceAsLongAsATransactionHoldsIt() {
    Desk desk = desk(Shape.SINGLE);
    Roster seen = atlas(desk, ada);
    var most = many(96);
    JournalEntry entry = entry(seen, most);
    assertEquals(entry, desk.journal().save(seen, most, entry));
    assertEquals(97, desk.rosters().countMembers("atlas"));

    Desk other = desk(Shape.SINGLE);
    Roster theirs = atlas(other, ada);
    var tooMany = many(97);
    assertTrue(other.journal().save(theirs, tooMany, entry(theirs, tooMany)).isSaving());
    assertEquals(1, other.rosters().countMembers("atlas"));
  }

  private static RosterChange many(int members) {
    return new RosterChange(
        IntStream.range(0, members).mapToObj(i -> Entries.member("m" + i, "viewer")).toList(),
        List.of(),
        List.of());
  }

  @Test
  void aRosterTooLargeForItsItemIsRefusedWithItsSize() {
    Desk desk = desk(Shape.LISTS_WITHOUT_SORT_KEY);
    Roster seen = atlas(desk, ada);
    var change =
        Entries.adding(new Member("big", "big@example.com", "x".repeat(420_000), ada.role()));

    var invalid =
        assertInstanceOf(
            Problem.Invalid.class,
            problem(() -> desk.journal().save(seen, change, entry(seen, change))));

    assertEquals("roster-too-large", invalid.rule());
    assertEquals("411", invalid.values().getFirst());
  }

  @Test
  void keepsAllThatAnEntryHolds() {
    Desk desk = desk(Shape.SINGLE);
    Roster seen = atlas(desk, ada);
    var change = Entries.adding(bela);
    JournalEntry saved = entry(seen, change);
    desk.journal().save(seen, change, saved);
    JournalEntry last = saved;
    for (Progress next : manifold(saved)) {
      JournalEntry revision = last.with(next);
      desk.journal().update(revision, last.lease());
      assertEquals(revision, desk.journal().read(saved.id()).orElseThrow());
      last = revision;
    }
    assertEquals(last, another(desk).journal().read(saved.id()).orElseThrow());
    assertEquals(List.of(last), another(desk).journal().newest(null, 5));
  }

  /** A life with everything in it: trouble of every kind, two purges, evidence, an end. */
  private static List<Progress> manifold(JournalEntry saved) {
    List<Progress> all = new ArrayList<>();
    Progress progress = saved.progress();
    for (Problem problem :
        List.of(
            new Problem.Denied("a", "d", "r"),
            new Problem.NoCredentials("d"),
            new Problem.Throttled("a", null),
            new Problem.QuotaFull(7, "d", "r"),
            new Problem.TooLarge("a", "d", "r"),
            new Problem.Unsaved(),
            new Problem.Locked("w", "who"),
            new Problem.Conflict("w"),
            new Problem.Missing("table", "n", "r"),
            new Problem.Invalid("rule", "a", ""),
            new Problem.Offline("http://x", "d"),
            new Problem.UnknownOutcome("a", "d"),
            new Problem.Unavailable("a", "d", "r"),
            new Problem.Refused("a", "", null),
            new Problem.Bug("d"))) {
      progress = progress.delayed(problem, NOW, NOW.plusMillis(1));
      all.add(progress);
    }
    Batch first = progress.batches().getFirst();
    String path = first.items().getFirst();
    progress = progress.submitted(first, "I1", NOW.plusSeconds(1));
    all.add(progress);
    progress = progress.completed(progress.batches().getFirst(), NOW.plusSeconds(2));
    all.add(progress);
    progress =
        progress.proved(
            List.of(Entries.evidence(path, NOW), Entries.evidence("/名", NOW)),
            Map.of(path, State.STALE),
            NOW.plusSeconds(3));
    all.add(progress);
    progress =
        progress.purgedAgain(
            List.of(new Batch("again", List.of(path), null, 2, false, null)), Set.of(path));
    all.add(progress);
    progress = progress.submitted(progress.batches().getLast(), "I2", NOW.plusSeconds(4));
    all.add(progress);
    progress = progress.completed(progress.batches().getLast(), NOW.plusSeconds(5));
    progress =
        progress
            .proved(
                List.of(Entries.evidence(path, NOW)), Map.of(path, State.FRESH), NOW.plusSeconds(6))
            .end();
    all.add(progress);
    return all;
  }

  @Test
  void aRevisionIsRefusedOnceAnotherDeskHasTakenOver() {
    Desk desk = desk(Shape.SINGLE);
    Roster seen = atlas(desk, ada);
    var change = Entries.adding(bela);
    JournalEntry saved = entry(seen, change);
    desk.journal().save(seen, change, saved);
    Desk other = another(desk);

    JournalEntry theirs = saved.takenBy("other");
    other.journal().update(theirs, saved.lease());

    assertInstanceOf(
        Problem.Conflict.class, problem(() -> desk.journal().update(saved.beat(), saved.lease())));
    Progress proved =
        manifold(saved).stream()
            .filter(progress -> !progress.evidence().isEmpty())
            .findFirst()
            .orElseThrow();
    JournalEntry ours = saved.with(proved);
    assertInstanceOf(
        Problem.Conflict.class, problem(() -> desk.journal().update(ours, saved.lease())));
    assertEquals(theirs, desk.journal().read(saved.id()).orElseThrow());
  }

  @Test
  void anEntryThatEndedIsNeverChangedAndNoLongerOpen() {
    Desk desk = desk(Shape.SINGLE);
    Roster seen = atlas(desk, ada);
    var change = Entries.adding(bela);
    JournalEntry saved = entry(seen, change);
    desk.journal().save(seen, change, saved);
    assertTrue(awaitOpen(desk, List.of(saved)));

    JournalEntry ended = saved.with(saved.progress().end());
    desk.journal().update(ended, saved.lease());

    assertInstanceOf(
        Problem.Conflict.class, problem(() -> desk.journal().update(ended.beat(), ended.lease())));
    assertEquals(ended, desk.journal().read(saved.id()).orElseThrow());
    assertTrue(awaitOpen(desk, List.of()));
  }

  /** The index is eventually consistent, though its entries are read consistently. */
  private static boolean awaitOpen(Desk desk, List<JournalEntry> expected) {
    Await.until(
        Ticker.system(), Duration.ofSeconds(10), () -> desk.journal().open().equals(expected));
    return true;
  }

  @Test
  void openOnesComeOldestFirst() {
    Desk desk = desk(Shape.SINGLE);
    tables.put(desk.shape(), desk.members(), "atlas", List.of(ada));
    List<JournalEntry> saved = new ArrayList<>();
    for (int day : new int[] {40, 3, 0}) {
      Roster seen = desk.rosters().roster("atlas");
      var change = Entries.adding(Entries.member("m" + day, "viewer"));
      var entry = Entries.entry(seen, change, NOW.minus(Duration.ofDays(day)), random);
      desk.journal().save(seen, change, entry);
      saved.add(entry);
    }

    assertTrue(awaitOpen(desk, saved));
  }

  @Test
  void anEndedEntryExpiresWithAllItsItemsWhereTheConnectionSaysSo() {
    Desk desk = desk(Shape.SINGLE, tables.members(Shape.SINGLE), tables.journal(), 30);
    Roster seen = atlas(desk, ada);
    var change = Entries.adding(bela);
    JournalEntry saved = entry(seen, change);
    desk.journal().save(seen, change, saved);
    assertTrue(
        tables.all(desk.journalTable()).stream().noneMatch(item -> item.containsKey("expires")));
    List<Progress> life = manifold(saved);
    JournalEntry ended = saved.with(life.getLast());

    desk.journal().update(ended, saved.lease());

    var items = tables.all(desk.journalTable());
    // The entry, two batches, three probes.
    assertEquals(6, items.size());
    String expires = Long.toString(NOW.plusSeconds(6).plus(Duration.ofDays(30)).getEpochSecond());
    items.forEach(item -> assertEquals(expires, item.get("expires").n()));
    assertEquals(ended, desk.journal().read(saved.id()).orElseThrow());
  }

  /** Another program's entry, or a later Frontdesk's: it keeps no other back, and is named. */
  @Test
  void whatIsNotUnderstoodIsLeftOutAndNamed() {
    Desk desk = desk(Shape.SINGLE);
    tables.put(desk.shape(), desk.members(), "atlas", List.of(ada));
    List<JournalEntry> saved = new ArrayList<>();
    for (int day : new int[] {70, 40, 40, 1, 0}) {
      Roster seen = desk.rosters().roster("atlas");
      var change = Entries.adding(Entries.member("m" + saved.size(), "viewer"));
      var entry =
          Entries.entry(
              seen, change, NOW.minus(Duration.ofDays(day)).plusMillis(saved.size()), random);
      desk.journal().save(seen, change, entry);
      saved.addFirst(entry);
    }
    set(desk, saved.get(1).id(), "kind", "prayer");
    set(desk, saved.get(2).id(), "at", "yesterday");
    set(desk, saved.get(3).id() + "#PROBE#0001", "at", "yesterday");
    Journal journal = another(desk).journal();

    for (int look = 0; look < 2; look++) {
      List<Unreadable> unreadable = new ArrayList<>();
      assertEquals(
          List.of(saved.getFirst(), saved.getLast()), journal.newest(null, 10, unreadable::add));
      assertEquals(ids(saved.subList(1, 4)), unreadable.stream().map(Unreadable::id).toList());
      assertEquals(
          List.of(saved.get(1).id(), "its kind is prayer"), unreadable.getFirst().why().values());
    }
    List<Unreadable> older = new ArrayList<>();
    assertEquals(
        List.of(saved.getLast()), journal.before(saved.get(1).id(), 1, older::add), "a page later");
    assertEquals(ids(saved.subList(2, 4)), older.stream().map(Unreadable::id).toList());
    for (JournalEntry entry : saved.subList(1, 4)) {
      assertTrue(Unreadable.isOne(problem(() -> journal.read(entry.id()))));
    }
    assertEquals(List.of(saved.getFirst(), saved.getLast()), journal.newest(null, 2));
  }

  private static List<String> ids(List<JournalEntry> entries) {
    return entries.stream().map(JournalEntry::id).toList();
  }

  /** Writes over one attribute of an item of the journal. */
  private void set(Desk desk, String sort, String attribute, String text) {
    String month = EntryId.month(sort).toString();
    tables
        .client()
        .updateItem(request ->
            request
                .tableName(desk.journalTable())
                .key(Map.of("pk", TestTables.text("JOURNAL#" + month), "sk", TestTables.text(sort)))
                .updateExpression("SET #a = :t")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":t", TestTables.text(text))));
  }

  @Test
  void theNewestComeFirstAcrossMonths() {
    Desk desk = desk(Shape.SINGLE);
    tables.put(desk.shape(), desk.members(), "atlas", List.of(ada));
    List<JournalEntry> saved = new ArrayList<>();
    for (int day : new int[] {400, 62, 61, 22, 5, 5, 0}) {
      Roster seen = desk.rosters().roster("atlas");
      var change = Entries.adding(Entries.member("m" + saved.size(), "viewer"));
      var entry =
          Entries.entry(
              seen, change, NOW.minus(Duration.ofDays(day)).plusMillis(saved.size()), random);
      desk.journal().save(seen, change, entry);
      saved.addFirst(entry);
    }
    Journal journal = another(desk).journal();

    assertEquals(saved, journal.newest(null, 100));
    assertEquals(saved, journal.newest(null, 100), "once more, with what is known by now");
    assertEquals(saved.subList(0, 3), journal.newest(null, 3));
    assertEquals(saved.subList(0, 4), journal.newest(NOW.minus(Duration.ofDays(23)), 100));
    assertEquals(saved.subList(0, 6), journal.newest(saved.get(5).about().at(), 100));
    assertEquals(List.of(), journal.newest(NOW.plusSeconds(1), 100));
  }

  @Test
  void readsNothingForWhatIsNoEntry() {
    Journal journal = desk(Shape.SINGLE).journal();

    assertTrue(journal.read("01ARZ3NDEKTSV4RRFFQ69G5FAV").isEmpty());
    assertTrue(journal.read("").isEmpty());
    assertTrue(journal.read("no such entry").isEmpty());
  }

  /**
   * Two desks change one roster at random, each on top of what it last saw. What one of them has
   * been told is saved is in the table, and nothing else is.
   */
  @ParameterizedTest
  @EnumSource
  void twoDesksLoseNoChange(Shape shape) {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("twoDesksLoseNoChange " + shape + " -Dfrontdesk.seed=" + seed);
    var dice = new Random(seed);
    Desk one = desk(shape);
    List<Desk> desks = List.of(one, another(one));
    Roster model = atlas(one, ada, bela, cem);
    Roster[] views = {model, model};
    int conflicts = 0;
    List<String> ids = new ArrayList<>();
    for (int round = 0; round < 40; round++) {
      int which = dice.nextInt(2);
      if (dice.nextInt(3) == 0) {
        views[which] = desks.get(which).rosters().roster("atlas");
      }
      Roster seen = views[which];
      RosterChange change = anyChange(seen, dice, round);
      JournalEntry entry = entry(seen, change);
      boolean stale = seen.version() != model.version();
      try {
        desks.get(which).journal().save(seen, change, entry);
        assertFalse(stale, "a stale version was saved in round " + round);
        model = change.applyTo(model);
        views[which] = model;
        ids.addFirst(entry.id());
      } catch (ProblemException e) {
        assertInstanceOf(Problem.Conflict.class, e.problem());
        assertTrue(stale, "a conflict without one in round " + round);
        conflicts++;
        views[which] = desks.get(which).rosters().roster("atlas");
      }
      Roster now = one.rosters().roster("atlas");
      assertEquals(model.version(), now.version());
      assertEquals(Set.copyOf(model.members()), Set.copyOf(now.members()));
    }
    assertTrue(conflicts > 0, "no conflict came about");
    assertEquals(
        Set.copyOf(ids),
        Set.copyOf(one.journal().newest(null, 100).stream().map(JournalEntry::id).toList()));
  }

  private static RosterChange anyChange(Roster seen, Random dice, int round) {
    Member fresh = Entries.member("new" + round, dice.nextBoolean() ? "viewer" : "owner");
    List<Member> there = seen.members();
    if (there.size() < 2 || dice.nextInt(3) == 0) {
      return Entries.adding(fresh);
    }
    Member any = there.get(dice.nextInt(there.size()));
    return switch (dice.nextInt(3)) {
      case 0 -> Entries.removing(any);
      case 1 -> new RosterChange(List.of(fresh), List.of(any), List.of());
      default ->
          Entries.editing(
              any,
              new Member(any.id(), round + any.email(), any.name() + round, new Role("admin")));
    };
  }
}
