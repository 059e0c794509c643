package dev.frontdesk.cli;

import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Brings to its end whatever is open in the journal, and waits for what other desks bring to
 * theirs.
 */
@Command(
    name = "resume",
    description = "Takes up everything open in the journal, and returns when none is.")
final class ResumeCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Mixin private Patience patience = new Patience();

  private final Backstage backstage;
  private final Terminal terminal;

  /** As last heard of, in the order of time. */
  private final Map<String, JournalEntry> entries = new TreeMap<>();

  ResumeCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return place.within(backstage, terminal, this::resume);
  }

  private int resume(Session session) {
    var news = new News();
    var work =
        new FutureTask<@Nullable Void>(
            () -> {
              session.publisher().resume();
              return null;
            }) {
          @Override
          protected void done() {
            news.over();
          }
        };
    try (var _ = new Farewell(terminal);
        var _ = session.publisher().listen(news)) {
      tellOpen(session, news);
      Thread.startVirtualThread(work);
      boolean all = follow(session, news, work);
      if (all) {
        work.get();
      }
      return report(all);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException told ? told : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Exit.NOT_ENDED, terminal.texts().text("cli.interrupted"));
    } finally {
      work.cancel(true);
    }
  }

  /** Where that cannot be read now, it is told of as it is taken up. */
  private static void tellOpen(Session session, News news) {
    try {
      session.journal().open().forEach(news);
    } catch (ProblemException e) {
      if (!e.problem().passes()) {
        throw e;
      }
    }
  }

  /** Tells what comes, until nothing is open any more (true) or the time is over (false). */
  private boolean follow(Session session, News news, FutureTask<?> work)
      throws InterruptedException {
    Texts texts = terminal.texts();
    var narrator = new Narrator(terminal, !place.json(), entry -> subject(entry, texts) + ": ");
    long until = System.nanoTime() + patience.timeout().toNanos();
    while (true) {
      long left = until - System.nanoTime();
      Optional<JournalEntry> heard = news.next(Math.min(left, Following.SILENCE.toNanos()));
      boolean done = work.isDone();
      if (heard.isPresent()) {
        entries.put(heard.get().id(), heard.get());
        narrator.tell(heard.get());
      } else {
        // What another desk drives is heard of in the journal alone.
        for (JournalEntry entry : List.copyOf(entries.values())) {
          if (entry.isOpen()) {
            Following.read(session.journal(), entry.id())
                .ifPresent(there -> {
                  entries.put(there.id(), there);
                  narrator.tell(there);
                });
          }
        }
        if (done || left <= 0) {
          return done;
        }
      }
    }
  }

  private static String subject(JournalEntry entry, Texts texts) {
    String subject = HistoryCommand.subject(entry, texts);
    JournalEntry.RosterStep roster = entry.roster();
    return roster == null
        ? texts.text("cli.entry-purge", subject, entry.id())
        : texts.text("cli.entry", subject, roster.versionAfter(), entry.id());
  }

  private int report(boolean all) {
    if (place.json()) {
      terminal.json(Documents.Resumed.of(entries.values()));
    } else if (all && entries.isEmpty()) {
      terminal.say("cli.nothing-open");
    }
    if (!all) {
      long open = entries.values().stream().filter(JournalEntry::isOpen).count();
      terminal.err().println(terminal.texts().text("cli.resume-not-ended", open));
      return Exit.NOT_ENDED;
    }
    boolean failed =
        entries.values().stream().anyMatch(entry -> Exit.of(entry, true) == Exit.FAILED);
    return failed ? Exit.FAILED : Exit.DONE;
  }
}
