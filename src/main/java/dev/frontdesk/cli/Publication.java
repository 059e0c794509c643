package dev.frontdesk.cli;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Offer;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One change from a command: checked, shown or published, followed to its end. */
final class Publication {
  /** After so long without a word the journal is asked. */
  static final Duration SILENCE = Duration.ofSeconds(3);

  @Mixin private Place place = new Place();

  @Option(names = "--reason", paramLabel = "R", description = "kept in the journal")
  private String reason = "";

  @Option(names = "--dry-run", description = "show what would be done, and do nothing")
  private boolean dryRun;

  @Option(names = "--no-wait", description = "return once it is queued or submitted")
  private boolean noWait;

  @Option(
      names = "--wildcards",
      description = "where over 1,000 paths are stale, send a wildcard in place of the members'")
  private boolean wildcards;

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
      throw Failure.wrongInput(broken, 0, terminal.texts());
    }
    if (change.isEmpty()) {
      nothingToDo(session, terminal, seen);
      return Exit.DONE;
    }
    Preview exact = session.publisher().preview(seen.projectId(), change);
    if (dryRun) {
      plan(terminal, seen, change, exact);
      return Exit.DONE;
    }
    Preview preview = chosen(exact);
    var news = new News();
    try (var _ = new Farewell(terminal);
        var _ = session.publisher().listen(news);
        // What others left is taken up meanwhile; trouble with it is told by what is followed here.
        var _ = session.publisher().watch(_ -> {})) {
      JournalEntry saved = session.publisher().publish(seen, change, preview, reason);
      JournalEntry last = follow(saved, news, session, terminal);
      if (place.json()) {
        terminal.json(Documents.PublicationDocument.of(last));
      }
      return Exit.of(last, !noWait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Exit.NOT_ENDED, terminal.texts().text("cli.interrupted"));
    }
  }

  /**
   * The document is a dry run's: nothing is published, so there is no entry and no state. That the
   * table has it does not say that the edge does: an earlier publication may be open still.
   */
  private void nothingToDo(Session session, Terminal terminal, Roster seen) {
    if (place.json()) {
      terminal.json(Documents.Plan.of(seen, RosterChange.NONE, List.of()));
    } else {
      terminal.say("cli.nothing-to-do", seen.projectName(), Long.toString(seen.version()));
    }
    boolean open =
        session.journal().open().stream()
            .map(JournalEntry::roster)
            .anyMatch(step -> step != null && step.projectId().equals(seen.projectId()));
    if (open) {
      terminal.err().println(terminal.texts().text("cli.still-open", seen.projectName()));
    }
  }

  /** Exactly what is stale, unless wildcards are asked for and there is something to gain. */
  private Preview chosen(Preview exact) {
    return exact.offers().stream()
        .filter(offer -> wildcards && offer instanceof Offer.Wildcard)
        .map(Offer::preview)
        .findFirst()
        .orElse(exact);
  }

  private void plan(Terminal terminal, Roster seen, RosterChange change, Preview exact) {
    Preview preview = chosen(exact);
    List<String> items = preview.items().stream().map(item -> item.wire()).toList();
    if (place.json()) {
      terminal.json(Documents.Plan.of(seen, change, items));
      return;
    }
    change.added().forEach(member -> difference(terminal, "+", member));
    change.removed().forEach(member -> difference(terminal, "-", member));
    change.edited().forEach(edit -> difference(terminal, "~", edit.after()));
    terminal.say("cli.stale", items.size(), preview.costAtMostUsd());
    items.forEach(item -> terminal.line("  " + item));
    if (preview.equals(exact)) {
      exact.offers().forEach(offer -> offer(terminal, offer));
    }
  }

  private static void offer(Terminal terminal, Offer offer) {
    Preview preview = offer.preview();
    int paths = preview.items().size();
    switch (offer) {
      case Offer.Wildcard _ ->
          terminal.say("cli.offer-wildcard", offer.wire(), paths, preview.costAtMostUsd());
      case Offer.Tag _ ->
          terminal.say("cli.offer-tag", offer.wire(), paths, preview.costAtMostUsd());
    }
  }

  private static void difference(Terminal terminal, String sign, Member member) {
    terminal.line("%s %s <%s> %s".formatted(sign, member.name(), member.email(), member.role()));
  }

  /** Tells each step as it comes, until the end, the bound, or the first step CloudFront took. */
  private JournalEntry follow(JournalEntry saved, News news, Session session, Terminal terminal)
      throws InterruptedException {
    var narrator = new Narrator(terminal, !place.json(), _ -> "");
    long until = System.nanoTime() + timeout.toNanos();
    JournalEntry entry = saved;
    while (true) {
      narrator.tell(entry);
      if (!entry.isOpen() || (noWait && isOnItsWay(entry.state()))) {
        return entry;
      }
      Optional<JournalEntry> next = next(news, entry, until, session.journal());
      if (next.isEmpty()) {
        terminal.err().println(notEnded(entry, terminal.texts()));
        return entry;
      }
      entry = next.get();
    }
  }

  private static String notEnded(JournalEntry entry, Texts texts) {
    return Exit.isSaved(entry)
        ? texts.text("cli.not-ended", entry.state().word())
        : texts.text("cli.not-known");
  }

  /** The next that is heard of the entry; the journal tells what another desk does with it. */
  private static Optional<JournalEntry> next(
      News news, JournalEntry last, long until, Journal journal) throws InterruptedException {
    while (true) {
      long left = until - System.nanoTime();
      Optional<JournalEntry> heard = news.next(Math.min(left, SILENCE.toNanos()));
      if (heard.filter(entry -> entry.id().equals(last.id())).isPresent()) {
        return heard;
      }
      if (left <= 0) {
        return Optional.empty();
      }
      if (heard.isEmpty()) {
        Optional<JournalEntry> there = read(journal, last.id());
        if (there.isPresent() && !there.get().progress().equals(last.progress())) {
          return there;
        }
      }
    }
  }

  /** The desk that drives the entry meets the same trouble, and tells of it. */
  static Optional<JournalEntry> read(Journal journal, String id) {
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
}
