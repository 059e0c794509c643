package dev.frontdesk.publishing;

import dev.frontdesk.caching.Strategy;
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
        stale.stream().map(RouteProgress::of).toList(),
        batches,
        List.of(new Step(State.SAVED, at)),
        List.of(),
        null,
        false);
  }

  /** The same beginning, with most of the change still to be saved. */
  Progress saving() {
    List<Step> first =
        steps.stream().map(step -> new Step(State.SAVING, step.at())).limit(1).toList();
    return in(mapped(route -> route.in(State.SAVING))).with(first);
  }

  /** The last part of the change is in the tables. */
  Progress allSaved(Instant at) {
    return in(mapped(route -> route.isUnfinished() ? route.in(State.SAVED) : route))
        .untroubled()
        .reached(State.SAVED, at);
  }

  /** The first batch that CloudFront has not answered for. */
  public Optional<Batch> unsent() {
    return batches.stream().filter(Batch::isUnsent).findFirst();
  }

  /** The first batch that CloudFront has taken and not carried out. */
  public Optional<Batch> underWay() {
    return batches.stream().filter(Batch::isUnderWay).findFirst();
  }

  /** Another entry's batch is sent in place of this one; null takes that back. */
  public Progress carried(Batch joined, @Nullable String carrier) {
    return replace(joined, joined.carriedBy(carrier));
  }

  /** CloudFront finds this batch too large: these take its place. */
  public Progress split(Batch large, List<Batch> smaller) {
    List<Batch> all = new ArrayList<>(replace(large, large.asCompleted()).batches);
    all.addAll(smaller);
    return new Progress(routes, all, steps, evidence, null, false);
  }

  /** CloudFront has taken this batch. */
  public Progress submitted(Batch sent, String invalidationId, Instant at) {
    Progress next = replace(sent, sent.submitted(invalidationId, at));
    return next.unsent().isPresent() ? next.clear() : next.purged(State.SUBMITTED, at);
  }

  /** What CloudFront has made of the batch with this reference, and nobody noted. */
  Progress found(String reference, String invalidationId) {
    List<Batch> known =
        batches.stream()
            .map(batch ->
                batch.reference().equals(reference) && batch.invalidationId() == null
                    ? batch.submitted(invalidationId, null)
                    : batch)
            .toList();
    return new Progress(routes, known, steps, evidence, trouble, ended);
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

  /** The edge lost the race: more purges, of these paths, are to be sent. */
  public Progress purgedAgain(List<Batch> again, Set<String> paths) {
    List<Batch> more = new ArrayList<>(batches);
    more.addAll(again);
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
            mapped(route -> route.isUnfinished() ? route.in(State.FAILED) : route),
            batches,
            steps,
            evidence,
            new Trouble(problem, at, null),
            true)
        .reached(State.FAILED, at);
  }

  /** It waits: the same is tried again at {@code nextTry}. */
  public Progress delayed(Problem problem, Instant at, @Nullable Instant nextTry) {
    Instant since = trouble == null ? at : trouble.since();
    return new Progress(
        routes, batches, steps, evidence, new Trouble(problem, since, nextTry), false);
  }

  /** It waits in line for room in CloudFront's quota. */
  public Progress queued(Problem.QuotaFull full, Instant at, @Nullable Instant nextTry) {
    Progress next =
        in(
            mapped(route ->
                isToBePurged(route) && route.state() != State.SUBMITTED
                    ? route.in(State.QUEUED)
                    : route));
    return next.delayed(full, at, nextTry).reached(State.QUEUED, at);
  }

  /** Nobody knows what became of the last step; the same is tried again at {@code nextTry}. */
  public Progress unknown(Problem problem, Instant at, Instant nextTry) {
    return in(mapped(route -> route.isUnfinished() ? route.in(State.UNKNOWN) : route))
        .delayed(problem, at, nextTry)
        .reached(State.UNKNOWN, at);
  }

  /** Whether it was saved at all is not known yet. */
  Progress unsure(Problem problem, Instant at, Instant nextTry) {
    return in(mapped(route -> route.in(State.UNKNOWN)))
        .with(List.of(new Step(State.UNKNOWN, at)))
        .delayed(problem, at, nextTry);
  }

  /** It was not saved, which was unknown for a while: the journal has nothing of it. */
  Progress neverSaved(Problem problem, Instant at) {
    return in(mapped(route -> route.in(State.FAILED)))
        .with(List.of(new Step(State.FAILED, at)))
        .halted(problem, at)
        .end();
  }

  /** It does not move, and nobody knows when it will. */
  public Progress halted(Problem problem, Instant at) {
    return new Progress(routes, batches, steps, evidence, new Trouble(problem, at, null), ended);
  }

  /**
   * The trouble is over, and what was unknown is where its batches are. Who waits in line for more
   * than one batch still does.
   */
  Progress clear() {
    boolean isSaved = steps.stream().anyMatch(step -> step.state() == State.SAVED);
    State sent = unsent().isPresent() ? State.SAVED : State.SUBMITTED;
    State known = isSaved ? sent : State.SAVING;
    Progress next = in(mapped(route -> route.state() == State.UNKNOWN ? route.in(known) : route));
    boolean isInLine =
        trouble != null && trouble.problem() instanceof Problem.QuotaFull && unsent().isPresent();
    return isInLine ? next : next.untroubled();
  }

  private static boolean isToBePurged(RouteProgress route) {
    return route.strategy() == Strategy.INVALIDATE && route.isUnfinished();
  }

  private Progress purged(State state, Instant at) {
    return in(mapped(route -> isToBePurged(route) ? route.in(state) : route))
        .untroubled()
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

  private Progress in(List<RouteProgress> next) {
    return new Progress(next, batches, steps, evidence, trouble, ended);
  }

  private Progress untroubled() {
    return new Progress(routes, batches, steps, evidence, null, ended);
  }

  private Progress reached(State state, Instant at) {
    if (!steps.isEmpty() && steps.getLast().state() == state) {
      return this;
    }
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(state, at));
    return with(more);
  }

  private Progress with(List<Step> reached) {
    return new Progress(routes, batches, reached, evidence, trouble, ended);
  }

  private List<RouteProgress> mapped(UnaryOperator<RouteProgress> change) {
    return routes.stream().map(change).toList();
  }
}
