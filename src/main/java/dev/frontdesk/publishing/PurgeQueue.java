package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The line before CloudFront's quota of everything that this desk sends. Who came first is sent
 * first, so that purges of one path keep their order. Only the first in line asks CloudFront: where
 * it has no room, one desk sends one request now and then, however many wait.
 *
 * <p>A batch that was saved later and has all the items of one that waits is sent in its place, for
 * it does the other's work as well. The later carries the earlier and never the reverse: it is
 * certainly sent after both were saved.
 */
final class PurgeQueue {
  /**
   * Of CloudFront's 3,000 paths and 15 wildcards in progress (CloudFront quotas): the rest is left
   * for other programs that purge.
   */
  static final int MOST_PATHS = 2_700;

  static final int MOST_WILDCARDS = 12;

  private static final Backoff RESTS = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  /** What a batch is to do. */
  sealed interface Turn {
    /** To be sent now. */
    record Go() implements Turn {}

    /**
     * To wait.
     *
     * @param place from 1
     * @param pause until it is worth asking again; it is woken earlier where room comes
     */
    record Wait(int place, String reason, Duration pause) implements Turn {}

    /** Sent with another batch. */
    record Carried(String carrier) implements Turn {}
  }

  private static final class Waiting {
    final Batch batch;
    final Set<String> items;
    final Runnable wake;

    /** Nobody has sent it before it came: whenever it is sent, that is after its arrival. */
    final boolean isNew;

    final int arrival;
    boolean inFlight;

    Waiting(Batch batch, boolean isNew, int arrival, Runnable wake) {
      this.batch = batch;
      this.items = Set.copyOf(batch.items());
      this.isNew = isNew;
      this.arrival = arrival;
      this.wake = wake;
    }

    /** Whether sending this one does the other's work: it is sent after the other was saved. */
    boolean canCarry(Waiting other) {
      return isNew && arrival > other.arrival && !other.inFlight && items.containsAll(other.items);
    }
  }

  private record Weight(int paths, int wildcards) {
    static Weight of(Batch batch) {
      int wildcards = (int) batch.items().stream().filter(InvalidationItem::isWildcard).count();
      return new Weight(batch.items().size() - wildcards, wildcards);
    }

    Weight plus(Weight other) {
      return new Weight(paths + other.paths, wildcards + other.wildcards);
    }

    boolean fits() {
      return paths <= MOST_PATHS && wildcards <= MOST_WILDCARDS;
    }
  }

  private final Publisher.Machine machine;
  private final List<Waiting> line = new ArrayList<>();
  private final Map<String, Weight> inProgress = new HashMap<>();
  private final Map<String, String> carriers = new HashMap<>();
  private String refusal = "";
  private int refusals;
  private int arrivals;
  private long openAt;

  PurgeQueue(Publisher.Machine machine) {
    this.machine = machine;
    this.openAt = machine.ticker().nanos();
  }

  /**
   * Whether it is this batch's turn; it stands in line from the first time it asks.
   *
   * @param isNew whether it was never sent, by nobody, before it asked for the first time
   * @param wake called when it is worth asking again
   */
  synchronized Turn ask(Batch batch, boolean isNew, Runnable wake) {
    String carrier = carriers.remove(batch.reference());
    if (carrier != null) {
      return new Turn.Carried(carrier);
    }
    Waiting asking = find(batch.reference());
    if (asking == null) {
      asking = new Waiting(batch, isNew, ++arrivals, wake);
      line.add(asking);
      join(asking);
    }
    if (asking.inFlight) {
      return new Turn.Go(); // its outcome was unknown: the same is to be sent again
    }
    int place = place(asking);
    Duration closed = Duration.ofNanos(openAt - machine.ticker().nanos());
    boolean isOpen = closed.isNegative() || closed.isZero();
    if (place == 1 && isOpen && hasRoom(batch)) {
      asking.inFlight = true;
      wakeNext();
      return new Turn.Go();
    }
    Duration pause = place == 1 && !isOpen ? closed : RESTS.longest();
    return new Turn.Wait(place, refusal, pause);
  }

  /**
   * Takes out of the line what this one can carry. It gets the place of the first of them, but
   * stays behind whoever else waits with one of its items.
   */
  private void join(Waiting carrier) {
    int last = line.indexOf(carrier);
    int position = last;
    for (int i = last - 1; i >= 0; i--) {
      Waiting waiting = line.get(i);
      if (carrier.canCarry(waiting)) {
        line.remove(i);
        carriers.put(waiting.batch.reference(), carrier.batch.reference());
        waiting.wake.run();
        position = i;
      }
    }
    int now = line.indexOf(carrier);
    while (now > position && Collections.disjoint(line.get(now - 1).items, carrier.items)) {
      Collections.swap(line, now, now - 1);
      now--;
    }
  }

  /** One that is too large to fit beside anything may go where nothing of ours is in progress. */
  private boolean hasRoom(Batch batch) {
    Weight used = new Weight(0, 0);
    for (Weight each : inProgress.values()) {
      used = used.plus(each);
    }
    boolean alone = inProgress.isEmpty();
    for (Waiting waiting : line) {
      if (waiting.inFlight) {
        used = used.plus(Weight.of(waiting.batch));
        alone = false;
      }
    }
    return alone || used.plus(Weight.of(batch)).fits();
  }

  /**
   * CloudFront has taken it, now or before this desk drove it. Told again of what it knows, it does
   * nothing: that one batch is still in progress does not say that there is room for another.
   */
  synchronized void sent(Batch batch) {
    take(batch.reference());
    if (inProgress.put(batch.reference(), Weight.of(batch)) == null) {
      refusals = 0;
      refusal = "";
      wakeNext();
    }
  }

  /** CloudFront has no room for it: it keeps its place, and the line rests a while. */
  synchronized void refused(Batch batch, Problem.QuotaFull full) {
    Waiting waiting = find(batch.reference());
    if (waiting != null) {
      waiting.inFlight = false;
      List.copyOf(line).stream()
          .filter(later -> later.canCarry(waiting))
          .findFirst()
          .ifPresent(this::join);
    }
    refusal = full.detail();
    refusals++;
    openAt = machine.ticker().nanos() + RESTS.pause(refusals, machine.random()).toNanos();
  }

  /** CloudFront has carried it out: there is room again. */
  synchronized void completed(Batch batch) {
    if (inProgress.remove(batch.reference()) != null) {
      openAt = machine.ticker().nanos();
      wakeNext();
    }
  }

  /** This desk drives it no longer, or it is not to be sent. */
  synchronized void leave(Batch batch) {
    carriers.remove(batch.reference());
    inProgress.remove(batch.reference());
    take(batch.reference());
    wakeNext();
  }

  /** The first in line of those that CloudFront has not been asked for. */
  private void wakeNext() {
    line.stream()
        .filter(waiting -> !waiting.inFlight)
        .findFirst()
        .ifPresent(next -> next.wake.run());
  }

  private int place(Waiting asking) {
    return 1 + (int) line.stream().takeWhile(w -> w != asking).filter(w -> !w.inFlight).count();
  }

  private @Nullable Waiting find(String reference) {
    return line.stream()
        .filter(waiting -> waiting.batch.reference().equals(reference))
        .findFirst()
        .orElse(null);
  }

  private void take(String reference) {
    line.removeIf(waiting -> waiting.batch.reference().equals(reference));
  }
}
