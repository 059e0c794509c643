package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Identity;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.session.HistoryEntry;
import dev.frontdesk.ui.session.HistoryEntry.Foreign;
import dev.frontdesk.ui.session.HistoryEntry.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What table and details both say of an entry. */
final class HistoryWords {
  private HistoryWords() {}

  /** The English word of the contracts: publication, purge or foreign. */
  static String kind(HistoryEntry entry) {
    return switch (entry) {
      case Recorded(JournalEntry recorded) -> recorded.about().kind().word();
      case Foreign _ -> "foreign";
    };
  }

  static Icon icon(HistoryEntry entry) {
    return switch (entry) {
      case Recorded(JournalEntry recorded) ->
          recorded.about().kind() == JournalEntry.Kind.PUBLICATION ? Icon.USERS : Icon.ERASER;
      case Foreign _ -> Icon.GLOBE;
    };
  }

  /** The project, or the path, or how many paths. */
  static String subject(HistoryEntry entry, Tools tools) {
    if (entry instanceof Recorded(JournalEntry recorded) && recorded.roster() != null) {
      return recorded.roster().projectName();
    }
    List<String> paths = paths(entry);
    return paths.size() == 1 ? paths.getFirst() : tools.text("history.paths", paths.size());
  }

  static String reason(HistoryEntry entry, Tools tools) {
    return switch (entry) {
      case Recorded(JournalEntry recorded) ->
          // In a table's row there is room for one line.
          recorded.about().reason().replaceAll("\\s+", " ");
      case Foreign _ -> tools.text("history.not-ours");
    };
  }

  /** The person, of the ARN with the desk's user in parentheses. */
  static String who(HistoryEntry entry, Tools tools) {
    return switch (entry) {
      case Recorded(JournalEntry recorded) -> Identity.shortened(recorded.about().who());
      case Foreign _ -> tools.text("history.not-known");
    };
  }

  /** How long it took, or has been taking; a dash where nobody knows. */
  static String took(HistoryEntry entry, Tools tools) {
    return switch (entry) {
      case Recorded(JournalEntry recorded) ->
          tools
              .moments()
              .length(
                  recorded.isOpen()
                      ? Duration.between(entry.at(), tools.now().value().get())
                      : recorded.duration());
      case Foreign _ -> "–";
    };
  }

  /** What was sent to CloudFront; where nothing was, the paths that became stale. */
  static List<String> paths(HistoryEntry entry) {
    return switch (entry) {
      case Recorded(JournalEntry recorded) -> {
        List<String> sent =
            recorded.progress().batches().stream()
                .map(Batch::items)
                .flatMap(List::stream)
                .distinct()
                .toList();
        yield sent.isEmpty()
            ? recorded.progress().routes().stream().map(RouteProgress::path).toList()
            : sent;
      }
      case Foreign(var invalidation) -> invalidation.items();
    };
  }

  static Stream<String> invalidationIds(HistoryEntry entry) {
    return switch (entry) {
      case Recorded(JournalEntry recorded) ->
          recorded.progress().batches().stream()
              .flatMap(batch -> Stream.ofNullable(batch.invalidationId()));
      case Foreign(var invalidation) -> Stream.of(invalidation.id());
    };
  }
}
