package dev.frontdesk.ui.history;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.JournalEntry.RosterStep;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Identity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What an entry of either origin is known by. */
final class HistoryFacts {
  private HistoryFacts() {}

  /** Of a foreign one CloudFront tells no more than whether it is done. */
  static State state(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) -> ours.state();
      case Foreign foreign -> isCompleted(foreign) ? State.COMPLETED : State.SUBMITTED;
    };
  }

  static boolean isOpen(HistoryEntry entry) {
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
  static Optional<List<String>> items(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) -> Optional.of(items(ours));
      case Foreign(var _, Invalidation details) ->
          details == null ? Optional.empty() : Optional.of(details.items());
    };
  }

  private static List<String> items(JournalEntry entry) {
    List<String> sent = entry.items();
    return sent.isEmpty()
        ? entry.progress().routes().stream().map(RouteProgress::path).toList()
        : sent;
  }

  /** Why; empty where no reason was given, or is known. */
  static String reason(HistoryEntry entry) {
    return entry instanceof Ours(JournalEntry ours) ? ours.about().reason() : "";
  }

  /** The person, in one word; nobody for a foreign one. */
  static Optional<String> person(HistoryEntry entry) {
    return ours(entry).map(it -> Identity.name(Identity.shortened(it.about().who())));
  }

  static Optional<RosterStep> roster(HistoryEntry entry) {
    return ours(entry).flatMap(it -> Optional.ofNullable(it.roster()));
  }

  static Optional<JournalEntry> ours(HistoryEntry entry) {
    return entry instanceof Ours(JournalEntry it) ? Optional.of(it) : Optional.empty();
  }

  /** Whether {@code next} is the same entry as {@code known}, as far or further. */
  static boolean isAsNew(HistoryEntry next, HistoryEntry known) {
    if (next instanceof Ours(JournalEntry one) && known instanceof Ours(JournalEntry other)) {
      return EntryFacts.isAsNew(one, other);
    }
    if (next instanceof Foreign one && known instanceof Foreign other) {
      return isCompleted(one) == isCompleted(other)
          ? one.details() != null || other.details() == null
          : isCompleted(one);
    }
    return next instanceof Ours;
  }

  /** Everything that it is known by, in lower case. */
  static String text(HistoryEntry entry) {
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
