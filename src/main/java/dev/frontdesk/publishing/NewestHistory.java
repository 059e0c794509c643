package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest of the history, for whoever shows no more of it: no further page is read, and no
 * details are asked for but of the foreign invalidations among it.
 *
 * @param entries newest first
 * @param trouble why foreign invalidations, or their details, are missing; null while all is well
 */
public record NewestHistory(List<HistoryEntry> entries, @Nullable Problem trouble) {
  private static final Comparator<HistoryEntry> NEWEST_FIRST =
      Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::id).reversed();

  public NewestHistory {
    entries = List.copyOf(entries);
  }

  /**
   * Reads it. Blocks.
   *
   * @param since none before it; null for no bound
   * @param limit at least 1
   * @throws ProblemException where the journal cannot be read: without it nobody can tell which
   *     invalidations are foreign
   */
  public static NewestHistory read(
      Journal journal, InvalidationLog invalidations, @Nullable Instant since, int limit)
      throws InterruptedException {
    List<JournalEntry> ours = journal.newest(since, limit);
    Set<String> known = new HashSet<>();
    ours.forEach(entry -> known.addAll(entry.invalidationIds()));
    Map<String, InvalidationSummary> foreign = new LinkedHashMap<>();
    Map<String, Invalidation> details = new HashMap<>();
    // Where there are more entries, what is older than these is not among the newest.
    Instant oldest = ours.size() < limit ? since : ours.getLast().about().at();
    Problem trouble = null;
    try {
      list(invalidations, oldest == null ? Instant.MIN : oldest, limit, known, foreign);
    } catch (ProblemException e) {
      trouble = e.problem();
    }
    List<HistoryEntry> newest = newest(ours, foreign, details, limit);
    List<String> missing = missing(newest);
    while (trouble == null && !missing.isEmpty()) {
      trouble = ask(invalidations, missing, details);
      // An entry older than these may have sent it, or one of these whose reply is lost.
      missing.stream()
          .flatMap(id -> Stream.ofNullable(details.get(id)))
          .filter(told -> Batch.ownerOf(told.callerReference()).flatMap(journal::read).isPresent())
          .forEach(told -> foreign.remove(told.id()));
      newest = newest(ours, foreign, details, limit);
      missing = missing(newest);
    }
    return new NewestHistory(newest, trouble);
  }

  private static void list(
      InvalidationLog invalidations,
      Instant oldest,
      int limit,
      Set<String> known,
      Map<String, InvalidationSummary> foreign) {
    String marker = null;
    do {
      InvalidationPage page = invalidations.list(marker);
      marker = page.next();
      for (InvalidationSummary one : page.summaries()) {
        if (one.created().isBefore(oldest)) {
          marker = null;
        } else if (!known.contains(one.id())) {
          foreign.put(one.id(), one);
        }
      }
    } while (marker != null && foreign.size() < limit);
  }

  private static List<HistoryEntry> newest(
      List<JournalEntry> ours,
      Map<String, InvalidationSummary> foreign,
      Map<String, Invalidation> details,
      int limit) {
    Stream<HistoryEntry> theirs =
        foreign.values().stream().map(one -> new HistoryEntry.Foreign(one, details.get(one.id())));
    return Stream.concat(ours.stream().map(HistoryEntry.Ours::new), theirs)
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static List<String> missing(List<HistoryEntry> newest) {
    return newest.stream()
        .filter(entry -> entry instanceof HistoryEntry.Foreign(_, var details) && details == null)
        .map(HistoryEntry::id)
        .toList();
  }

  /**
   * Asks for all of them at once: the port bounds how many calls are under way.
   *
   * @return what kept one of them from being had; null where all are there
   */
  private static @Nullable Problem ask(
      InvalidationLog invalidations, List<String> ids, Map<String, Invalidation> details)
      throws InterruptedException {
    Problem trouble = null;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Invalidation>> answers = new ArrayList<>();
      for (String id : ids) {
        answers.add(threads.submit(() -> invalidations.details(id)));
      }
      for (Future<Invalidation> answer : answers) {
        try {
          Invalidation told = answer.get();
          details.put(told.id(), told);
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof ProblemException told)) {
            throw new IllegalStateException("asking for details broke", e.getCause());
          }
          trouble = told.problem();
        }
      }
    }
    return trouble;
  }
}
