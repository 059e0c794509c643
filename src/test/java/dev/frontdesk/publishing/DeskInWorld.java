package dev.frontdesk.publishing;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** A desk that moves one step at a time, on clocks of its own that are wrong. */
final class DeskInWorld {
  private final World world;
  private final Random random;
  private final Duration skew;
  private final String name;
  private final Map<String, Driver> drivers = new LinkedHashMap<>();
  private final List<Unsure> unsure = new ArrayList<>();
  private FastTicker ticker = new FastTicker();
  private Desktop desktop;
  private Sweep sweep;
  private int lives;

  DeskInWorld(World world, Random random, String name) {
    this.world = world;
    this.random = random;
    this.name = name;
    this.skew = Duration.ofMinutes(random.nextInt(121) - 60L);
    this.desktop = desktop();
    this.sweep = new Sweep(world, ticker);
  }

  private Desktop desktop() {
    var machine =
        new Publisher.Machine(
            () -> Instant.parse("2026-11-22T12:00:00Z").plus(skew), ticker, random);
    return new Desktop(
        new Publisher.Ports(world, world, world),
        machine,
        new PurgeQueue(machine),
        Runnable::run,
        _ -> {});
  }

  /** The process is killed, and started again. */
  void crash() {
    drivers.clear();
    unsure.clear();
    ticker = new FastTicker();
    desktop = desktop();
    sweep = new Sweep(world, ticker);
    lives++;
  }

  void pass(Duration time) throws InterruptedException {
    ticker.pause(time);
  }

  void publish(Roster seen, RosterChange change) {
    var preview = new Preview(StaleRoute.of(world.routes, seen.projectId(), change, false));
    JournalEntry entry = beginnings().publication(seen, change, preview, "");
    save(entry.lease(), true, () -> world.save(seen, change, entry));
  }

  void purge(PurgePlan plan) {
    JournalEntry entry = beginnings().purge(plan, "a reader sees it old");
    save(
        entry.lease(),
        true,
        () -> {
          world.append(entry);
          return entry;
        });
  }

  private Beginnings beginnings() {
    return new Beginnings(new Desk(lease(), () -> name), world.routes, desktop.machine());
  }

  private record Unsure(Lease lease, Supplier<JournalEntry> saving) {}

  private String lease() {
    return name + "-" + lives;
  }

  /** What is not known to be saved is saved again at some later step. */
  private void save(Lease lease, boolean isNew, Supplier<JournalEntry> saving) {
    try {
      JournalEntry saved = saving.get();
      if (saved.lease().equals(lease)) {
        drivers.put(saved.id(), new Driver(saved, isNew, desktop, () -> {}));
      }
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.UnknownOutcome) {
        unsure.add(new Unsure(lease, saving));
      }
    }
  }

  /** Looks for what others left, and takes it over. */
  void look() {
    try {
      for (JournalEntry left : sweep.look(drivers.keySet()).abandoned()) {
        JournalEntry mine = left.takenBy(lease());
        world.update(mine, left.lease());
        drivers.put(mine.id(), new Driver(mine, false, desktop, () -> {}));
      }
    } catch (ProblemException e) {
      // The next look tries again, as the publisher's does.
      world.hits.merge("look failed", 1, Integer::sum);
    }
  }

  /** One of its drivers does what is next; or it shows that it lives; or gives its lease back. */
  void step() throws InterruptedException {
    if (!unsure.isEmpty()) {
      Unsure first = unsure.removeFirst();
      save(first.lease(), false, first.saving());
      return;
    }
    if (drivers.isEmpty()) {
      return;
    }
    List<String> ids = new ArrayList<>(drivers.keySet());
    String id = ids.get(random.nextInt(ids.size()));
    Driver driver = drivers.get(id);
    if (driver == null) {
      throw new AssertionError(id);
    }
    try {
      int what = random.nextInt(30);
      if (what == 0) {
        driver.release();
        driver.leave();
        drivers.remove(id);
      } else if (what < 4) {
        driver.beat();
      } else {
        driver.step();
      }
      if (!driver.entry().isOpen()) {
        driver.leave();
        drivers.remove(id);
      }
    } catch (HeldEntry.LeaseLost e) {
      world.hits.merge("lease lost", 1, Integer::sum);
      driver.leave();
      drivers.remove(id);
    }
  }
}
