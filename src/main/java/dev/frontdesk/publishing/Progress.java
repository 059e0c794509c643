package dev.frontdesk.publishing;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How far an entry has come. Each method gives the progress after one event and changes nothing
 * else: together they are the state machine of design.md, "The life of a change".
 *
 * @param batches in the order of sending
 * @param steps the states reached, in order; a second purge repeats some
 * @param evidence what probes saw, oldest first
 * @param trouble why it does not move, or why it failed; null while all is well
 * @param ended whether nothing more is to be done
 */
public record Progress(
    List<RouteProgress> routes,
    List<Batch> batches,
    List<Step> steps,
    List<Evidence> evidence,
    @Nullable Trouble trouble,
    boolean ended) {

  /**
   * What keeps an entry from moving.
   *
   * @param nextTry null where it is not tried again
   */
  public record Trouble(Problem problem, Instant since, @Nullable Instant nextTry) {}

  public Progress {
    routes = List.copyOf(routes);
    batches = List.copyOf(batches);
    steps = List.copyOf(steps);
    evidence = List.copyOf(evidence);
  }

  /** The least advanced of its routes, or that it failed. */
  public State state() {
    return routes.stream()
        .map(RouteProgress::state)
        .max(Comparator.comparingInt(Progress::lag))
        .orElse(State.COMPLETED);
  }

  /** Which state tells of a whole that has parts in several: the higher, the less advanced. */
  private static int lag(State state) {
    return switch (state) {
      case FAILED -> 10;
      case UNKNOWN -> 9;
      case SAVING -> 8;
      case SAVED -> 7;
      case QUEUED -> 6;
      case SUBMITTED -> 5;
      case STALE -> 4;
      case EXPIRING -> 3;
      case COMPLETED -> 2;
      case FRESH -> 1;
    };
  }

  /** The beginning: everything saved, nothing sent. */
  public static Progress saved(List<StaleRoute> stale, List<Batch> batches, Instant at) {
    return new Progress(
        stale.stream()
            .map(route ->
                new RouteProgress(
                    route.path(),
                    route.strategy(),
                    route.items().stream().map(InvalidationItem::wire).toList(),
                    route.ordered(),
                    State.SAVED))
            .toList(),
        batches,
        List.of(new Step(State.SAVED, at)),
        List.of(),
        null,
        false);
  }

  /** The first batch that CloudFront has not answered for. */
  public Optional<Batch> unsent() {
    return batches.stream().filter(batch -> batch.invalidationId() == null).findFirst();
  }

  /** The first batch that CloudFront has taken and not carried out. */
  public Optional<Batch> underWay() {
    return batches.stream()
        .filter(batch -> batch.invalidationId() != null && !batch.completed())
        .findFirst();
  }

  /** CloudFront has taken this batch. */
  public Progress submitted(Batch sent, String invalidationId, Instant at) {
    Progress next = replace(sent, sent.submitted(invalidationId));
    return next.unsent().isPresent() ? next.clear() : next.purged(State.SUBMITTED, at);
  }

  /** CloudFront has carried this batch out. */
  public Progress completed(Batch done, Instant at) {
    Progress next = replace(done, done.asCompleted());
    boolean all = next.batches.stream().allMatch(Batch::completed);
    return all ? next.purged(State.COMPLETED, at) : next.clear();
  }

  /** Probes have spoken for these paths; a route without a word keeps its state. */
  public Progress proved(List<Evidence> seen, Map<String, State> states, Instant at) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(seen);
    Progress next =
        new Progress(
            mapped(route -> route.in(states.getOrDefault(route.path(), route.state()))),
            batches,
            steps,
            all,
            null,
            ended);
    return next.reached(next.state(), at);
  }

  /** The edge lost the race: one more purge, of these paths, is to be sent. */
  public Progress purgedAgain(Batch again, Set<String> paths) {
    List<Batch> more = new ArrayList<>(batches);
    more.add(again);
    return new Progress(
        mapped(route -> paths.contains(route.path()) ? route.in(State.SAVED) : route),
        more,
        steps,
        evidence,
        null,
        false);
  }

  /** Nothing more is to be done. */
  public Progress end() {
    return new Progress(routes, batches, steps, evidence, trouble, true);
  }

  /** It cannot go on until somebody mends something. */
  public Progress failed(Problem problem, Instant at) {
    return new Progress(
            mapped(route -> isUnfinished(route) ? route.in(State.FAILED) : route),
            batches,
            steps,
            evidence,
            new Trouble(problem, at, null),
            true)
        .reached(State.FAILED, at);
  }

  /** It waits: the same is tried again at {@code nextTry}. */
  public Progress delayed(Problem problem, Instant at, Instant nextTry) {
    boolean queued = problem instanceof Problem.QuotaFull;
    return new Progress(
        queued
            ? mapped(route -> route.state() == State.SAVED ? route.in(State.QUEUED) : route)
            : routes,
        batches,
        steps,
        evidence,
        new Trouble(problem, trouble == null ? at : trouble.since(), nextTry),
        false);
  }

  /** It does not move, and nobody knows when it will. */
  public Progress halted(Problem problem, Instant at) {
    return new Progress(routes, batches, steps, evidence, new Trouble(problem, at, null), ended);
  }

  private static boolean isUnfinished(RouteProgress route) {
    return switch (route.state()) {
      case SAVING, SAVED, QUEUED, SUBMITTED, UNKNOWN -> true;
      case COMPLETED, FRESH, STALE, EXPIRING, FAILED -> false;
    };
  }

  private Progress purged(State state, Instant at) {
    return new Progress(
            mapped(route ->
                route.strategy() == Strategy.INVALIDATE && isUnfinished(route)
                    ? route.in(state)
                    : route),
            batches,
            steps,
            evidence,
            null,
            false)
        .reached(state, at);
  }

  private Progress replace(Batch old, Batch batch) {
    return new Progress(
        routes,
        batches.stream().map(b -> b.reference().equals(old.reference()) ? batch : b).toList(),
        steps,
        evidence,
        trouble,
        ended);
  }

  private Progress clear() {
    return new Progress(routes, batches, steps, evidence, null, ended);
  }

  private Progress reached(State state, Instant at) {
    if (!steps.isEmpty() && steps.getLast().state() == state) {
      return this;
    }
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(state, at));
    return new Progress(routes, batches, more, evidence, trouble, ended);
  }

  private List<RouteProgress> mapped(UnaryOperator<RouteProgress> change) {
    return routes.stream().map(change).toList();
  }
}
