package dev.frontdesk.ui.history;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries of the history, of both origins. */
final class Entries {
  private final FakeSession session = FakeSession.company();

  /** A publication that has ended, of a project of the company. */
  Ours publication(String project, String reason, Instant at) {
    return publication(project, reason, at, State.FRESH);
  }

  Ours publication(String project, String reason, Instant at, State state) {
    Roster seen = session.roster(project);
    RosterChange change =
        RosterChange.between(seen.members(), seen.members().subList(1, seen.members().size()));
    JournalEntry saved = session.entry(seen, change, reason, at);
    return new Ours(FakeSession.moved(saved, state, Duration.ofSeconds(15)));
  }

  /** One that CloudFront lists, of which nothing else is known. */
  static Foreign foreign(String id, Instant at) {
    return new Foreign(new InvalidationSummary(id, at, true), null);
  }

  /** The same with its details. */
  static Foreign detailed(Foreign foreign, String... items) {
    return new Foreign(
        foreign.summary(),
        new Invalidation(
            foreign.id(), foreign.at(), true, "cli-1795356131-" + foreign.id(), List.of(items)));
  }

  static List<String> ids(List<? extends HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::id).toList();
  }

  static Optional<String> id(Optional<HistoryEntry> entry) {
    return entry.map(HistoryEntry::id);
  }
}
