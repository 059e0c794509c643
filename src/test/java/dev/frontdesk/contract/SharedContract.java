package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.invalidation.Invalidator;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the tests of models and publisher rely on: true of the ports in memory as of the real
 * adapters, or a test on a fake proves nothing. The suites beside it ask more of the adapters.
 */
abstract class SharedContract {
  /** A project {@code atlas} of version 0 with these members, in tables of its own. */
  record Ports(RosterStore rosters, Journal journal, Invalidator invalidator) {}

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  private static final List<InvalidationItem> PATHS = List.of(new CachePath("/projects/1/members"));

  private final Member ada = Entries.member("ada", "owner");
  private final Member bela = Entries.member("bela", "editor");
  private final Member cem = Entries.member("cem", "viewer");
  private final Random random = new Random(11);

  abstract Ports ports(List<Member> atlas);

  /** Puts a member of {@code atlas} as it is here, as a writer does that knows no versions. */
  abstract void overwrite(Ports ports, Member member);

  /** Whether it is at hand: a foreign server may do without. */
  abstract boolean hasInvalidator();

  @Test
  void savesRosterAndEntryTogether() {
    Ports ports = ports(List.of(ada, bela));
    Roster seen = ports.rosters().roster("atlas");
    Member promoted = bela.withRole(new Role("admin"));
    var change =
        new RosterChange(List.of(cem), List.of(), List.of(new RosterChange.Edited(bela, promoted)));
    JournalEntry entry = entry(seen, change, 0);
    ports.journal().save(seen, change, entry);
    Roster now = ports.rosters().roster("atlas");
    assertEquals(seen.version() + 1, now.version());
    assertEquals(Set.of(ada, promoted, cem), Set.copyOf(now.members()));
    assertEquals(3, ports.rosters().countMembers("atlas"));
    assertEquals(Optional.of(entry), ports.journal().read(entry.id()));
    assertEquals(List.of(entry), ports.journal().newest(null, 10));
  }

  @Test
  void whatIsNotAsSeenIsAConflictAndChangesNothing() {
    Ports ports = ports(List.of(ada, bela));
    Roster seen = ports.rosters().roster("atlas");
    Member other = bela.withRole(new Role("admin"));
    for (RosterChange change :
        List.of(
            Entries.removing(other),
            Entries.editing(other, bela),
            Entries.adding(bela),
            Entries.removing(cem))) {
      assertInstanceOf(
          Problem.Conflict.class,
          problem(() -> ports.journal().save(seen, change, entry(seen, change, 0))));
    }
    var behind = new Roster("atlas", seen.projectName(), seen.version() + 5, seen.members());
    RosterChange change = Entries.adding(cem);
    assertInstanceOf(
        Problem.Conflict.class,
        problem(() -> ports.journal().save(behind, change, entry(behind, change, 0))));
    assertEquals(seen, ports.rosters().roster("atlas"));
    assertEquals(List.of(), ports.journal().newest(null, 10));
  }

  @Test
  void aProjectThatIsNotThereIsMissing() {
    Ports ports = ports(List.of(ada));
    var missing =
        assertInstanceOf(Problem.Missing.class, problem(() -> ports.rosters().roster("gone")));
    assertEquals("project", missing.what());
    assertEquals("gone", missing.name());
    assertEquals(List.of("atlas"), ports.rosters().projects().stream().map(p -> p.id()).toList());
  }

  @Test
  void aRevisionIsConditionalOnTheLeaseAndOnBeingOpen() {
    Ports ports = ports(List.of(ada));
    JournalEntry saved = saved(ports, cem, 0);
    JournalEntry theirs = saved.takenBy("other");
    ports.journal().update(theirs, saved.lease());
    assertInstanceOf(
        Problem.Conflict.class, problem(() -> ports.journal().update(saved.beat(), saved.lease())));
    JournalEntry ended = theirs.with(theirs.progress().end());
    ports.journal().update(ended, theirs.lease());
    assertInstanceOf(
        Problem.Conflict.class, problem(() -> ports.journal().update(ended.beat(), ended.lease())));
    assertEquals(Optional.of(ended), ports.journal().read(saved.id()));
  }

  @Test
  void findsWhatIsOpenAndTheNewest() {
    Ports ports = ports(List.of(ada));
    JournalEntry old = saved(ports, bela, 50);
    JournalEntry young = saved(ports, cem, 1);
    awaitOpen(ports, List.of(old, young));
    assertEquals(List.of(young, old), ports.journal().newest(null, 10));
    assertEquals(List.of(young), ports.journal().newest(null, 1));
    assertEquals(List.of(young), ports.journal().newest(NOW.minus(Duration.ofDays(2)), 10));
    JournalEntry ended = old.with(old.progress().end());
    ports.journal().update(ended, old.lease());
    awaitOpen(ports, List.of(young));
  }

  /** Page by page as in one piece: over months, and over what lies beside an entry. */
  @Test
  void whatIsBeforeAnEntryIsTheNextPage() {
    Journal journal = ports(List.of(ada)).journal();
    var seen = new Roster("atlas", "Project atlas", 0, List.of(ada));
    for (int daysAgo : new int[] {740, 735, 360, 31, 22, 22, 22, 21, 3, 0, 0}) {
      JournalEntry entry = entry(seen, Entries.adding(cem), daysAgo);
      journal.append(entry);
      if (daysAgo % 2 == 0) {
        journal.update(entry.with(proved(entry)), entry.lease());
      }
    }
    List<JournalEntry> all = journal.newest(null, 100);
    assertEquals(11, all.size());
    for (int size = 1; size <= 12; size++) {
      List<JournalEntry> read = new ArrayList<>(journal.newest(null, size));
      List<JournalEntry> page = read;
      while (page.size() == size) {
        page = journal.before(read.getLast().id(), size);
        read.addAll(page);
      }
      assertEquals(all, read, "in pages of " + size);
    }
    assertEquals(List.of(), journal.before(all.getLast().id(), 5));
    assertThrows(IllegalArgumentException.class, () -> journal.before(all.getLast().id(), 0));
  }

  /** Completed, and with evidence beside the entry. */
  private static Progress proved(JournalEntry entry) {
    Progress saved = entry.progress();
    String path = saved.batches().getFirst().items().getFirst();
    Progress submitted = saved.submitted(saved.batches().getFirst(), "I-" + entry.id(), NOW);
    return submitted
        .completed(submitted.batches().getFirst(), NOW)
        .proved(
            List.of(Entries.evidence(path, NOW), Entries.evidence("/other", NOW)),
            Map.of(path, State.FRESH),
            NOW);
  }

  @Test
  void appendsAnEntryOnce() {
    Ports ports = ports(List.of(ada));
    Roster seen = ports.rosters().roster("atlas");
    JournalEntry entry = entry(seen, Entries.adding(cem), 0);
    ports.journal().append(entry);
    assertEquals(Optional.of(entry), ports.journal().read(entry.id()));
    JournalEntry theirs = entry.takenBy("other");
    ports.journal().update(theirs, entry.lease());
    ports.journal().append(entry);
    assertEquals(Optional.of(theirs), ports.journal().read(entry.id()), "not written over");
    assertEquals(seen, ports.rosters().roster("atlas"));
    assertTrue(ports.journal().read("no such entry").isEmpty());
  }

  @Test
  void theSameReferenceIsTheSameInvalidation() {
    assumeTrue(hasInvalidator(), "skipped: a foreign server keeps no references");
    Invalidator invalidator = ports(List.of(ada)).invalidator();
    String reference = "shared-" + UUID.randomUUID();
    Invalidation first = invalidator.create(reference, PATHS);
    assertEquals(first.id(), invalidator.create(reference, PATHS).id());
    assertEquals(PATHS.stream().map(InvalidationItem::wire).toList(), first.items());
    assertInstanceOf(
        Problem.Refused.class,
        problem(() -> invalidator.create(reference, List.of(new CachePath("/other")))));
    Await.until(
        Ticker.system(), Duration.ofSeconds(20), () -> invalidator.get(first.id()).completed());
    var missing =
        assertInstanceOf(Problem.Missing.class, problem(() -> invalidator.get("IUNKNOWN")));
    assertEquals("invalidation", missing.what());
  }

  @Test
  void listsInvalidationsNewestFirstByPages() {
    assumeTrue(hasInvalidator(), "skipped: a foreign server may have others of its own");
    Invalidator invalidator = ports(List.of(ada)).invalidator();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 205; i++) {
      made.addFirst(invalidator.create("listed-" + UUID.randomUUID(), PATHS).id());
    }
    Await.until(
        Ticker.system(),
        Duration.ofSeconds(20),
        () -> invalidator.get(made.getFirst()).completed());

    InvalidationPage page = invalidator.list(null);
    List<InvalidationSummary> listed = new ArrayList<>(page.summaries());
    int pages = 1;
    for (; page.next() != null; pages++) {
      page = invalidator.list(page.next());
      listed.addAll(page.summaries());
    }

    assertTrue(pages > 2, "in pages");
    List<String> ids = listed.stream().map(InvalidationSummary::id).toList();
    assertEquals(made, ids.subList(0, made.size()));
    assertEquals(ids.size(), Set.copyOf(ids).size(), "none twice");
    for (InvalidationSummary one : listed.subList(0, 3)) {
      Invalidation details = invalidator.get(one.id());
      assertEquals(details.created(), one.created());
      assertTrue(one.completed());
    }
  }

  @Test
  void aLargeChangeIsSavedInPartsBehindALock() {
    Ports ports = ports(List.of(ada, bela, cem));
    Roster seen = ports.rosters().roster("atlas");
    Member promoted = bela.withRole(new Role("admin"));
    var change =
        new RosterChange(many(250), List.of(cem), List.of(new RosterChange.Edited(bela, promoted)));
    JournalEntry begun = ports.journal().save(seen, change, entry(seen, change, 0));
    assertEquals(State.SAVING, begun.state());
    assertTrue(begun.isSaving());
    assertEquals(seen, ports.rosters().roster("atlas"));
    RosterChange other = Entries.removing(cem);
    var locked =
        assertInstanceOf(
            Problem.Locked.class,
            problem(() -> ports.journal().save(seen, other, entry(seen, other, 0))));
    assertEquals(begun.about().who(), locked.who());

    JournalEntry saved = begun;
    for (int part = 0; saved.isSaving(); part++) {
      assertEquals(seen.version(), ports.rosters().roster("atlas").version());
      assertTrue(part < 10, "it never ends");
      saved = ports.journal().saveNext(saved, NOW);
      assertEquals(Optional.of(saved), ports.journal().read(begun.id()));
    }
    assertEquals(State.SAVED, saved.state());
    Roster now = ports.rosters().roster("atlas");
    assertEquals(seen.version() + 1, now.version());
    assertEquals(
        Set.copyOf(change.applyTo(seen).members()), Set.copyOf(now.members()), "its members");
    RosterChange next = Entries.removing(ada);
    ports.journal().save(now, next, entry(now, next, 0));
  }

  @Test
  void anotherDeskGoesOnWithTheNextPart() {
    Ports ports = ports(List.of(ada));
    Roster seen = ports.rosters().roster("atlas");
    RosterChange change = Entries.adding(many(150).toArray(Member[]::new));
    JournalEntry begun = ports.journal().save(seen, change, entry(seen, change, 0));
    JournalEntry first = ports.journal().saveNext(begun, NOW);
    JournalEntry theirs = first.takenBy("other");
    ports.journal().update(theirs, first.lease());
    assertInstanceOf(Problem.Conflict.class, problem(() -> ports.journal().saveNext(first, NOW)));
    JournalEntry saved = theirs;
    while (saved.isSaving()) {
      saved = ports.journal().saveNext(saved, NOW);
    }
    assertEquals(151, ports.rosters().roster("atlas").members().size());
  }

  /** The members API knows no lock: whom it has changed meanwhile stays as it made them. */
  @Test
  void whatOthersChangeBetweenTwoPartsIsLeftAndNamed() {
    Ports ports = ports(List.of(ada, bela, cem));
    Roster seen = ports.rosters().roster("atlas");
    Member promoted = cem.withRole(new Role("admin"));
    var change =
        new RosterChange(many(120), List.of(bela), List.of(new RosterChange.Edited(cem, promoted)));
    JournalEntry begun = ports.journal().save(seen, change, entry(seen, change, 0));
    JournalEntry saved = ports.journal().saveNext(begun, NOW);
    Member theirs = cem.withRole(new Role("editor"));
    overwrite(ports, theirs);
    while (saved.isSaving()) {
      saved = ports.journal().saveNext(saved, NOW);
    }
    var step = Objects.requireNonNull(saved.roster());
    assertEquals(List.of(cem.id()), step.saving().skipped());
    Roster now = ports.rosters().roster("atlas");
    assertEquals(Optional.of(theirs), now.member(cem.id()));
    assertEquals(Optional.empty(), now.member(bela.id()));
    assertEquals(now.version(), step.versionAfter());
    assertEquals(122, now.members().size());
  }

  @Test
  void savingTheSameAgainChangesNothing() {
    Ports ports = ports(List.of(ada, bela));
    Roster seen = ports.rosters().roster("atlas");
    for (RosterChange change :
        List.of(Entries.removing(bela), Entries.adding(many(150).toArray(Member[]::new)))) {
      Roster before = ports.rosters().roster("atlas");
      JournalEntry entry = entry(before, change, 0);
      JournalEntry first = ports.journal().save(before, change, entry);
      Roster between = ports.rosters().roster("atlas");
      assertEquals(first, ports.journal().save(before, change, entry));
      assertEquals(between, ports.rosters().roster("atlas"));
    }
    assertEquals(2, ports.journal().newest(null, 10).size());
    assertEquals(seen.version() + 1, ports.rosters().roster("atlas").version());
  }

  @Test
  void aLargeChangeToARosterThatHasMovedLeavesNoTrace() {
    Ports ports = ports(List.of(ada));
    Roster seen = ports.rosters().roster("atlas");
    saved(ports, bela, 0);
    RosterChange change = Entries.adding(many(150).toArray(Member[]::new));
    JournalEntry entry = entry(seen, change, 0);
    assertInstanceOf(
        Problem.Conflict.class, problem(() -> ports.journal().save(seen, change, entry)));
    assertEquals(Optional.empty(), ports.journal().read(entry.id()));
    saved(ports, cem, 0);
  }

  private static List<Member> many(int n) {
    return IntStream.range(0, n).mapToObj(i -> Entries.member("many" + i, "viewer")).toList();
  }

  private JournalEntry saved(Ports ports, Member added, int daysAgo) {
    Roster seen = ports.rosters().roster("atlas");
    RosterChange change = Entries.adding(added);
    JournalEntry entry = entry(seen, change, daysAgo);
    ports.journal().save(seen, change, entry);
    return entry;
  }

  private JournalEntry entry(Roster seen, RosterChange change, int daysAgo) {
    return Entries.entry(seen, change, NOW.minus(Duration.ofDays(daysAgo)), random);
  }

  private static void awaitOpen(Ports ports, List<JournalEntry> expected) {
    Await.until(
        Ticker.system(), Duration.ofSeconds(10), () -> ports.journal().open().equals(expected));
  }

  private static Problem problem(Runnable call) {
    return assertThrows(ProblemException.class, call::run).problem();
  }
}
