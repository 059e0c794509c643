package dev.frontdesk.cli;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.ProblemText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One change from a command: checked, shown or published, followed to its end. */
final class Publication {
  /** After so long without a word the journal is asked. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  @Mixin private Place place = new Place();

  @Option(names = "--reason", paramLabel = "R", description = "kept in the journal")
  private String reason = "";

  @Option(names = "--dry-run", description = "show what would be done, and do nothing")
  private boolean dryRun;

  @Option(names = "--no-wait", description = "return once the invalidation is submitted")
  private boolean noWait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "how long to wait, as in 90s or 10m",
      converter = Times.Length.class)
  private Duration timeout = Duration.ofMinutes(10);

  Place place() {
    return place;
  }

  int publish(Session session, Terminal terminal, Roster seen, RosterChange change) {
    List<Problem.Invalid> broken = change.problems(seen, session.connection().members().roles());
    if (!broken.isEmpty()) {
      throw new ProblemException(broken.getFirst());
    }
    if (dryRun) {
      plan(session, terminal, seen, change);
      return Exit.DONE;
    }
    BlockingQueue<JournalEntry> news = new ArrayBlockingQueue<>(1_000);
    try (var _ = session.publisher().listen(news::offer)) {
      JournalEntry saved = session.publisher().publish(seen, change, reason);
      JournalEntry last = follow(saved, news, session, terminal);
      if (place.json()) {
        terminal.json(Documents.PublicationDocument.of(last));
      }
      tellTrouble(last, terminal);
      return Exit.of(last, !noWait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Exit.NOT_ENDED, terminal.texts().text("cli.interrupted"));
    }
  }

  private void plan(Session session, Terminal terminal, Roster seen, RosterChange change) {
    Preview preview = session.publisher().preview(seen.projectId(), change);
    List<String> items = preview.items().stream().map(item -> item.wire()).toList();
    if (place.json()) {
      terminal.json(Documents.Plan.of(seen, change, items));
      return;
    }
    change.added().forEach(member -> difference(terminal, "+", member));
    change.removed().forEach(member -> difference(terminal, "-", member));
    change.edited().forEach(edit -> difference(terminal, "~", edit.after()));
    terminal.say("cli.stale", items.size());
    items.forEach(item -> terminal.line("  " + item));
  }

  private static void difference(Terminal terminal, String sign, Member member) {
    terminal.line("%s %s <%s> %s".formatted(sign, member.name(), member.email(), member.role()));
  }

  /** Tells each step as it comes, until the end, the bound, or the first step CloudFront took. */
  private JournalEntry follow(
      JournalEntry saved, BlockingQueue<JournalEntry> news, Session session, Terminal terminal)
      throws InterruptedException {
    long until = System.nanoTime() + timeout.toNanos();
    JournalEntry entry = saved;
    int told = 0;
    while (true) {
      if (!place.json()) {
        told = tell(entry, told, terminal);
      }
      boolean sent = noWait && isOnItsWay(entry.state());
      if (!entry.isOpen() || sent) {
        return entry;
      }
      Optional<JournalEntry> next = next(news, entry, until, session.journal());
      if (next.isEmpty()) {
        terminal.err().println(terminal.texts().text("cli.not-ended", entry.state().word()));
        return entry;
      }
      entry = next.get();
    }
  }

  /** The next that is heard of the entry; the journal tells what another desk does with it. */
  private static Optional<JournalEntry> next(
      BlockingQueue<JournalEntry> news, JournalEntry last, long until, Journal journal)
      throws InterruptedException {
    while (true) {
      long left = until - System.nanoTime();
      JournalEntry heard = news.poll(Math.min(left, SILENCE.toNanos()), TimeUnit.NANOSECONDS);
      if (heard != null && heard.id().equals(last.id())) {
        return Optional.of(heard);
      }
      if (left <= 0) {
        return Optional.empty();
      }
      if (heard == null) {
        Optional<JournalEntry> there = read(journal, last.id());
        if (there.isPresent() && !there.get().progress().equals(last.progress())) {
          return there;
        }
      }
    }
  }

  /** The desk that drives the entry meets the same trouble, and tells of it. */
  private static Optional<JournalEntry> read(Journal journal, String id) {
    try {
      return journal.read(id);
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private static boolean isOnItsWay(State state) {
    return switch (state) {
      case QUEUED, SUBMITTED, COMPLETED, FRESH, STALE, EXPIRING -> true;
      case SAVING, SAVED, FAILED, UNKNOWN -> false;
    };
  }

  private static int tell(JournalEntry entry, int told, Terminal terminal) {
    var steps = entry.progress().steps();
    for (int i = told; i < steps.size(); i++) {
      terminal.line(StepLine.of(entry, i, terminal.texts()));
    }
    return steps.size();
  }

  private static void tellTrouble(JournalEntry entry, Terminal terminal) {
    var trouble = entry.progress().trouble();
    if (trouble != null) {
      terminal.err().println(ProblemText.of(trouble.problem(), terminal.texts()).line());
    } else if (entry.state() == State.STALE) {
      terminal.err().println(terminal.texts().text("cli.still-stale"));
    }
  }
}
