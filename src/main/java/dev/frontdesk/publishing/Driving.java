package dev.frontdesk.publishing;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A driver at work: its steps with the pauses between them, until the end or until stopped. */
final class Driving implements Runnable {
  private static final Backoff SEARCHES =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

  private static final System.Logger LOG = System.getLogger(Driving.class.getName());

  private final JournalEntry start;
  private final @Nullable Supplier<JournalEntry> unsure;
  private final boolean isNew;
  private final Desktop desktop;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Object pausing = new Object();
  private @Nullable Thread paused;
  private boolean woken;
  private volatile boolean stopped;

  private Driving(
      JournalEntry start, @Nullable Supplier<JournalEntry> unsure, boolean isNew, Desktop desktop) {
    this.start = start;
    this.unsure = unsure;
    this.isNew = isNew;
    this.desktop = desktop;
  }

  /** Of what this desk has just written. */
  static Driving ofNew(JournalEntry saved, Desktop desktop) {
    return new Driving(saved, null, true, desktop);
  }

  /** Of what another desk has left, or an earlier run of this one. */
  static Driving ofTaken(JournalEntry taken, Desktop desktop) {
    return new Driving(taken, null, false, desktop);
  }

  /**
   * Of what may or may not have been saved: that is found out first.
   *
   * @param again saves the same once more, which is carried out once however often it is done
   */
  static Driving ofUnsure(JournalEntry sent, Supplier<JournalEntry> again, Desktop desktop) {
    // Not new: another desk may find it, and send it, before this one has found out.
    return new Driving(sent, again, false, desktop);
  }

  @Override
  public void run() {
    try {
      Optional<JournalEntry> saved = unsure == null ? Optional.of(start) : settled(unsure);
      if (saved.isPresent()) {
        drive(new Driver(saved.get(), isNew, desktop, this::wake));
      }
    } catch (HeldEntry.LeaseLost e) {
      LOG.log(Level.INFO, "Another desk goes on with {0}.", start.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.countDown();
    }
  }

  private void drive(Driver driver) throws HeldEntry.LeaseLost, InterruptedException {
    try {
      while (driver.entry().isOpen() && !stopped) {
        Duration pause = driver.step();
        if (driver.entry().isOpen()) {
          pause(pause, driver);
        }
      }
      if (driver.entry().isOpen()) {
        driver.release();
      }
    } catch (RuntimeException e) {
      // A mistake of ours: the entry stays open in the journal, and is shown as not moving.
      LOG.log(Level.ERROR, "Driving " + start.id() + " broke.", e);
      JournalEntry entry = driver.entry();
      Problem problem = ProblemException.problemOf(e);
      desktop.news().accept(entry.with(entry.progress().halted(problem, now())));
    } finally {
      driver.leave();
    }
  }

  /**
   * The entry once it is known to be saved; empty where it is known not to be, or stopped. The same
   * is sent again as long as DynamoDB knows its token (API Reference, "TransactWriteItems": ten
   * minutes); afterwards the journal is asked alone, for nobody expects a change so late.
   */
  private Optional<JournalEntry> settled(Supplier<JournalEntry> again) throws InterruptedException {
    long until = desktop.machine().ticker().nanos() + Retries.BUDGET.toNanos();
    for (int looks = 1; !stopped; looks++) {
      boolean late = desktop.machine().ticker().nanos() >= until;
      Problem problem;
      try {
        Optional<JournalEntry> saved =
            late ? desktop.ports().journal().read(start.id()) : Optional.of(again.get());
        if (saved.isEmpty()) {
          return neverSaved(new Problem.Unsaved());
        }
        desktop.news().accept(saved.get());
        // Another desk may have found it meanwhile, and nobody who drove it.
        return saved.filter(there -> there.lease().equals(start.lease()));
      } catch (ProblemException e) {
        problem = e.problem();
      }
      if (!problem.passes() && isAbsent()) {
        return neverSaved(problem);
      }
      Duration pause = SEARCHES.pause(looks, desktop.machine().random());
      Instant now = now();
      desktop.news().accept(start.with(start.progress().unsure(problem, now, now.plus(pause))));
      sleep(pause);
    }
    return Optional.empty();
  }

  /** Whether the journal can be asked and has nothing; a refusal to save says nothing of before. */
  private boolean isAbsent() {
    try {
      return desktop.ports().journal().read(start.id()).isEmpty();
    } catch (ProblemException e) {
      return false;
    }
  }

  private Optional<JournalEntry> neverSaved(Problem problem) {
    desktop.news().accept(start.with(start.progress().neverSaved(problem, now())));
    return Optional.empty();
  }

  private Instant now() {
    return desktop.machine().time().instant();
  }

  /** Waits, with a sign of life whenever one is due. */
  private void pause(Duration time, Driver driver)
      throws HeldEntry.LeaseLost, InterruptedException {
    Ticker ticker = desktop.machine().ticker();
    long until = ticker.nanos() + time.toNanos();
    while (!stopped && ticker.nanos() < until) {
      long left = until - ticker.nanos();
      long toBeat = driver.nextBeat() - ticker.nanos();
      if (toBeat <= 0) {
        driver.beat();
      } else if (sleep(Duration.ofNanos(Math.min(left, toBeat)))) {
        return;
      }
    }
  }

  /**
   * Waits, and wakes when woken or stopped; a call under way is never interrupted.
   *
   * @return whether it was woken
   */
  private boolean sleep(Duration time) throws InterruptedException {
    synchronized (pausing) {
      if (stopped || woken) {
        woken = false;
        return true;
      }
      paused = Thread.currentThread();
    }
    boolean interrupted = false;
    try {
      desktop.machine().ticker().pause(time);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    synchronized (pausing) {
      paused = null;
      boolean wanted = stopped || woken;
      woken = false;
      if (wanted) {
        // Whoever woke it may have done so just after the pause was over.
        boolean _ = Thread.interrupted();
      } else if (interrupted) {
        throw new InterruptedException("interrupted while pausing");
      }
      return wanted;
    }
  }

  /** Steps again at once, wherever it pauses. */
  void wake() {
    synchronized (pausing) {
      woken = true;
      if (paused != null) {
        paused.interrupt();
      }
    }
  }

  /** Ends it after the step it is in; what is open stays so. */
  void stop() {
    synchronized (pausing) {
      stopped = true;
      if (paused != null) {
        paused.interrupt();
      }
    }
  }

  /** Waits for its end, at most so long. */
  void awaitEnd(Duration timeout) throws InterruptedException {
    boolean _ = end.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
