package dev.frontdesk.cli;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that sends something to CloudFront, or shows what it would send. */
abstract class SendingCommand implements Callable<Integer> {
  final Terminal terminal;

  @Option(names = "--reason", paramLabel = "R", description = "kept in the journal")
  String reason = "";

  @Option(names = "--dry-run", description = "show what would be done, and do nothing")
  boolean dryRun;

  @Mixin private Place place = new Place();

  @Option(names = "--no-wait", description = "return once it is queued or submitted")
  private boolean noWait;

  @Mixin private Patience patience = new Patience();

  private final Backstage backstage;

  SendingCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  /**
   * Does the command's work on an open connection.
   *
   * @return the exit status
   */
  abstract int work(Session session);

  @Override
  public Integer call() {
    return place.within(backstage, terminal, this::work);
  }

  /** Whether standard output is one JSON document. */
  boolean json() {
    return place.json();
  }

  /** Whether it stays until what it sent has ended. */
  boolean waits() {
    return !noWait;
  }

  /** How long it stays at most. */
  Duration timeout() {
    return patience.timeout();
  }

  /**
   * Sends, follows, and prints the document where one is asked for.
   *
   * @param sending writes the entry
   * @return the exit status
   */
  int send(
      Session session, Supplier<JournalEntry> sending, Function<JournalEntry, Object> document) {
    JournalEntry last =
        new Following(terminal, !json(), waits(), timeout()).follow(session, sending);
    if (json()) {
      terminal.json(document.apply(last));
    }
    return Exit.of(last, waits());
  }
}
