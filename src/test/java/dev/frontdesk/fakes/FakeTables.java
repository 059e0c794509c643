package dev.frontdesk.fakes;

import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Both tables in memory: rosters and the journal, written together. */
public final class FakeTables implements RosterStore, Journal {
  private final Map<String, Roster> rosters = new TreeMap<>();
  private final TreeMap<String, JournalEntry> entries = new TreeMap<>();
  private @Nullable Problem trouble;
  private boolean loses;

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

  /** The next save is carried out, and its reply is lost. */
  public synchronized void loseTheReplyOfTheNextSave() {
    loses = true;
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
  public synchronized void save(Roster seen, RosterChange change, JournalEntry entry) {
    meetTrouble();
    Roster now = roster(seen.projectId());
    boolean asSeen =
        change.removed().stream().allMatch(now.members()::contains)
            && change.edited().stream().allMatch(edit -> now.members().contains(edit.before()))
            && change.added().stream().noneMatch(member -> now.member(member.id()).isPresent());
    if (now.version() != seen.version() || !asSeen) {
      throw new ProblemException(new Problem.Conflict(seen.projectName()));
    }
    rosters.put(seen.projectId(), change.applyTo(now));
    entries.put(entry.id(), entry);
    if (loses) {
      loses = false;
      throw new ProblemException(new Problem.UnknownOutcome("TransactWriteItems", "reset"));
    }
  }

  @Override
  public synchronized void append(JournalEntry entry) {
    meetTrouble();
    if (entries.putIfAbsent(entry.id(), entry) != null) {
      throw new ProblemException(new Problem.Conflict(entry.id()));
    }
  }

  @Override
  public synchronized Optional<JournalEntry> read(String id) {
    meetTrouble();
    return Optional.ofNullable(entries.get(id));
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
  public synchronized List<JournalEntry> newest(@Nullable Instant since, int limit) {
    meetTrouble();
    return entries.descendingMap().values().stream()
        .filter(entry -> since == null || !entry.about().at().isBefore(since))
        .limit(limit)
        .toList();
  }
}
