package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * One desk with people who change rosters as fast as it lets them, and remember what they meant.
 */
final class DeskAtWork implements AutoCloseable {
  static final String DOMAIN = "@desks.example";

  /** Publications under way at once. */
  private static final int MOST_OPEN = 8;

  /** One change in so many is more than a transaction holds. */
  private static final int LARGE_ONE_IN = 40;

  private static final int LARGE = 120;

  /** A person looks again where somebody else is in the way. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private static final List<Role> ROLES =
      List.of(new Role("viewer"), new Role("editor"), new Role("admin"));

  private final String name;
  private final Session session;
  private final List<String> projects;
  private final AtomicInteger left;
  private final Publisher.Subscription watch;
  private final Map<String, JournalEntry> heard = new HashMap<>();
  private final Map<String, Placed> placed = new ConcurrentHashMap<>();
  private final Set<String> reasons = ConcurrentHashMap.newKeySet();
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger conflicts = new AtomicInteger();
  private final AtomicInteger locked = new AtomicInteger();
  private final AtomicInteger unknown = new AtomicInteger();

  /**
   * Where somebody has been put.
   *
   * @param entry the publication that did it
   */
  record Placed(String project, Member member, boolean isGone, String entry) {}

  /**
   * @param left publications that all desks together have still to make
   */
  DeskAtWork(String name, Session session, List<String> projects, AtomicInteger left) {
    this.name = name;
    this.session = session;
    this.projects = projects;
    this.left = left;
    var _ = session.publisher().listen(this::hear);
    // Trouble with looking for what is open is part of the experiment.
    watch = session.publisher().watch(_ -> {});
  }

  private synchronized void hear(JournalEntry entry) {
    heard.put(entry.id(), entry);
    notifyAll();
  }

  /** One person's work, until nothing is left. */
  void work(SplittableRandom random) throws InterruptedException {
    List<Placed> mine = new ArrayList<>();
    while (left.getAndDecrement() > 0) {
      awaitRoom();
      String project = projects.get(random.nextInt(projects.size()));
      String reason = name + "-" + names.incrementAndGet();
      reasons.add(reason);
      Roster seen = Patience.with(() -> session.rosters().roster(project));
      RosterChange meant = invented(project, mine, reason, random);
      String entry = publish(seen, meant, reason);
      remember(project, meant, entry, mine);
    }
  }

  private synchronized void awaitRoom() throws InterruptedException {
    while (heard.values().stream().filter(this::isOursAndOpen).count() >= MOST_OPEN) {
      wait();
    }
  }

  /** What other desks do is heard of, too. */
  private boolean isOursAndOpen(JournalEntry entry) {
    return entry.isOpen() && entry.about().reason().startsWith(name);
  }

  private RosterChange invented(
      String project, List<Placed> mine, String reason, SplittableRandom random) {
    List<Placed> known =
        mine.stream().filter(each -> each.project().equals(project) && hasEnded(each)).toList();
    if (known.isEmpty() || random.nextInt(5) < 3) {
      int more = random.nextInt(LARGE_ONE_IN) == 0 ? LARGE : 1 + random.nextInt(3);
      return new RosterChange(
          IntStream.range(0, more).mapToObj(i -> somebody(reason + "-" + i)).toList(),
          List.of(),
          List.of());
    }
    Member one = known.get(random.nextInt(known.size())).member();
    Role role = ROLES.get(random.nextInt(ROLES.size()));
    return role.equals(one.role())
        ? new RosterChange(List.of(), List.of(one), List.of())
        : new RosterChange(
            List.of(), List.of(), List.of(new RosterChange.Edited(one, one.withRole(role))));
  }

  private static Member somebody(String id) {
    return new Member(id, id + DOMAIN, "At " + id, ROLES.getFirst());
  }

  /** Whose page is on its way to its readers is left alone: it has no version to tell it by. */
  private synchronized boolean hasEnded(Placed each) {
    return !Objects.requireNonNull(heard.get(each.entry())).isOpen();
  }

  /** Publishes, and applies again to what others have made of the roster meanwhile. */
  private String publish(Roster seen, RosterChange meant, String reason)
      throws InterruptedException {
    Roster roster = seen;
    RosterChange change = meant;
    while (true) {
      try {
        JournalEntry entry = session.publisher().publish(roster, change, reason);
        synchronized (this) {
          heard.putIfAbsent(entry.id(), entry);
        }
        if (isSaved(entry)) {
          return entry.id();
        }
      } catch (ProblemException e) {
        switch (e.problem()) {
          case Problem.Conflict _ -> conflicts.incrementAndGet();
          case Problem.Locked _ -> {
            locked.incrementAndGet();
            Thread.sleep(LOOK_AGAIN);
          }
          default -> {
            if (!e.problem().passes()) {
              throw new AssertionError(reason + " met " + e.problem(), e);
            }
          }
        }
      }
      roster = Patience.with(() -> session.rosters().roster(seen.projectId()));
      RosterChange.Rebased again = meant.onTopOf(roster);
      assertEquals(List.of(), again.dropped(), () -> reason + " is done already, and was not told");
      change = again.change();
    }
  }

  /** Where nobody knows at first, the desk finds out. */
  private synchronized boolean isSaved(JournalEntry sent) throws InterruptedException {
    if (sent.state() == State.UNKNOWN) {
      unknown.incrementAndGet();
    }
    JournalEntry now = sent;
    while (now.state() == State.UNKNOWN) {
      wait();
      now = Objects.requireNonNull(heard.get(sent.id()));
    }
    return now.state() != State.FAILED;
  }

  private void remember(String project, RosterChange meant, String entry, List<Placed> mine) {
    Set<String> touched = ConcurrentHashMap.newKeySet();
    meant.touched().forEach(member -> touched.add(member.id()));
    mine.removeIf(each -> touched.contains(each.member().id()));
    meant
        .touched()
        .forEach(member -> {
          var now = new Placed(project, member, meant.removed().contains(member), entry);
          placed.put(member.id(), now);
          if (!now.isGone()) {
            mine.add(now);
          }
        });
  }

  Collection<Placed> placed() {
    return placed.values();
  }

  Set<String> reasons() {
    return reasons;
  }

  int conflicts() {
    return conflicts.get();
  }

  int locked() {
    return locked.get();
  }

  int unknown() {
    return unknown.get();
  }

  @Override
  public void close() {
    watch.close();
    session.close();
  }
}
