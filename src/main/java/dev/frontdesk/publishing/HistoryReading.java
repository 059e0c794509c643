package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.Journal.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One reading of the history, from its newest to its bound. */
final class HistoryReading {
  private final Journal journal;
  private final InvalidationLog invalidations;
  private final Insistence insistence;
  private final Span span;
  private final Consumer<Part> told;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore asking = new Semaphore(History.AT_ONCE, true);
  private final Ownership ownership = new Ownership();

  /** Listed, and not yet known to be foreign or not; newest first. */
  private List<InvalidationSummary> unjudged = new ArrayList<>();

  /** What is being asked for, or was. */
  private final Queue<Future<?>> details = new ConcurrentLinkedQueue<>();

  private final List<Unreadable> unreadable = new ArrayList<>();
  private int detailsMissing;
  private boolean journalRead;
  private boolean listRead;
  private @Nullable Problem trouble;

  /** Why no details are to be had; they are not asked for any more then. */
  private volatile @Nullable Problem noDetails;

  HistoryReading(
      Journal journal,
      InvalidationLog invalidations,
      Insistence insistence,
      Span span,
      Consumer<Part> told) {
    this.journal = journal;
    this.invalidations = invalidations;
    this.insistence = insistence;
    this.span = span;
    this.told = told;
  }

  void run() throws InterruptedException {
    try {
      Future<?> entries = begin(this::readJournal);
      Future<?> list = begin(this::readList);
      await(entries);
      await(list);
      // Both have ended: nothing is added any more.
      for (Future<?> one : details) {
        await(one);
      }
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }

  /**
   * What is read.
   *
   * @param since none before it; null for no bound
   * @param begun when the reading began
   */
  record Span(@Nullable Instant since, Instant begun) {
    boolean has(Instant at) {
      return since == null || !at.isBefore(since);
    }

    /** Whether an entry that the reading misses may have sent what was created then. */
    boolean leavesInDoubt(Instant created) {
      // One from before the bound may have waited in line until now; one that was saved since the
      // journal was asked for is in no page of it.
      return since != null || !created.isBefore(begun.minus(History.CLOCK_SKEW));
    }
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  private Future<?> begin(Task task) {
    return threads.submit(() -> {
      task.run();
      return null;
    });
  }

  private static void await(Future<?> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      throw ProblemException.thrownIn(e);
    }
  }

  // The journal

  private void readJournal() throws InterruptedException {
    // Desks' clocks may be wrong: what was begun a little before the bound may be of after it.
    Instant since = span.since();
    @Nullable Instant bound = since == null ? null : since.minus(History.CLOCK_SKEW);
    List<JournalEntry> page =
        insistence.ask(() -> page(found -> journal.newest(bound, History.PAGE, found)));
    while (true) {
      boolean last = page.size() < History.PAGE || isBefore(page.getLast(), bound);
      took(page, last);
      if (last) {
        return;
      }
      String oldest = page.getLast().id();
      page = insistence.ask(() -> page(found -> journal.before(oldest, History.PAGE, found)));
    }
  }

  /** A page that fails half way is asked for again: only what a whole one has left out counts. */
  private List<JournalEntry> page(Function<Consumer<Unreadable>, List<JournalEntry>> asking) {
    List<Unreadable> found = new ArrayList<>();
    List<JournalEntry> page = asking.apply(found::add);
    leftOut(found);
    return page;
  }

  private synchronized void leftOut(List<Unreadable> found) {
    unreadable.addAll(found);
  }

  private static boolean isBefore(JournalEntry entry, @Nullable Instant bound) {
    return bound != null && entry.about().at().isBefore(bound);
  }

  private synchronized void took(List<JournalEntry> page, boolean last) {
    page.forEach(ownership::take);
    journalRead = last;
    List<HistoryEntry> news = new ArrayList<>();
    page.stream()
        .filter(entry -> span.has(entry.about().at()))
        .forEach(entry -> news.add(new Ours(ownership.withFound(entry))));
    judge(news);
    tell(news);
  }

  // CloudFront's list

  private void readList() throws InterruptedException {
    try {
      String marker = null;
      do {
        String from = marker;
        InvalidationPage page = insistence.ask(() -> invalidations.list(from));
        List<InvalidationSummary> recent =
            page.summaries().stream().filter(one -> span.has(one.created())).toList();
        marker = recent.size() < page.summaries().size() ? null : page.next();
        listed(recent, marker == null);
      } while (marker != null);
    } catch (ProblemException e) {
      withoutTheRest(e.problem());
    }
  }

  private synchronized void listed(List<InvalidationSummary> page, boolean last) {
    unjudged.addAll(page);
    listRead = last;
    List<HistoryEntry> news = new ArrayList<>();
    judge(news);
    tell(news);
  }

  private synchronized void withoutTheRest(Problem problem) {
    listRead = true;
    trouble = problem;
    tell(List.of());
  }

  // What is foreign

  /**
   * Tells apart what the journal has been read far enough for. Nothing is told as foreign that its
   * details may show to be ours: a person would ask colleagues for what they did themselves.
   */
  private void judge(List<HistoryEntry> news) {
    List<InvalidationSummary> later = new ArrayList<>();
    for (InvalidationSummary one : unjudged) {
      if (ownership.owns(one.id())) {
        continue;
      }
      Optional<Invalidation> known = invalidations.known(one.id());
      // Without its details it takes the whole journal to know that no batch of it is unanswered.
      if (!journalRead && (known.isEmpty() || !ownership.hasReadBeyond(one.created()))) {
        later.add(one);
        continue;
      }
      boolean isDoubtful =
          known
              .map(told -> Batch.ownerOf(told.callerReference()).isPresent())
              .orElseGet(() -> isInDoubt(one.created()));
      if (!isDoubtful) {
        news.add(new Foreign(one, known.orElse(null)));
      }
      if (isDoubtful || known.isEmpty()) {
        detailsMissing++;
        details.add(begin(() -> ask(one, isDoubtful)));
      }
    }
    unjudged = later;
  }

  private boolean isInDoubt(Instant created) {
    return span.leavesInDoubt(created) || ownership.hasUnansweredSince(created);
  }

  /**
   * @param isDoubtful whether it is not told yet: its reference says whose it is
   */
  private void ask(InvalidationSummary one, boolean isDoubtful) throws InterruptedException {
    asking.acquire();
    try {
      Problem before = noDetails;
      if (before == null) {
        answered(resolved(one), isDoubtful);
      } else {
        unanswered(one, isDoubtful, before);
      }
    } catch (ProblemException e) {
      // Gone since it was listed is one's own trouble; whatever else is in the way is for all.
      if (!(e.problem() instanceof Problem.Missing)) {
        noDetails = e.problem();
      }
      unanswered(one, isDoubtful, e.problem());
    } finally {
      asking.release();
    }
  }

  /** What it is, by its details. */
  private HistoryEntry resolved(InvalidationSummary one) throws InterruptedException {
    Invalidation details = insistence.ask(() -> invalidations.details(one.id()));
    Optional<String> owner = Batch.ownerOf(details.callerReference());
    if (owner.isPresent()) {
      Optional<JournalEntry> ours = insistence.ask(() -> Ownership.read(journal, owner.get()));
      if (ours.isPresent()) {
        return new Ours(found(details, ours.get()));
      }
    }
    return new Foreign(
        new InvalidationSummary(one.id(), one.created(), details.completed()), details);
  }

  /** With its id, by which whoever listens knows that it is not foreign. */
  private synchronized JournalEntry found(Invalidation details, JournalEntry ours) {
    ownership.found(details.callerReference(), details.id());
    return ownership.withFound(ours);
  }

  /** An entry from before the bound is told only where it was taken for a foreign one. */
  private synchronized void answered(HistoryEntry entry, boolean isDoubtful) {
    detailsMissing--;
    boolean isShown = !isDoubtful || entry instanceof Foreign || span.has(entry.at());
    tell(isShown ? List.of(entry) : List.of());
  }

  private synchronized void unanswered(
      InvalidationSummary one, boolean isDoubtful, Problem problem) {
    if (!(problem instanceof Problem.Missing)) {
      trouble = problem;
    } else {
      detailsMissing--;
    }
    // It may be ours where nobody can tell: then the trouble says that something is missing.
    boolean isForeign = isDoubtful && problem instanceof Problem.Missing;
    tell(isForeign ? List.of(new Foreign(one, null)) : List.of());
  }

  private void tell(List<HistoryEntry> news) {
    told.accept(new Part(news, detailsMissing, journalRead && listRead, trouble, unreadable));
  }
}
