package dev.frontdesk.sandbox.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The invalidations of the sandbox's distribution. Each is in progress for the propagation delay;
 * then the edge drops what it names, and only after that is anyone told that it is completed.
 *
 * <p>A timer completes them on time. Every look at them completes first what is due, so that they
 * are right by the injected clock at any moment.
 */
final class Invalidations implements AutoCloseable {
  /** In progress at once (CloudFront Developer Guide, "Quotas"). Tags count as paths. */
  static final long MAX_PATHS = 3_000;

  static final long MAX_WILDCARDS = 15;

  private static final Logger LOG = LoggerFactory.getLogger(Invalidations.class);

  /** How soon an edge that failed to drop its objects is asked again. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** A new invalidation wakes the timer earlier. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ControlStore store;
  private final Duration propagation;
  private final Consumer<List<String>> edge;
  private final InstantSource clock;
  private final Map<Long, Invalidation> inProgress = new HashMap<>();
  private final Thread timer;
  private boolean closed;

  /**
   * @param propagation from the creation to the moment the edge has dropped the objects
   * @param edge told once for each invalidation, with its items
   */
  Invalidations(
      ControlStore store, Duration propagation, Consumer<List<String>> edge, InstantSource clock) {
    this.store = store;
    this.propagation = propagation;
    this.edge = edge;
    this.clock = clock;
    store.inProgress().keySet().forEach(n -> inProgress.put(n, store.invalidation(n)));
    this.timer = Thread.ofVirtual().name("invalidations").start(this::completeOnTime);
  }

  /**
   * Accepts a batch, or finds the invalidation that the same batch made before.
   *
   * @throws CloudFrontError for a reference that another batch has used, or over a quota
   */
  Invalidation.Seen create(InvalidationBatch batch) {
    lock.lock();
    try {
      completeDue();
      var known = store.numberOfReference(batch.callerReference());
      if (known != null) {
        return repeated(known, batch);
      }
      checkQuota(batch);
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      var created = new Invalidation(store.newId(), now, now.plus(propagation), batch);
      inProgress.put(store.add(created), created);
      changed.signal();
      return new Invalidation.Seen(created, false);
    } finally {
      lock.unlock();
    }
  }

  private Invalidation.Seen repeated(long number, InvalidationBatch batch) {
    var earlier = seen(number);
    // Items in another order count as other content: nothing says that they would not.
    if (!earlier.invalidation().batch().equals(batch)) {
      // Documented as InvalidationBatchAlreadyExists, met as this (aws-cdk issue 3878).
      throw CloudFrontError.invalidArgument(
          "Your request contains a caller reference that was used for a previous invalidation"
              + " batch for the same distribution.");
    }
    return earlier;
  }

  private void checkQuota(InvalidationBatch batch) {
    long wildcards = batch.wildcards();
    long paths = batch.items().size() - wildcards;
    for (var open : inProgress.values()) {
      wildcards += open.batch().wildcards();
      paths += open.batch().items().size() - open.batch().wildcards();
    }
    if (paths > MAX_PATHS) {
      throw CloudFrontError.tooManyInProgress("invalidations");
    }
    if (wildcards > MAX_WILDCARDS) {
      throw CloudFrontError.tooManyInProgress("wildcard invalidations");
    }
  }

  /**
   * @throws CloudFrontError NoSuchInvalidation
   */
  Invalidation.Seen get(String id) {
    lock.lock();
    try {
      completeDue();
      var number = store.numberOfId(id);
      if (number == null) {
        throw CloudFrontError.noSuchInvalidation();
      }
      return seen(number);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A page of them, newest first.
   *
   * @param marker the id after which the page begins; null for the newest
   * @param limit at least 1
   */
  Page<Invalidation.Seen> list(@Nullable String marker, int limit) {
    lock.lock();
    try {
      completeDue();
      var from = marker == null ? (Long) Long.MAX_VALUE : store.numberOfId(marker);
      if (from == null) {
        throw CloudFrontError.invalidArgument("The specified marker does not exist.");
      }
      var items = new ArrayList<Invalidation.Seen>();
      var number = store.older(from);
      while (number != null && items.size() < limit) {
        items.add(seen(number));
        number = store.older(number);
      }
      return new Page<>(items, number != null);
    } finally {
      lock.unlock();
    }
  }

  int countInProgress() {
    lock.lock();
    try {
      completeDue();
      return inProgress.size();
    } finally {
      lock.unlock();
    }
  }

  /** Stops the timer; what is in progress stays so until the store is opened again. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      timer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Invalidation.Seen seen(long number) {
    return new Invalidation.Seen(store.invalidation(number), store.completed(number));
  }

  /** The edge first, then the status: the order that a reader may rely on. */
  private void completeDue() {
    if (inProgress.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var due =
        inProgress.entrySet().stream()
            .filter(open -> !open.getValue().effectiveAt().isAfter(now))
            .sorted(Comparator.comparing(open -> open.getValue().effectiveAt()))
            .toList();
    for (var open : due) {
      edge.accept(open.getValue().batch().items());
      store.complete(open.getKey());
      inProgress.remove(open.getKey());
    }
  }

  private void completeOnTime() {
    lock.lock();
    try {
      while (!closed) {
        var pause = RETRY;
        try {
          completeDue();
          pause = untilNextDue();
        } catch (RuntimeException e) {
          LOG.error("The edge did not take an invalidation; it is asked again", e);
        }
        long _ = changed.awaitNanos(pause.toNanos());
      }
    } catch (InterruptedException e) {
      // Nobody but the end of the process interrupts this thread: what is open is in the store.
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private Duration untilNextDue() {
    var next = inProgress.values().stream().map(Invalidation::effectiveAt).min(Instant::compareTo);
    return next.map(at -> Duration.between(clock.instant(), at).plusMillis(1))
        .filter(pause -> pause.compareTo(LONGEST_PAUSE) < 0)
        .orElse(LONGEST_PAUSE);
  }
}
