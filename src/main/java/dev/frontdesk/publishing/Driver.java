package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Drives one entry to its end: does what is next, writes what came of it, and so on. What is next
 * follows from the entry alone, so a driver can begin anywhere. It ends early when another desk has
 * taken over, or when it is stopped.
 */
final class Driver implements Runnable {
  /** A completion takes CloudFront 5 to 25 s: asked for soon, then less often. */
  private static final Duration FIRST_POLL = Duration.ofMillis(500);

  private static final Duration SLOWEST_POLL = Duration.ofSeconds(4);
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration SLOWEST_RETRY = Duration.ofSeconds(30);

  /** A third of the lease, so that two signs of life may be lost. */
  private static final Duration BEAT = Publisher.LEASE.dividedBy(3);

  /**
   * As long as DynamoDB knows the token of a transaction again (API Reference,
   * "TransactWriteItems"): what is not there by then was not carried out.
   */
  private static final Duration LONGEST_SEARCH = Duration.ofMinutes(10);

  private static final System.Logger LOG = System.getLogger(Driver.class.getName());

  /** Another desk has the lease. */
  private static final class LeaseLost extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final Publisher.Ports ports;
  private final Publisher.Machine machine;
  private final Consumer<JournalEntry> announce;
  private final Proof proof;
  private final boolean sure;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Object pausing = new Object();
  private JournalEntry entry;
  private long written;
  private @org.jspecify.annotations.Nullable Thread paused;
  private volatile boolean stopped;

  /**
   * @param entry with this desk's lease
   * @param sure whether it is known to be in the journal; if not, that is found out first
   * @param announce hears of every revision
   */
  Driver(
      JournalEntry entry,
      boolean sure,
      Publisher.Ports ports,
      Publisher.Machine machine,
      Consumer<JournalEntry> announce) {
    this.entry = entry;
    this.sure = sure;
    this.ports = ports;
    this.machine = machine;
    this.announce = announce;
    this.proof = new Proof(ports.prober(), machine);
    this.written = machine.ticker().nanos();
  }

  @Override
  public void run() {
    try {
      if (!sure && !isSaved()) {
        return;
      }
      int failures = 0;
      while (entry.isOpen() && !stopped) {
        try {
          advance();
          failures = 0;
        } catch (ProblemException e) {
          failures++;
          meet(e.problem(), failures);
        }
      }
    } catch (LeaseLost e) {
      LOG.log(Level.INFO, "Another desk goes on with {0}.", entry.id());
    } catch (RuntimeException e) {
      // A mistake of ours: the entry stays open in the journal, and is shown as not moving.
      LOG.log(Level.ERROR, "Driving " + entry.id() + " broke.", e);
      Problem problem = ProblemException.problemOf(e);
      announce.accept(entry.with(entry.progress().halted(problem, machine.time().instant())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.countDown();
    }
  }

  /** Looks whether the entry is there, where its save could not find that out. */
  private boolean isSaved() throws InterruptedException {
    long until = machine.ticker().nanos() + LONGEST_SEARCH.toNanos();
    for (int looks = 1; !stopped && machine.ticker().nanos() < until; looks++) {
      try {
        Optional<JournalEntry> there = ports.journal().read(entry.id());
        if (there.isPresent()) {
          boolean isOurs = there.get().lease().equals(entry.lease());
          if (isOurs) {
            announce.accept(entry);
          }
          return isOurs;
        }
      } catch (ProblemException e) {
        LOG.log(Level.DEBUG, "Whether {0} is saved is not known yet.", entry.id());
      }
      sleep(backoff(looks));
    }
    return false;
  }

  /** Does the one thing that is next. */
  private void advance() throws LeaseLost, InterruptedException {
    Progress progress = entry.progress();
    Optional<Batch> unsent = progress.unsent();
    Optional<Batch> underWay = progress.underWay();
    if (unsent.isPresent()) {
      submit(unsent.get());
    } else if (underWay.isPresent()) {
      complete(underWay.get());
    } else {
      prove();
    }
  }

  private void submit(Batch batch) throws LeaseLost, InterruptedException {
    List<InvalidationItem> items = batch.items().stream().map(InvalidationItem::parse).toList();
    Invalidation made = ports.invalidator().create(batch.reference(), items);
    write(entry.progress().submitted(batch, made.id(), machine.time().instant()));
  }

  private void complete(Batch batch) throws LeaseLost, InterruptedException {
    String id = java.util.Objects.requireNonNull(batch.invalidationId());
    Duration wait = FIRST_POLL;
    while (!stopped) {
      if (ports.invalidator().get(id).completed()) {
        write(entry.progress().completed(batch, machine.time().instant()));
        return;
      }
      pause(wait);
      wait = shorter(wait.multipliedBy(3).dividedBy(2), SLOWEST_POLL);
    }
  }

  private void prove() throws LeaseLost, InterruptedException {
    if (!ports.prober().canProbe()) {
      write(entry.progress().end());
      return;
    }
    Proof.Outcome outcome = proof.of(entry);
    Progress proved =
        entry.progress().proved(outcome.evidence(), outcome.states(), machine.time().instant());
    Set<String> stale = outcome.stale();
    int attempts = proved.batches().stream().mapToInt(Batch::attempt).max().orElse(1);
    if (stale.isEmpty() || attempts == 2 || proved.batches().isEmpty()) {
      write(proved.end());
      return;
    }
    // The race of facts.md: a read on its way to the origin brought the old answer back.
    Set<String> items = new HashSet<>();
    proved.routes().stream()
        .filter(route -> stale.contains(route.path()))
        .forEach(route -> items.addAll(route.items()));
    int number = proved.batches().size() + 1;
    Batch again = Preview.batch(entry.id(), number, 2, new ArrayList<>(items));
    write(proved.purgedAgain(again, stale));
  }

  private void meet(Problem problem, int failures) throws LeaseLost, InterruptedException {
    if (!problem.passes() && !mayBeMended(problem)) {
      write(entry.progress().failed(problem, machine.time().instant()));
      return;
    }
    Duration wait = backoff(failures);
    Instant now = machine.time().instant();
    write(entry.progress().delayed(problem, now, now.plus(wait)));
    pause(wait);
  }

  /**
   * Credentials run out in the middle of a day's work, and signing in again is all it takes. And
   * where we may not ask after a batch that CloudFront has, it is carried out all the same: nobody
   * may call that failed.
   */
  private boolean mayBeMended(Problem problem) {
    boolean isOnItsWay =
        entry.progress().unsent().isEmpty() && entry.progress().underWay().isPresent();
    return problem instanceof Problem.NoCredentials
        || (problem instanceof Problem.Denied && isOnItsWay);
  }

  /** Doubles to half a minute, and takes a random half of it, so that desks spread. */
  private Duration backoff(int failures) {
    Duration full =
        shorter(FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10)), SLOWEST_RETRY);
    return full.dividedBy(2).plusMillis(machine.random().nextLong(full.toMillis() / 2 + 1));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private void write(Progress next) throws LeaseLost, InterruptedException {
    write(entry.with(next));
  }

  /** Writes until it is known to be written: an entry whose outcome is unknown is read back. */
  private void write(JournalEntry next) throws LeaseLost, InterruptedException {
    JournalEntry now = next;
    for (int failures = 1; ; failures++) {
      try {
        ports.journal().update(next, entry.lease());
        break;
      } catch (ProblemException e) {
        if (e.problem() instanceof Problem.Conflict) {
          now = ours(next);
          break;
        }
        awaitJournal(e.problem(), failures);
      }
    }
    boolean moved = !now.progress().equals(entry.progress());
    entry = now;
    written = machine.ticker().nanos();
    if (moved) {
      announce.accept(entry);
    }
  }

  /** What the journal has, where the conflict is with our own write, whose reply was lost. */
  private JournalEntry ours(JournalEntry next) throws LeaseLost {
    return ports
        .journal()
        .read(next.id())
        .filter(now -> now.lease().equals(next.lease()))
        .orElseThrow(LeaseLost::new);
  }

  /** Without a journal nothing may go on; the trouble is shown from memory meanwhile. */
  private void awaitJournal(Problem problem, int failures) throws InterruptedException {
    Instant now = machine.time().instant();
    Duration wait = backoff(failures);
    announce.accept(entry.with(entry.progress().delayed(problem, now, now.plus(wait))));
    sleep(wait);
    if (stopped) {
      throw new InterruptedException("stopped while the journal could not be written");
    }
  }

  /** Waits, with a sign of life whenever one is due. */
  private void pause(Duration time) throws LeaseLost, InterruptedException {
    long until = machine.ticker().nanos() + time.toNanos();
    while (!stopped) {
      long now = machine.ticker().nanos();
      long beat = written + BEAT.toNanos();
      if (now >= until) {
        return;
      }
      if (now >= beat) {
        write(entry.beat());
      } else {
        sleep(Duration.ofNanos(Math.min(until, beat) - now));
      }
    }
  }

  /** Waits, and wakes when stopped; a call under way is never interrupted. */
  private void sleep(Duration time) throws InterruptedException {
    synchronized (pausing) {
      if (stopped) {
        return;
      }
      paused = Thread.currentThread();
    }
    try {
      machine.ticker().pause(time);
    } catch (InterruptedException e) {
      if (!stopped) {
        throw e;
      }
    } finally {
      synchronized (pausing) {
        paused = null;
      }
    }
  }

  /** Ends it after the call it is in; what is open stays so. */
  void stop() {
    synchronized (pausing) {
      stopped = true;
      if (paused != null) {
        paused.interrupt();
      }
    }
  }

  void awaitEnd(Duration timeout) throws InterruptedException {
    boolean ended = end.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended && timeout.isZero()) {
      throw new IllegalArgumentException("a wait takes time");
    }
  }
}
