package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.RouteProgress;
import java.util.List;

/** What an entry of the journal is called, wherever it is shown. */
public final class EntryWords {
  private EntryWords() {}

  /** The project, or the path, or how many paths. */
  public static String subject(JournalEntry entry, Tools tools) {
    return entry.roster() == null ? subject(items(entry), tools) : entry.roster().projectName();
  }

  /** The one path, or how many there are. */
  public static String subject(List<String> items, Tools tools) {
    return items.size() == 1 ? items.getFirst() : tools.text("history.paths", items.size());
  }

  /** {@code Publication of Atlas}, {@code Purge of 2 paths}. */
  public static String title(JournalEntry entry, Tools tools) {
    return tools.text("details.title-" + entry.about().kind().word(), subject(entry, tools));
  }

  /** What was sent to CloudFront; where nothing was, the paths that became stale. */
  public static List<String> items(JournalEntry entry) {
    List<String> sent = entry.items();
    return sent.isEmpty()
        ? entry.progress().routes().stream().map(RouteProgress::path).toList()
        : sent;
  }
}
