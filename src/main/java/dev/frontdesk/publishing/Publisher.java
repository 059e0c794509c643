package dev.frontdesk.publishing;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Brings changes to their readers: saves them with their entry, and follows each to its end on a
 * virtual thread of its own. What the process leaves open, this desk or another takes up again.
 */
public final class Publisher implements AutoCloseable {
  /** How long a lease's counter stands still before another desk may take over. */
  public static final Duration LEASE = Duration.ofSeconds(10);

  private static final Duration CLOSING = Duration.ofSeconds(10);

  /** What a publisher reads and writes. */
  public record Ports(
      Journal journal, dev.frontdesk.invalidation.Invalidator invalidator, Prober prober) {}

  /** What a publisher takes from the machine. */
  public record Machine(InstantSource time, Ticker ticker, RandomGenerator random) {}

  /** Ends a subscription. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  private final Desk desk;
  private final List<Route> routes;
  private final Ports ports;
  private final Machine machine;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Driver> drivers = new ConcurrentHashMap<>();
  private final List<Consumer<JournalEntry>> listeners = new CopyOnWriteArrayList<>();
  private final Sweep sweep;
  private volatile boolean closing;

  public Publisher(Desk desk, List<Route> routes, Ports ports, Machine machine) {
    this.desk = desk;
    this.routes = List.copyOf(routes);
    this.ports = ports;
    this.machine = machine;
    this.sweep = new Sweep(ports.journal(), machine.ticker());
  }

  /** What the change would make stale. May ask CloudFront whether it takes tags, and block. */
  public Preview preview(String projectId, RosterChange change) {
    boolean tags =
        routes.stream().anyMatch(route -> route.tag() != null) && ports.invalidator().takesTags();
    return new Preview(StaleRoute.of(routes, projectId, change, tags));
  }

  /**
   * Saves the change, and goes on with it in the background.
   *
   * @param seen the roster as the admin saw it
   * @return the entry as saved
   * @throws ProblemException where it was not saved, or, with {@code UnknownOutcome}, where that is
   *     not known yet, which is then found out in the background; {@code Conflict} where somebody
   *     changed the roster meanwhile
   */
  public JournalEntry publish(Roster seen, RosterChange change, String reason) {
    if (change.isEmpty()) {
      throw new ProblemException(new Problem.Invalid("change-empty"));
    }
    Preview preview = preview(seen.projectId(), change);
    var step =
        new JournalEntry.RosterStep(
            seen.projectId(), seen.projectName(), seen.version(), seen.version() + 1, change);
    JournalEntry entry = entry(JournalEntry.Kind.PUBLICATION, reason.strip(), null, step, preview);
    try {
      ports.journal().save(seen, change, entry);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.UnknownOutcome) {
        drive(entry, false); // what was saved after all is not left for the next start
      }
      throw e;
    }
    announce(entry);
    drive(entry, true);
    return entry;
  }

  /**
   * Tries again what ended without getting fresh: a new entry, which links the old, sends what the
   * old one sent for the routes that are not fresh, with references of its own.
   *
   * @return the entry as written
   * @throws ProblemException with {@code Invalid} where nothing is left to be tried
   */
  public JournalEntry retry(JournalEntry old) {
    List<StaleRoute> left =
        old.progress().routes().stream()
            .filter(route -> route.state() != State.FRESH)
            .map(RouteProgress::stale)
            .toList();
    if (old.isOpen() || left.isEmpty()) {
      throw new ProblemException(new Problem.Invalid("retry-needless", old.state().word()));
    }
    JournalEntry entry =
        entry(old.about().kind(), old.about().reason(), old.id(), old.roster(), new Preview(left));
    ports.journal().append(entry);
    announce(entry);
    drive(entry, true);
    return entry;
  }

  private JournalEntry entry(
      JournalEntry.Kind kind,
      String reason,
      @Nullable String retries,
      JournalEntry.@Nullable RosterStep roster,
      Preview preview) {
    Instant now = machine.time().instant();
    String id = EntryId.next(now, machine.random());
    return new JournalEntry(
        new JournalEntry.About(id, kind, now, desk.who().get(), reason, retries),
        roster,
        Progress.saved(preview.stale(), preview.batches(id), now),
        new Lease(desk.id(), 1));
  }

  /**
   * Takes up whatever is open in the journal and not driven by a living desk, until two looks in a
   * row find nothing. Blocks; a desk calls it once at its start, on a thread of its own.
   *
   * <p>Returns when nothing is open any more, or this is closed.
   */
  public void resume() throws InterruptedException {
    while (!closing) {
      try {
        Sweep.Finding finding = sweep.look(drivers.keySet());
        for (JournalEntry entry : finding.abandoned()) {
          takeOver(entry);
        }
        if (finding.done() && drivers.isEmpty()) {
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

  /** Hears of each entry that this desk drives, whenever it moves; on the driver's thread. */
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
    Driver driver = drivers.get(id);
    if (driver != null) {
      driver.awaitEnd(timeout);
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
    drive(mine, true);
  }

  private void drive(JournalEntry entry, boolean sure) {
    Driver driver = new Driver(entry, sure, ports, machine, this::announce);
    drivers.put(entry.id(), driver);
    try {
      threads.execute(() -> {
        try {
          driver.run();
        } finally {
          drivers.remove(entry.id());
        }
      });
    } catch (RejectedExecutionException e) {
      // Closed meanwhile: the entry is open in the journal, for whoever starts next.
      drivers.remove(entry.id());
    }
    if (closing) {
      driver.stop();
    }
  }

  private void announce(JournalEntry entry) {
    listeners.forEach(listener -> listener.accept(entry));
  }

  /** Lets each driver finish the write it is in, within ten seconds; the rest stays open. */
  @Override
  public void close() {
    closing = true;
    drivers.values().forEach(Driver::stop);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
