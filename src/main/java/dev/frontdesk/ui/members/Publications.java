package dev.frontdesk.ui.members;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Work;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What this desk has read and heard of publications: the newest of each project. */
final class Publications {
  /** Enough to find the last publication of each project that somebody works on these days. */
  private static final int REMEMBERED = 200;

  /** Further back the journal is not read with every start: each month of it is a call. */
  private static final Duration LATELY = Duration.ofDays(92);

  private final Session session;
  private final Work work;
  private final InstantSource time;
  private final Consumer<JournalEntry> moved;
  private final Map<String, JournalEntry> latest = new HashMap<>();
  private final Map<String, JournalEntry> revisions = new HashMap<>();
  private final Subscription subscription;

  /**
   * @param moved told of each publication's news, once they are known here
   */
  Publications(Session session, Work work, InstantSource time, Consumer<JournalEntry> moved) {
    this.session = session;
    this.work = work;
    this.time = time;
    this.moved = moved;
    this.subscription = session.publisher().listen(entry -> work.onUi(() -> heard(entry)));
  }

  /** Reads what the journal knows of lately. */
  void load() {
    work.run(
        () -> session.journal().newest(time.instant().minus(LATELY), REMEMBERED),
        entries -> entries.forEach(this::heard),
        // The strip stays empty; the History page tells what is wrong with the journal.
        _ -> {});
  }

  /** The newest of a project, under way or over. */
  Optional<JournalEntry> of(String projectId) {
    return Optional.ofNullable(latest.get(projectId));
  }

  /** The newest revision of an entry. */
  JournalEntry newest(JournalEntry entry) {
    return revisions.getOrDefault(entry.id(), entry);
  }

  void heard(JournalEntry entry) {
    JournalEntry.RosterStep step = entry.roster();
    JournalEntry before = revisions.get(entry.id());
    if (step == null || (before != null && !EntryFacts.isAsNew(entry, before))) {
      return;
    }
    revisions.put(entry.id(), entry);
    JournalEntry known = latest.get(step.projectId());
    if (known == null
        || known.id().equals(entry.id())
        || EntryFacts.order(revisions).compare(entry, known) > 0) {
      latest.put(step.projectId(), entry);
    }
    moved.accept(entry);
  }

  void close() {
    subscription.close();
  }
}
