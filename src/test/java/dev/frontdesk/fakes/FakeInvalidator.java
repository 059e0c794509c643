package dev.frontdesk.fakes;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.invalidation.Invalidator;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CloudFront in memory: an invalidation is completed when the test says so. */
public final class FakeInvalidator implements Invalidator {
  private final Map<String, Invalidation> byReference = new LinkedHashMap<>();
  private final Deque<Problem> problems = new ArrayDeque<>();
  private final Deque<Problem> problemsAtGet = new ArrayDeque<>();
  private final Deque<Problem> problemsAtList = new ArrayDeque<>();
  private static final int PAGE = 100;

  private int gets;
  private int lists;
  private boolean atOnce = true;
  private boolean tags;
  private boolean full;

  /** Whether an invalidation is completed as soon as it is asked for. */
  public synchronized FakeInvalidator completing(boolean atOnce) {
    this.atOnce = atOnce;
    return this;
  }

  public synchronized FakeInvalidator tags(boolean takesTags) {
    this.tags = takesTags;
    return this;
  }

  /** From now on there is no room for anything new; or there is again. */
  public synchronized void full(boolean isFull) {
    full = isFull;
  }

  /** The next calls of {@code create} meet these, one each. */
  public synchronized void meet(Problem... next) {
    problems.addAll(List.of(next));
  }

  /** The next calls of {@code get} meet these, one each. */
  public synchronized void meetAtGet(Problem... next) {
    problemsAtGet.addAll(List.of(next));
  }

  /** The next calls of {@code list} meet these, one each. */
  public synchronized void meetAtList(Problem... next) {
    problemsAtList.addAll(List.of(next));
  }

  /** Everything created, oldest first. */
  public synchronized List<Invalidation> all() {
    return List.copyOf(byReference.values());
  }

  @Override
  public synchronized Invalidation create(String callerReference, List<InvalidationItem> items) {
    Problem problem = problems.poll();
    if (problem != null && !(problem instanceof Problem.UnknownOutcome)) {
      throw new ProblemException(problem);
    }
    List<String> wires = items.stream().map(InvalidationItem::wire).toList();
    if (full && !byReference.containsKey(callerReference)) {
      throw new ProblemException(new Problem.QuotaFull(0, "too many in progress", "r"));
    }
    String id = "I%013d".formatted(byReference.size() + 1);
    Invalidation made =
        byReference.computeIfAbsent(
            callerReference,
            reference -> new Invalidation(id, Instant.EPOCH, false, reference, wires));
    if (!made.items().equals(wires)) {
      throw new ProblemException(
          new Problem.Refused("CreateInvalidation", "another batch has this reference", null));
    }
    if (problem != null) {
      throw new ProblemException(problem); // it was done, and the reply is lost
    }
    return made;
  }

  @Override
  public synchronized Invalidation get(String id) {
    gets++;
    Problem problem = problemsAtGet.poll();
    if (problem != null) {
      throw new ProblemException(problem);
    }
    return byReference.values().stream()
        .filter(invalidation -> invalidation.id().equals(id))
        .findFirst()
        .map(i -> new Invalidation(i.id(), i.created(), atOnce, i.callerReference(), i.items()))
        .orElseThrow(() -> new ProblemException(new Problem.Missing("invalidation", id, null)));
  }

  @Override
  public synchronized boolean takesTags() {
    return tags;
  }

  /** Puts one there that nobody here has made, completed. */
  public synchronized void put(Invalidation foreign) {
    byReference.put(foreign.callerReference(), foreign);
  }

  /** How many calls of {@code get} there were. */
  public synchronized int gets() {
    return gets;
  }

  /** How many calls of {@code list} there were. */
  public synchronized int lists() {
    return lists;
  }

  /** In pages of a hundred, as CloudFront's are. */
  @Override
  public synchronized InvalidationPage list(@Nullable String marker) {
    lists++;
    Problem problem = problemsAtList.poll();
    if (problem != null) {
      throw new ProblemException(problem);
    }
    List<Invalidation> all = new ArrayList<>(byReference.values()).reversed();
    int from = marker == null ? 0 : Integer.parseInt(marker);
    int to = Math.min(all.size(), from + PAGE);
    return new InvalidationPage(
        all.subList(from, to).stream()
            .map(one -> new InvalidationSummary(one.id(), one.created(), one.completed() || atOnce))
            .toList(),
        to < all.size() ? Integer.toString(to) : null);
  }
}
