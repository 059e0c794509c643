package dev.frontdesk.cli;

import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends one entry and stays with it: tells each step as it comes, until the end, the bound, or the
 * first step that CloudFront took.
 *
 * @param steps whether they are told; not where standard output is one JSON document
 * @param toTheEnd or else until it is queued or submitted
 * @param timeout how long to stay at most
 */
record Following(Terminal terminal, boolean steps, boolean toTheEnd, Duration timeout) {
  /** After so long without a word the journal is asked. */
  static final Duration SILENCE = Duration.ofSeconds(3);

  /**
   * @param sending writes the entry
   * @return the entry as last heard of
   */
  JournalEntry follow(Session session, Supplier<JournalEntry> sending) {
    var news = new News();
    try (var _ = new Farewell(terminal);
        var _ = session.publisher().listen(news);
        // What others left is taken up meanwhile; trouble with it is told by what is followed here.
        var _ = session.publisher().watch(_ -> {})) {
      return follow(sending.get(), news, session.journal());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Exit.NOT_ENDED, terminal.texts().text("cli.interrupted"));
    }
  }

  private JournalEntry follow(JournalEntry saved, News news, Journal journal)
      throws InterruptedException {
    var narrator = new Narrator(terminal, steps, _ -> "");
    long until = System.nanoTime() + timeout.toNanos();
    JournalEntry entry = saved;
    while (true) {
      narrator.tell(entry);
      if (!entry.isOpen() || (!toTheEnd && isOnItsWay(entry.state()))) {
        return entry;
      }
      Optional<JournalEntry> next = next(news, entry, until, journal);
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
