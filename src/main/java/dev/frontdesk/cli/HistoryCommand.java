package dev.frontdesk.cli;

import dev.frontdesk.files.HistoryFile;
import dev.frontdesk.files.HistoryRow;
import dev.frontdesk.publishing.History;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    description = "Prints publications, purges and foreign invalidations, newest first.")
final class HistoryCommand extends ReadingCommand {
  /** Of a purge; beyond these they are counted. */
  private static final int MOST_PATHS = 3;

  @Option(
      names = "--since",
      paramLabel = "T",
      description = "none before: 2026-04-01, 2026-04-01T08:00:00Z, or back from now: 7d",
      converter = Times.Moment.class)
  private @Nullable Instant since;

  @Option(names = "--limit", paramLabel = "N", description = "at most so many")
  private int limit = 100;

  @Option(names = "--csv", description = "print a CSV for a spreadsheet")
  private boolean csv;

  HistoryCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Failure(Exit.WRONG_USE, terminal.texts().text("cli.limit", limit));
    }
    return super.call();
  }

  /**
   * Without what CloudFront does not tell the journal's part is printed, and why on the error; and
   * so is which entries are not understood.
   */
  @Override
  void print(Session session, boolean json) {
    History.Newest history = newest(session);
    List<HistoryEntry> entries = history.entries();
    if (json) {
      terminal.write(out -> HistoryFile.json(entries, out));
    } else if (csv) {
      terminal.write(out -> HistoryFile.csv(entries, out));
    } else if (entries.isEmpty() && since != null) {
      terminal.say("cli.history-none-since", since.toString());
    } else if (entries.isEmpty()) {
      terminal.say("cli.history-empty");
    } else {
      print(entries, terminal);
    }
    if (history.trouble() != null) {
      String trouble = ProblemText.of(history.trouble(), terminal.texts()).line();
      terminal.err().println(terminal.texts().text("cli.history-partial", trouble));
    }
    for (Journal.Unreadable entry : history.unreadable()) {
      terminal.err().println(ProblemText.of(entry.why(), terminal.texts()).line());
    }
  }

  private History.Newest newest(Session session) {
    try {
      return session.history(InstantSource.system()).newest(since, limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the history", e);
    }
  }

  static void print(List<? extends HistoryEntry> entries, Terminal terminal) {
    terminal.table(
        List.of("time", "kind", "project or paths", "reason", "who", "state", "took"),
        entries.stream().map(HistoryRow::of).map(row -> cells(row, terminal.texts())).toList());
  }

  /** Whose roster it changed; of a purge, what it purged. */
  static String subject(JournalEntry entry, Texts texts) {
    return subject(HistoryRow.of(new HistoryEntry.Ours(entry)), texts);
  }

  private static String subject(HistoryRow row, Texts texts) {
    List<String> paths = row.paths();
    if (row.projectName() != null) {
      return row.projectName();
    }
    if (paths == null) {
      return row.id();
    }
    String first = String.join(" ", paths.subList(0, Math.min(MOST_PATHS, paths.size())));
    int more = paths.size() - MOST_PATHS;
    return more > 0 ? texts.text("cli.more-paths", first, more) : first;
  }

  private static List<String> cells(HistoryRow row, Texts texts) {
    Long took = row.durationMs();
    return List.of(
        Times.local(row.at()),
        row.kind(),
        subject(row, texts),
        row.reason() == null ? "" : row.reason().replaceAll("\\s+", " "),
        row.who() == null ? texts.text("cli.not-known-who") : row.who(),
        row.state(),
        took == null ? "" : "%.1f s".formatted(took / 1000.0));
  }
}
