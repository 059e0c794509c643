package dev.frontdesk.cli;

import dev.frontdesk.files.HistoryFile;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "history", description = "Prints publications and purges, newest first.")
final class HistoryCommand extends ReadingCommand {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @Option(
      names = "--since",
      paramLabel = "T",
      description = "none before: 2026-04-01, 2026-04-01T08:00:00Z, or back from now: 7d",
      converter = Times.Moment.class)
  private @Nullable Instant since;

  @Option(names = "--limit", paramLabel = "N", description = "at most so many")
  private int limit = 100;

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

  @Override
  void print(Session session, boolean json) {
    List<JournalEntry> entries = session.journal().newest(since, limit);
    if (json) {
      terminal.write(
          out -> HistoryFile.json(entries.stream().map(HistoryEntry.Ours::new).toList(), out));
    } else if (entries.isEmpty() && since != null) {
      terminal.say("cli.history-none-since", since.toString());
    } else if (entries.isEmpty()) {
      terminal.say("cli.history-empty");
    } else {
      print(entries, terminal);
    }
  }

  static void print(List<JournalEntry> entries, Terminal terminal) {
    terminal.table(
        List.of("time", "kind", "project", "reason", "who", "state", "took"),
        entries.stream().map(HistoryCommand::row).toList());
  }

  /** Whose roster it changed; of a purge, what it purged. */
  static String subject(JournalEntry entry) {
    JournalEntry.RosterStep roster = entry.roster();
    return roster == null ? String.join(" ", entry.items()) : roster.projectName();
  }

  private static List<String> row(JournalEntry entry) {
    return List.of(
        TIME.format(entry.about().at().atZone(ZoneId.systemDefault())),
        entry.about().kind().word(),
        subject(entry),
        entry.about().reason(),
        entry.about().who(),
        entry.state().word(),
        entry.isOpen() ? "" : "%.1f s".formatted(entry.duration().toMillis() / 1000.0));
  }
}
