package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.JournalEntry.RosterStep;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The three books of a sandbox, laid side by side: the tables, the journal, and the control plane's
 * invalidations. What does not agree is collected, so that one look shows all of it.
 */
final class Books implements AutoCloseable {
  /** More than any run has entries. */
  private static final int ALL = 1_000_000;

  private final Session session;
  private final ControlPlane plane;
  private final RawTables tables;
  private final List<String> mistakes = new ArrayList<>();

  /**
   * What the books hold.
   *
   * @param second batches that were sent again, for the first had lost the race
   * @param joined batches that another entry's carried
   */
  record Figures(int entries, int inParts, int invalidations, int second, int joined) {
    @Override
    public String toString() {
      return "%d entries (%d saved in parts), %d invalidations, of which %d second purges; %d joined"
          .formatted(entries, inParts, invalidations, second, joined);
    }
  }

  Books(Connection connection) {
    session = new Wiring().open(connection);
    plane = new ControlPlane(connection);
    tables = new RawTables(connection);
  }

  /** Every project's roster as it stands, by the project's id. */
  static Map<String, Roster> rosters(Session session) {
    Map<String, Roster> rosters = new TreeMap<>();
    for (Project project : session.rosters().projects()) {
      rosters.put(project.id(), session.rosters().roster(project.id()));
    }
    return rosters;
  }

  Map<String, Roster> rosters() {
    return rosters(session);
  }

  /** All that the journal has, newest first. */
  static List<JournalEntry> entries(Session session) {
    return session.journal().newest(null, ALL);
  }

  List<JournalEntry> entries() {
    return entries(session);
  }

  /**
   * Compares all three, and fails with everything that does not agree.
   *
   * @param before the rosters before the first entry
   * @param foreign references of invalidations that somebody else has made
   */
  Figures check(Map<String, Roster> before, Set<String> foreign) {
    List<JournalEntry> entries = entries();
    for (JournalEntry entry : entries) {
      expect(!entry.isOpen() && entry.state() == State.FRESH, entry, "it has not ended fresh");
    }
    rosters(before, entries);
    Figures figures = invalidations(entries, foreign);
    mistakes.addAll(tables.leftovers());
    assertEquals("", String.join("\n", mistakes), "the books do not agree");
    return figures;
  }

  /** Each roster is the one before with exactly the changes of its entries, in version order. */
  private void rosters(Map<String, Roster> before, List<JournalEntry> entries) {
    Map<String, List<JournalEntry>> byProject =
        entries.stream()
            .collect(Collectors.groupingBy(entry -> step(entry).projectId(), Collectors.toList()));
    Map<String, Roster> after = rosters();
    expect(before.keySet().equals(after.keySet()), "projects: " + after.keySet());
    before.forEach((id, roster) -> {
      Map<String, Member> members = byId(roster);
      long version = roster.version();
      List<JournalEntry> changes = byProject.getOrDefault(id, List.of());
      for (JournalEntry entry :
          changes.stream().sorted(Comparator.comparingLong(e -> step(e).versionAfter())).toList()) {
        RosterStep step = step(entry);
        expect(step.versionBefore() == version, entry, "it was made on another version");
        expect(step.versionAfter() == version + 1, entry, "a version is skipped or used twice");
        expect(step.saving().isDone(), entry, "a part of it is not saved");
        expect(step.saving().skipped().isEmpty(), entry, "members were left out");
        apply(step.change(), members, entry);
        version = step.versionAfter();
      }
      Roster now = Objects.requireNonNull(after.get(id));
      expect(now.version() == version, id + " is at " + now.version() + ", not at " + version);
      expect(byId(now).equals(members), id + " differs by " + difference(members, byId(now)));
      expect(
          byId(now).size() == now.members().size() && emails(now).size() == now.members().size(),
          id + " has somebody twice");
    });
  }

  private void apply(RosterChange change, Map<String, Member> members, JournalEntry entry) {
    for (Member member : change.added()) {
      expect(members.put(member.id(), member) == null, entry, member + " was there already");
    }
    for (RosterChange.Edited edit : change.edited()) {
      Member was = members.put(edit.after().id(), edit.after());
      expect(edit.before().equals(was), entry, edit + " meets " + was);
    }
    for (Member member : change.removed()) {
      Member was = members.remove(member.id());
      expect(member.equals(was), entry, member + " removed, but it was " + was);
    }
  }

  private static String difference(Map<String, Member> expected, Map<String, Member> found) {
    Set<Member> lost = new HashSet<>(expected.values());
    lost.removeAll(found.values());
    Set<Member> traces = new HashSet<>(found.values());
    traces.removeAll(expected.values());
    return "lost " + lost + ", in excess " + traces;
  }

  /** One for each batch and attempt, none that no entry names. */
  private Figures invalidations(List<JournalEntry> entries, Set<String> foreign) {
    Map<String, ControlPlane.Made> made = new HashMap<>();
    for (ControlPlane.Made each : plane.all()) {
      expect(made.put(each.reference(), each) == null, "two invalidations for " + each.reference());
      expect(each.completed(), each + " is not completed");
    }
    made.keySet().removeAll(foreign);
    int invalidations = made.size();
    int second = 0;
    int joined = 0;
    for (JournalEntry entry : entries) {
      for (Batch batch : entry.progress().batches()) {
        ControlPlane.Made own = made.remove(batch.reference());
        second += batch.attempt() == 2 ? 1 : 0;
        if (batch.carrier() != null) {
          // One of its own it may have: sent by a desk that was gone before the answer came.
          joined++;
          expect(carries(batch, entries), entry, "nobody carries " + batch);
        } else {
          expect(own != null, entry, "nobody has sent " + batch);
          expect(
              own == null
                  || (own.id().equals(batch.invalidationId()) && own.items().equals(batch.items())),
              entry,
              batch + " is " + own);
        }
      }
    }
    made.values().forEach(each -> mistakes.add("no entry names " + each));
    int inParts = (int) entries.stream().filter(e -> step(e).saving().of() > 1).count();
    return new Figures(entries.size(), inParts, invalidations, second, joined);
  }

  private static boolean carries(Batch batch, List<JournalEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.progress().batches().stream())
        .filter(each -> each.reference().equals(batch.carrier()))
        .anyMatch(each ->
            each.items().containsAll(batch.items())
                && Objects.equals(each.invalidationId(), batch.invalidationId()));
  }

  private static RosterStep step(JournalEntry entry) {
    return Objects.requireNonNull(entry.roster(), "a purge among publications");
  }

  private static Map<String, Member> byId(Roster roster) {
    return roster.members().stream()
        .collect(
            Collectors.toMap(Member::id, Function.identity(), (_, last) -> last, HashMap::new));
  }

  private static Set<String> emails(Roster roster) {
    return roster.members().stream().map(Member::email).collect(Collectors.toSet());
  }

  private void expect(boolean holds, JournalEntry entry, String otherwise) {
    expect(
        holds,
        "%s (%s, %s, %s): %s"
            .formatted(
                entry.id(),
                step(entry).projectId(),
                entry.about().reason(),
                entry.progress().steps(),
                otherwise));
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds) {
      mistakes.add(otherwise);
    }
  }

  @Override
  public void close() {
    tables.close();
    plane.close();
    session.close();
  }
}
