package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import java.time.Duration;

/** What table and details both say of an entry. */
public final class HistoryWords {
  /** Stands where something is not known, or not yet. */
  public static final String NOT_YET = "…";

  private static final String NEVER = "–";

  private HistoryWords() {}

  public static Icon icon(EntryKind kind) {
    return switch (kind) {
      case PUBLICATION -> Icon.USERS;
      case PURGE -> Icon.ERASER;
      case FOREIGN -> Icon.GLOBE;
    };
  }

  public static String kind(EntryKind kind, Tools tools) {
    return tools.text("kind." + kind.word());
  }

  /** The project, or the path, or how many paths. */
  public static String subject(HistoryEntry entry, Tools tools) {
    return switch (entry) {
      case Ours(JournalEntry ours) -> EntryWords.subject(ours, tools);
      case Foreign foreign ->
          HistoryFacts.items(foreign)
              .map(items -> EntryWords.subject(items, tools))
              .orElse(NOT_YET);
    };
  }

  /** Whether the subject is a path, to be set in the face for such. */
  public static boolean isPath(HistoryEntry entry) {
    return HistoryFacts.roster(entry).isEmpty()
        && HistoryFacts.items(entry).filter(items -> items.size() == 1).isPresent();
  }

  /** In one line: a table's row has room for no more. */
  public static String reason(HistoryEntry entry, Tools tools) {
    return switch (entry) {
      case Ours ours -> HistoryFacts.reason(ours).replaceAll("\\s+", " ");
      case Foreign _ -> tools.text("history.not-ours");
    };
  }

  /** The person in one word. */
  public static String who(HistoryEntry entry, Tools tools) {
    return HistoryFacts.person(entry).orElseGet(() -> tools.text("history.who-not-known"));
  }

  /** How long it took, or has been taking; CloudFront does not tell when it was done. */
  public static String took(HistoryEntry entry, Tools tools) {
    if (HistoryFacts.isOpen(entry)) {
      return tools.moments().length(Duration.between(entry.at(), tools.now().value().get()));
    }
    return HistoryFacts.ours(entry)
        .map(JournalEntry::duration)
        .map(tools.moments()::length)
        .orElse(NEVER);
  }
}
