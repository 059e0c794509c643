package dev.frontdesk.fakes;

import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Saving;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Both tables in memory: rosters and the journal, written together. */
public final class FakeTables implements RosterStore, Journal {
  private final Map<String, Roster> rosters = new TreeMap<>();
  private final TreeMap<String, JournalEntry> entries = new TreeMap<>();
  private @Nullable Problem trouble;
  private @Nullable Problem refusal;
  private final Map<String, String> locks = new HashMap<>();
  private int mostMembers = 98;
  private boolean loses;
  private int handedOver;
  private final Map<String, Unreadable> broken = new HashMap<>();

  /** A change of more members than this is saved in several transactions. */
  public synchronized FakeTables mostMembers(int most) {
    mostMembers = most;
    return this;
  }

  /** Puts a roster there, as somebody would who knows nothing of Frontdesk. */
  public synchronized FakeTables put(Roster roster) {
    rosters.put(roster.projectId(), roster);
    return this;
  }

  /** Puts an entry there as it stands, as another desk would that has its lease. */
  public synchronized FakeTables put(JournalEntry entry) {
    entries.put(entry.id(), entry);
    return this;
  }

  /** From now on every call meets this problem; null for none. */
  public synchronized void trouble(@Nullable Problem problem) {
    trouble = problem;
  }

  /**
   * From now on every save of a change or a purge meets this problem, and nothing else does; null
   * for none.
   */
  public synchronized FakeTables refuseSaves(@Nullable Problem problem) {
    refusal = problem;
    return this;
  }

  /** The next save of a change or a purge is carried out, and its reply is lost. */
  public synchronized void loseTheReplyOfTheNextSave() {
    loses = true;
  }

  /** How many entries whoever looked for the newest, or for one, was given so far. */
  public synchronized int handedOver() {
    return handedOver;
  }

  private List<JournalEntry> handOver(Stream<JournalEntry> found) {
    List<JournalEntry> list = found.toList();
    handedOver += list.size();
    return list;
  }

  private void meetTrouble() {
    if (trouble != null) {
      throw new ProblemException(trouble);
    }
  }

  @Override
  public synchronized List<Project> projects() {
    meetTrouble();
    return rosters.values().stream()
        .map(roster ->
            new Project(
                roster.projectId(), roster.projectName(), OptionalInt.of(roster.members().size())))
        .toList();
  }

  @Override
  public synchronized int countMembers(String projectId) {
    return roster(projectId).members().size();
  }

  @Override
  public synchronized Roster roster(String projectId) {
    meetTrouble();
    Roster roster = rosters.get(projectId);
    if (roster == null) {
      throw new ProblemException(new Problem.Missing("project", projectId, null));
    }
    return roster;
  }

  @Override
  public synchronized Optional<String> knownId(String email) {
    meetTrouble();
    String key = EmailAddress.key(email);
    return rosters.values().stream()
        .flatMap(roster -> roster.members().stream())
        .filter(member -> EmailAddress.key(member.email()).equals(key))
        .map(member -> member.id())
        .findFirst();
  }

  @Override
  public synchronized JournalEntry save(Roster seen, RosterChange change, JournalEntry entry) {
    meetTrouble();
    if (refusal != null) {
      throw new ProblemException(refusal);
    }
    JournalEntry there = entries.get(entry.id());
    if (there != null) {
      return there;
    }
    Roster now = roster(seen.projectId());
    String holder = locks.get(seen.projectId());
    if (holder != null) {
      throw new ProblemException(
          new Problem.Locked(seen.projectName(), read(holder).orElseThrow().about().who()));
    }
    boolean isLarge = change.size() > mostMembers;
    if (now.version() != seen.version() || (!isLarge && !change.movedOn(now).isEmpty())) {
      throw new ProblemException(new Problem.Conflict(seen.projectName()));
    }
    JournalEntry saved = entry;
    if (isLarge) {
      saved = entry.savedIn(Math.ceilDiv(change.size(), mostMembers) + 1);
      locks.put(seen.projectId(), entry.id());
    } else {
      rosters.put(seen.projectId(), change.applyTo(now));
    }
    entries.put(entry.id(), saved);
    loseTheReply();
    return saved;
  }

  private void loseTheReply() {
    if (loses) {
      loses = false;
      throw new ProblemException(new Problem.UnknownOutcome("TransactWriteItems", "reset"));
    }
  }

  @Override
  public synchronized JournalEntry saveNext(JournalEntry entry, Instant now) {
    meetTrouble();
    JournalEntry there = read(entry.id()).orElseThrow();
    var step = Objects.requireNonNull(entry.roster());
    Saving saving = step.saving();
    boolean isLast = saving.done() == saving.of() - 1;
    Roster roster = roster(step.projectId());
    RosterChange part =
        step.change().slice(saving.done() * mostMembers, (saving.done() + 1) * mostMembers);
    List<String> skipped = part.movedOn(roster);
    JournalEntry next =
        isLast ? entry.lastPartSaved(roster.version() + 1, now) : entry.partSaved(skipped);
    if (there.lease().equals(next.lease())) {
      return there;
    }
    if (!there.lease().equals(entry.lease())) {
      throw new ProblemException(new Problem.Conflict(entry.id()));
    }
    List<Member> members = part.without(Set.copyOf(skipped)).applyTo(roster).members();
    long version = roster.version() + (isLast ? 1 : 0);
    rosters.put(
        step.projectId(), new Roster(step.projectId(), step.projectName(), version, members));
    if (isLast) {
      locks.remove(step.projectId());
    }
    entries.put(entry.id(), next);
    loseTheReply();
    return next;
  }

  @Override
  public synchronized void append(JournalEntry entry) {
    meetTrouble();
    if (refusal != null) {
      throw new ProblemException(refusal);
    }
    if (entries.putIfAbsent(entry.id(), entry) == null) {
      loseTheReply();
    }
  }

  @Override
  public synchronized Optional<JournalEntry> read(String id) {
    meetTrouble();
    Unreadable why = broken.get(id);
    if (why != null) {
      throw new ProblemException(why.why());
    }
    return handOver(Stream.ofNullable(entries.get(id))).stream().findFirst();
  }

  @Override
  public synchronized void update(JournalEntry next, Lease seen) {
    meetTrouble();
    JournalEntry now = entries.get(next.id());
    if (now == null || !now.isOpen() || !now.lease().equals(seen)) {
      throw new ProblemException(new Problem.Conflict(next.id()));
    }
    entries.put(next.id(), next);
  }

  @Override
  public synchronized List<JournalEntry> open() {
    meetTrouble();
    return entries.values().stream().filter(JournalEntry::isOpen).toList();
  }

  @Override
  public synchronized List<JournalEntry> newest(
      @Nullable Instant since, int limit, Consumer<Unreadable> unreadable) {
    meetTrouble();
    requireLimit(limit);
    return readable(
        entries.descendingMap(),
        entry -> since == null || !entry.about().at().isBefore(since),
        limit,
        unreadable);
  }

  @Override
  public synchronized List<JournalEntry> before(
      String id, int limit, Consumer<Unreadable> unreadable) {
    meetTrouble();
    requireLimit(limit);
    return readable(entries.headMap(id, false).descendingMap(), _ -> true, limit, unreadable);
  }

  /** Leaves the entry there as one that is not understood. */
  public synchronized Unreadable breakEntry(String id, String reason) {
    var unreadable = Unreadable.of(id, reason);
    broken.put(id, unreadable);
    return unreadable;
  }

  private List<JournalEntry> readable(
      NavigableMap<String, JournalEntry> newestFirst,
      Predicate<JournalEntry> wanted,
      int limit,
      Consumer<Unreadable> unreadable) {
    List<JournalEntry> read = new ArrayList<>();
    for (JournalEntry entry : newestFirst.values()) {
      Unreadable why = broken.get(entry.id());
      if (read.size() == limit || !wanted.test(entry)) {
        continue;
      }
      if (why == null) {
        read.add(entry);
      } else {
        unreadable.accept(why);
      }
    }
    return handOver(read.stream());
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1, not " + limit);
    }
  }
}
