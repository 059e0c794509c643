package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.invalidation.QuotaUse;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Finds out what is in progress at CloudFront, whoever made it. */
record QuotaReading(InvalidationLog invalidations, Insistence insistence) {

  /**
   * Blocks.
   *
   * @throws ProblemException where list or details cannot be read
   */
  QuotaUse read() throws InterruptedException {
    List<Invalidation> inProgress = new ArrayList<>();
    // A thread each for as many as are asked for at once; closing waits for those under way.
    try (ExecutorService threads =
        Executors.newFixedThreadPool(History.AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Optional<Invalidation>>> answers =
          listed().stream().map(id -> threads.submit(() -> details(id))).toList();
      try {
        for (Future<Optional<Invalidation>> answer : answers) {
          answer.get().filter(one -> !one.completed()).ifPresent(inProgress::add);
        }
      } catch (ExecutionException e) {
        throw ProblemException.thrownIn(e);
      } finally {
        threads.shutdownNow();
      }
    }
    return new QuotaUse(inProgress);
  }

  /**
   * The ids of what is in progress, newest first. An invalidation is for seconds, or a few minutes:
   * behind a page of completed ones is none.
   */
  private List<String> listed() throws InterruptedException {
    List<String> ids = new ArrayList<>();
    String marker = null;
    boolean isOver;
    do {
      @Nullable String from = marker;
      InvalidationPage page = insistence.ask(() -> invalidations.list(from));
      List<String> open =
          page.summaries().stream()
              .filter(one -> !one.completed())
              .map(InvalidationSummary::id)
              .toList();
      ids.addAll(open);
      marker = page.next();
      isOver = open.isEmpty();
    } while (!isOver && marker != null);
    return ids;
  }

  /** Empty where it is gone since it was listed. */
  private Optional<Invalidation> details(String id) throws InterruptedException {
    try {
      return Optional.of(insistence.ask(() -> invalidations.details(id)));
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Missing) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
