package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Brings changes to their readers: saves them with their entry, and follows each to its end on a
 * virtual thread of its own. What the process leaves open, this desk or another takes up again.
 */
public final class Publisher implements AutoCloseable {
  /** How long a lease's counter stands still before another desk may take over. */
  public static final Duration LEASE = Duration.ofSeconds(10);

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(Publisher.class.getName());

  /** What a publisher reads and writes. */
  public record Ports(
      Journal journal, dev.frontdesk.invalidation.Invalidator invalidator, Prober prober) {}

  /** What a publisher takes from the machine. */
  public record Machine(InstantSource time, Ticker ticker, RandomGenerator random) {}

  /** Who goes on with an open entry, as far as this desk knows. */
  public enum Hands {
    /** This desk, which began it. */
    HERE,
    /** This desk, since the one that began it is gone. */
    TAKEN_OVER,
    /** Another desk. */
    ELSEWHERE,
    /** Nobody, until a desk takes it up. */
    NOBODY
  }

  /** Ends a subscription. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  private final Desk desk;
  private final List<Route> routes;
  private final Ports ports;
  private final Machine machine;
  private final Beginnings beginnings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Of their own: a driver may still call while no new one is to begin. */
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  private final Map<String, Driving> drivings = new ConcurrentHashMap<>();
  private final Set<String> begunHere = ConcurrentHashMap.newKeySet();
  private final List<Consumer<JournalEntry>> listeners = new CopyOnWriteArrayList<>();
  private final List<Thread> watchers = new CopyOnWriteArrayList<>();
  private final Desktop desktop;
  private volatile boolean closing;

  public Publisher(Desk desk, List<Route> routes, Ports ports, Machine machine) {
    this.desk = desk;
    this.routes = List.copyOf(routes);
    this.ports = ports;
    this.machine = machine;
    this.beginnings = new Beginnings(desk, this.routes, machine);
    this.desktop = new Desktop(ports, machine, new PurgeQueue(machine), calls, this::announce);
  }

  /** What the change would make stale. May ask CloudFront whether it takes tags, and block. */
  public Preview preview(String projectId, RosterChange change) {
    boolean tags =
        routes.stream().anyMatch(route -> route.tag() != null) && ports.invalidator().takesTags();
    return Preview.of(routes, projectId, change, tags);
  }

  /** Publishes exactly what the change makes stale. */
  public JournalEntry publish(Roster seen, RosterChange change, String reason) {
    return publish(seen, change, preview(seen.projectId(), change), reason);
  }

  /**
   * Saves the change, and goes on with it in the background.
   *
   * @param seen the roster as the admin saw it
   * @param preview of this change, or one of its offers: what is sent
   * @return the entry as saved; {@code saving} where the change is too large for one transaction;
   *     {@code unknown} where nobody knows yet whether it is saved, which is then found out in the
   *     background, and told as any other step
   * @throws ProblemException where it was not saved; {@code Conflict} where somebody changed the
   *     roster meanwhile
   */
  public JournalEntry publish(Roster seen, RosterChange change, Preview preview, String reason) {
    JournalEntry entry = beginnings.publication(seen, change, preview, reason);
    return begin(entry, () -> ports.journal().save(seen, change, entry));
  }

  /**
   * @param writing writes the entry, once however often it is done
   */
  private JournalEntry begin(JournalEntry entry, Supplier<JournalEntry> writing) {
    begunHere.add(entry.id());
    JournalEntry written;
    try {
      written = writing.get();
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.UnknownOutcome)) {
        throw e;
      }
      Instant now = machine.time().instant();
      JournalEntry unsure = entry.with(entry.progress().unsure(e.problem(), now, now));
      announce(unsure);
      drive(entry.id(), Driving.ofUnsure(entry, writing, desktop));
      return unsure;
    }
    announce(written);
    // Where the answer took long another desk may have it by now: then it is for that to drive.
    if (written.lease().equals(entry.lease())) {
      drive(written.id(), Driving.ofNew(written, desktop));
    }
    return written;
  }

  /**
   * Purges what a plan says, for a reason and without a change: writes the entry, and goes on with
   * it in the background.
   *
   * @param plan with at least one item
   * @return the entry as written; {@code unknown} as of {@link #publish}
   * @throws ProblemException with {@code Invalid} where there is nothing to send, more than a
   *     journal entry holds, or no reason; or where it was not written
   */
  public JournalEntry purge(PurgePlan plan, String reason) {
    return append(beginnings.purge(plan, reason));
  }

  /**
   * Tries again what ended without getting fresh: a new entry, which links the old, sends what the
   * old one sent for the routes that are not fresh, with references of its own.
   *
   * @return the entry as written; {@code unknown} as of {@link #publish}
   * @throws ProblemException with {@code Invalid} where nothing is left to be tried
   */
  public JournalEntry retry(JournalEntry old) {
    return append(beginnings.retry(old));
  }

  private JournalEntry append(JournalEntry entry) {
    return begin(
        entry,
        () -> {
          ports.journal().append(entry);
          return entry;
        });
  }

  /**
   * Tries at once what an entry waits to try, where this desk drives it: somebody has mended what
   * was in its way.
   */
  public void tryNow(String id) {
    Driving driving = drivings.get(id);
    if (driving != null) {
      driving.wake();
    }
  }

  /** Who goes on with this entry, by the lease that it has. */
  public Hands hands(JournalEntry entry) {
    if (entry.lease().isFree()) {
      return Hands.NOBODY;
    }
    if (!entry.lease().desk().equals(desk.id())) {
      return Hands.ELSEWHERE;
    }
    return begunHere.contains(entry.id()) ? Hands.HERE : Hands.TAKEN_OVER;
  }

  /**
   * Takes up whatever is open in the journal and not driven by a living desk, until two looks in a
   * row find nothing open. Blocks; an interrupt ends it.
   */
  public void resume() throws InterruptedException {
    var sweep = new Sweep(ports.journal(), machine.ticker());
    while (!closing) {
      try {
        if (look(sweep).done() && drivings.isEmpty()) {
          return;
        }
      } catch (ProblemException e) {
        if (!e.problem().passes()) {
          throw e;
        }
      }
      machine.ticker().pause(Sweep.INTERVAL);
    }
  }

  /**
   * Takes up what other desks leave open, in the background, and tells of what they do meanwhile;
   * until the subscription or this is closed.
   *
   * @param trouble told when the journal cannot be read, each time it is tried again
   */
  public Subscription watch(Consumer<Problem> trouble) {
    Thread watcher = Thread.ofVirtual().name("watch").unstarted(() -> keepWatch(trouble));
    watchers.add(watcher);
    watcher.start();
    return () -> {
      watchers.remove(watcher);
      watcher.interrupt();
    };
  }

  private void keepWatch(Consumer<Problem> trouble) {
    var sweep = new Sweep(ports.journal(), machine.ticker());
    // Asked of the list, for an interrupt may get lost in the call that it hits.
    while (!closing && watchers.contains(Thread.currentThread())) {
      Duration pause = Sweep.QUIET_INTERVAL;
      try {
        pause = look(sweep).quiet() ? pause : Sweep.INTERVAL;
      } catch (ProblemException e) {
        trouble.accept(e.problem());
      } catch (RuntimeException e) {
        // A mistake of ours; what is open must be taken up all the same.
        LOG.log(Level.ERROR, "A look at what is open broke.", e);
      }
      try {
        machine.ticker().pause(pause);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Sweep.Finding look(Sweep sweep) {
    Sweep.Finding finding = sweep.look(drivings.keySet());
    finding.moved().forEach(this::announce);
    finding.abandoned().forEach(this::takeOver);
    return finding;
  }

  /** Hears of each open entry whenever it moves; on the thread that moves it. */
  public Subscription listen(Consumer<JournalEntry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Waits until an entry that this desk drives has ended.
   *
   * @return the entry as it stands, ended or not
   */
  public JournalEntry await(String id, Duration timeout) throws InterruptedException {
    Driving driving = drivings.get(id);
    if (driving != null) {
      driving.awaitEnd(timeout);
    }
    return ports
        .journal()
        .read(id)
        .orElseThrow(() -> new ProblemException(new Problem.Missing("entry", id, null)));
  }

  private void takeOver(JournalEntry entry) {
    JournalEntry mine = entry.takenBy(desk.id());
    try {
      ports.journal().update(mine, entry.lease());
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Conflict || e.problem().passes()) {
        return; // it lives after all, or the next sweep tries again
      }
      throw e;
    }
    announce(mine);
    drive(mine.id(), Driving.ofTaken(mine, desktop));
  }

  private void drive(String id, Driving driving) {
    drivings.put(id, driving);
    try {
      threads.execute(() -> {
        try {
          driving.run();
        } finally {
          drivings.remove(id, driving);
        }
      });
    } catch (RejectedExecutionException e) {
      // Closed meanwhile: the entry is open in the journal, for whoever starts next.
      drivings.remove(id, driving);
    }
    if (closing) {
      driving.stop();
    }
  }

  private void announce(JournalEntry entry) {
    listeners.forEach(listener -> listener.accept(entry));
  }

  /** Lets each driver finish the step it is in, within ten seconds; the rest stays open. */
  @Override
  public void close() {
    closing = true;
    watchers.forEach(Thread::interrupt);
    drivings.values().forEach(Driving::stop);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      calls.shutdown();
    }
  }
}
