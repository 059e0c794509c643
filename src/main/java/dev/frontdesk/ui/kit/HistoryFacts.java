package dev.frontdesk.ui.kit;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.JournalEntry.RosterStep;
import dev.frontdesk.publishing.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What an entry of either origin is known by. */
public final class HistoryFacts {
  private HistoryFacts() {}

  /** Of a foreign one CloudFront tells no more than whether it is done. */
  public static State state(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) -> ours.state();
      case Foreign foreign -> isCompleted(foreign) ? State.COMPLETED : State.SUBMITTED;
    };
  }

  public static boolean isOpen(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) -> ours.isOpen();
      case Foreign foreign -> !isCompleted(foreign);
    };
  }

  private static boolean isCompleted(Foreign foreign) {
    Invalidation details = foreign.details();
    return foreign.summary().completed() || (details != null && details.completed());
  }

  /**
   * Paths, wildcards and tags: what was sent to CloudFront or, where nothing was, the paths that
   * became stale.
   *
   * @return empty where the details are not known
   */
  public static Optional<List<String>> items(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) -> Optional.of(EntryWords.items(ours));
      case Foreign(var _, Invalidation details) ->
          details == null ? Optional.empty() : Optional.of(details.items());
    };
  }

  /** Why; empty where no reason was given, or is known. */
  public static String reason(HistoryEntry entry) {
    return entry instanceof Ours(JournalEntry ours) ? ours.about().reason() : "";
  }

  /** The person, in one word; nobody for a foreign one. */
  public static Optional<String> person(HistoryEntry entry) {
    return ours(entry).map(it -> Identity.name(Identity.shortened(it.about().who())));
  }

  public static Optional<RosterStep> roster(HistoryEntry entry) {
    return ours(entry).flatMap(it -> Optional.ofNullable(it.roster()));
  }

  public static Optional<JournalEntry> ours(HistoryEntry entry) {
    return entry instanceof Ours(JournalEntry it) ? Optional.of(it) : Optional.empty();
  }

  /** What is known of one entry by two tellings of it, of which the later may be the older. */
  public static HistoryEntry merged(HistoryEntry known, HistoryEntry next) {
    if (next instanceof Ours(JournalEntry later) && known instanceof Ours(JournalEntry earlier)) {
      return EntryFacts.isAsNew(later, earlier) ? next : known;
    }
    if (next instanceof Foreign later && known instanceof Foreign earlier) {
      return merged(earlier, later);
    }
    return next instanceof Ours ? next : known;
  }

  /** A completed one stays so, and its items never change. */
  private static Foreign merged(Foreign known, Foreign next) {
    Invalidation details = next.details() == null ? known.details() : next.details();
    return new Foreign(isCompleted(known) ? known.summary() : next.summary(), details);
  }

  /** Everything that it is known by, in lower case. */
  public static String text(HistoryEntry entry) {
    var text = new StringJoiner("\n");
    text.add(entry.id()).add(state(entry).word()).add(EntryKind.of(entry).word());
    switch (entry) {
      case Ours(JournalEntry ours) -> add(ours, text);
      case Foreign(var _, Invalidation details) -> {
        if (details != null) {
          text.add(details.callerReference());
          details.items().forEach(text::add);
        }
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static void add(JournalEntry entry, StringJoiner text) {
    text.add(entry.about().who()).add(entry.about().reason());
    RosterStep step = entry.roster();
    if (step != null) {
      text.add(step.projectName()).add(step.projectId());
      step.change().touched().forEach(member -> text.add(member.name()).add(member.email()));
    }
    entry.progress().routes().forEach(route -> text.add(route.path()));
    for (Batch batch : entry.progress().batches()) {
      batch.items().forEach(text::add);
    }
    entry.invalidationIds().forEach(text::add);
  }
}
