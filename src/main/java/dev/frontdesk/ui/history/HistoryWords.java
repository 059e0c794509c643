package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Identity;
import dev.frontdesk.ui.kit.Tools;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What table and details both say of an entry. */
final class HistoryWords {
  private HistoryWords() {}

  /** The English word of the contracts: publication or purge. */
  static String kind(JournalEntry entry) {
    return entry.about().kind().word();
  }

  static Icon icon(JournalEntry entry) {
    return switch (entry.about().kind()) {
      case PUBLICATION -> Icon.USERS;
      case PURGE -> Icon.ERASER;
    };
  }

  /** The project, or the path, or how many paths. */
  static String subject(JournalEntry entry, Tools tools) {
    if (entry.roster() != null) {
      return entry.roster().projectName();
    }
    List<String> paths = paths(entry);
    return paths.size() == 1 ? paths.getFirst() : tools.text("history.paths", paths.size());
  }

  /** In one line: a table's row has room for no more. */
  static String reason(JournalEntry entry) {
    return entry.about().reason().replaceAll("\\s+", " ");
  }

  /** The person, of the ARN with the desk's user in parentheses. */
  static String who(JournalEntry entry) {
    return Identity.shortened(entry.about().who());
  }

  /** How long it took, or has been taking. */
  static String took(JournalEntry entry, Tools tools) {
    return tools
        .moments()
        .length(
            entry.isOpen()
                ? Duration.between(entry.about().at(), tools.now().value().get())
                : entry.duration());
  }

  /** What was sent to CloudFront; where nothing was, the paths that became stale. */
  static List<String> paths(JournalEntry entry) {
    List<String> sent =
        entry.progress().batches().stream()
            .map(Batch::items)
            .flatMap(List::stream)
            .distinct()
            .toList();
    return sent.isEmpty()
        ? entry.progress().routes().stream().map(RouteProgress::path).toList()
        : sent;
  }

  static Stream<String> invalidationIds(JournalEntry entry) {
    return entry.progress().batches().stream()
        .flatMap(batch -> Stream.ofNullable(batch.invalidationId()));
  }
}
