package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Journal.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of the newest of the history, and of no more. */
final class NewestReading {
  private final Journal journal;
  private final InvalidationLog invalidations;
  private final Insistence insistence;
  private final int limit;
  private final Ownership ownership = new Ownership();

  /** Listed and of no entry that was read, newest first. */
  private final Map<String, InvalidationSummary> foreign = new LinkedHashMap<>();

  private final Map<String, Invalidation> details = new HashMap<>();

  /** Gone since they were listed: they have no details any more. */
  private final Set<String> gone = new HashSet<>();

  /** Where the list goes on; null for its beginning. */
  private @Nullable String marker;

  /** Whether the list has come to its end, or to what is too old. */
  private boolean listed;

  private @Nullable Problem trouble;

  NewestReading(Journal journal, InvalidationLog invalidations, Insistence insistence, int limit) {
    this.journal = journal;
    this.invalidations = invalidations;
    this.insistence = insistence;
    this.limit = limit;
  }

  History.Newest read(@Nullable Instant since) throws InterruptedException {
    List<Unreadable> unreadable = new ArrayList<>();
    List<JournalEntry> ours =
        insistence.ask(() -> {
          unreadable.clear();
          return journal.newest(since, limit, unreadable::add);
        });
    ours.forEach(ownership::take);
    // Where there are more entries, what is older than these is not among the newest.
    Instant oldest = ours.size() < limit ? since : ours.getLast().about().at();
    list(oldest == null ? Instant.MIN : oldest);
    List<HistoryEntry> newest = newest(ours);
    List<String> missing = missing(newest);
    while (trouble == null && (!missing.isEmpty() || isShort(newest))) {
      ask(missing);
      newest = newest(ours);
      if (isShort(newest)) {
        // What looked foreign has turned out to be ours: there is room for what is older.
        list(oldest == null ? Instant.MIN : oldest);
        newest = newest(ours);
      }
      missing = missing(newest);
    }
    return new History.Newest(newest, trouble, unreadable);
  }

  private boolean isShort(List<HistoryEntry> newest) {
    return newest.size() < limit && !listed;
  }

  /** Goes on with the list until there is enough of it, or no more. */
  private void list(Instant oldest) throws InterruptedException {
    try {
      while (!listed && foreign.size() < limit) {
        String from = marker;
        InvalidationPage page = insistence.ask(() -> invalidations.list(from));
        marker = page.next();
        listed = marker == null;
        for (InvalidationSummary one : page.summaries()) {
          if (one.created().isBefore(oldest)) {
            listed = true;
          } else if (!ownership.owns(one.id())) {
            foreign.put(one.id(), one);
          }
        }
      }
    } catch (ProblemException e) {
      trouble = e.problem();
    }
  }

  private List<HistoryEntry> newest(List<JournalEntry> ours) {
    Stream<HistoryEntry> theirs =
        foreign.values().stream().map(one -> new HistoryEntry.Foreign(one, details.get(one.id())));
    return Stream.concat(ours.stream().map(HistoryEntry.Ours::new), theirs)
        .sorted(HistoryEntry.NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  private List<String> missing(List<HistoryEntry> newest) {
    return newest.stream()
        .filter(entry -> entry instanceof HistoryEntry.Foreign(_, var details) && details == null)
        .map(HistoryEntry::id)
        .filter(id -> !gone.contains(id))
        .toList();
  }

  private void ask(List<String> ids) throws InterruptedException {
    // A thread each for as many as are asked for at once.
    try (ExecutorService threads =
        Executors.newFixedThreadPool(History.AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Optional<Invalidation>>> answers = new ArrayList<>();
      for (String id : ids) {
        answers.add(threads.submit(() -> foreign(id)));
      }
      for (int i = 0; i < ids.size(); i++) {
        took(ids.get(i), answers.get(i));
      }
    }
  }

  /** Its details; empty where an entry that was not read has sent it, or one without a reply. */
  private Optional<Invalidation> foreign(String id) throws InterruptedException {
    Invalidation told = insistence.ask(() -> invalidations.details(id));
    Optional<String> owner = Batch.ownerOf(told.callerReference());
    return owner.isPresent()
            && insistence.ask(() -> Ownership.read(journal, owner.get())).isPresent()
        ? Optional.empty()
        : Optional.of(told);
  }

  private void took(String id, Future<Optional<Invalidation>> answer) throws InterruptedException {
    try {
      answer.get().ifPresentOrElse(told -> details.put(id, told), () -> foreign.remove(id));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof ProblemException told)) {
        throw new IllegalStateException("asking for details broke", e.getCause());
      }
      // Gone is one's own trouble; whatever else is in the way is for all.
      if (told.problem() instanceof Problem.Missing) {
        gone.add(id);
      } else {
        trouble = told.problem();
      }
    }
  }
}
