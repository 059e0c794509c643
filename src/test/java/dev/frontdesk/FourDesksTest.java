package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.sandbox.Sandbox;
import dev.frontdesk.sandbox.SandboxFaults;
import dev.frontdesk.sandbox.SandboxOptions;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four desks, two of them with clocks that are an hour wrong, publish at once to the same projects
 * while everything that can go wrong between them and AWS does: no update is lost, none is made
 * twice, and all get fresh.
 */
class FourDesksTest {
  private static final String FAULTS =
      "propagation=100ms,throttle=0.08,error=0.05,drop-reply=0.05,reset=0.05,delay=5..40ms,"
          + "hold-get=700ms,seed=";

  private static final List<Duration> CLOCKS =
      List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(-1), Duration.ZERO);

  /** Few, so that desks get into one another's way. */
  private static final List<String> PROJECTS =
      List.of("atlas", "borealis", "fjord", "helios", "kestrel", "zurich-ops");

  /** Who works at one desk at once. */
  private static final int HANDS = 3;

  /** From one look at the edge to the next. */
  private static final Duration READS = Duration.ofMillis(25);

  @TempDir Path folder;

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aFewPublications() throws Exception {
    publish(Integer.getInteger("frontdesk.faults.few", 40));
  }

  @Test
  @Tag("long")
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void aThousandPublications() throws Exception {
    publish(Integer.getInteger("frontdesk.faults.publications", 1_000));
  }

  private void publish(int publications) throws Exception {
    long seed = Long.getLong("frontdesk.seed", ThreadLocalRandom.current().nextInt(1_000_000));
    System.out.printf("Fault run of %d publications, frontdesk.seed=%d%n", publications, seed);
    long started = System.nanoTime();
    Map<String, Roster> before;
    List<DeskAtWork> desks = new ArrayList<>();
    Map<String, Long> hit;
    long published;
    try (Sandbox quiet = sandbox("");
        Session session = new Wiring().open(connection(quiet))) {
      before = Books.rosters(session);
    }
    try (Sandbox sandbox = sandbox(FAULTS + seed);
        var readers = new Readers(connection(sandbox))) {
      var random = new SplittableRandom(seed);
      var left = new AtomicInteger(publications);
      for (Duration wrong : CLOCKS) {
        InstantSource clock = () -> InstantSource.system().instant().plus(wrong);
        desks.add(
            new DeskAtWork(
                "desk" + (desks.size() + 1),
                new Wiring(clock).open(connection(sandbox)),
                PROJECTS,
                left));
      }
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> work = new ArrayList<>();
        for (DeskAtWork desk : desks) {
          for (int i = 0; i < HANDS; i++) {
            var own = random.split();
            work.add(threads.submit(task(() -> desk.work(own))));
          }
        }
        var over = new AtomicBoolean();
        List<Future<?>> reading = new ArrayList<>();
        for (String project : PROJECTS) {
          reading.add(threads.submit(task(() -> read(project, readers, over))));
        }
        try {
          for (Future<?> each : work) {
            each.get();
          }
        } finally {
          over.set(true);
        }
        for (Future<?> each : reading) {
          each.get();
        }
      }
      published = System.nanoTime();
      desks.forEach(DeskAtWork::close);
      resume(connection(sandbox));
      hit = sandbox.faultsHit();
      readers.compare(paths(before.keySet(), desks));
    }
    try (Sandbox sandbox = sandbox("");
        var books = new Books(connection(sandbox))) {
      Books.Figures figures = books.check(before, Set.of());
      assertEquals(publications, figures.entries());
      checkIntents(books.entries(), books.rosters(), desks);
      System.out.printf(
          "Fault run, seed %d: %s; %d conflicts, %d waits for a change in parts, %d unknown at"
              + " first. %.1f publications a second, %d s. Faults: %s.%n",
          seed,
          figures,
          sum(desks, DeskAtWork::conflicts),
          sum(desks, DeskAtWork::locked),
          sum(desks, DeskAtWork::unknown),
          publications / seconds(published - started),
          Math.round(seconds(System.nanoTime() - started)),
          hit);
    }
    assertEquals(
        Set.of("throttle", "error", "drop-reply", "reset", "delay", "hold-get"), hit.keySet());
    assertTrue(hit.values().stream().allMatch(count -> count > 0), hit::toString);
  }

  private static Callable<Void> task(Work work) {
    return () -> {
      work.run();
      return null;
    };
  }

  /** What a thread does. */
  private interface Work {
    void run() throws InterruptedException;
  }

  /** So that purges have races to lose: the edge fetches as soon as it has dropped something. */
  private static void read(String project, Readers readers, AtomicBoolean over)
      throws InterruptedException {
    while (!over.get()) {
      readers.atEdge(Readers.members(project));
      Thread.sleep(READS);
    }
  }

  /** Brings to its end what the desks have left, as the next desk that starts. */
  private static void resume(Connection connection) throws InterruptedException {
    try (Session session = new Wiring().open(connection)) {
      session.publisher().resume();
    }
  }

  /** Every member is where its desk has put it last, and every publication is there once. */
  private static void checkIntents(
      List<JournalEntry> entries, Map<String, Roster> rosters, List<DeskAtWork> desks) {
    Map<String, Member> found = new HashMap<>();
    rosters.values().stream()
        .flatMap(roster -> roster.members().stream())
        .filter(member -> member.email().endsWith(DeskAtWork.DOMAIN))
        .forEach(member -> assertNull(found.put(member.email(), member), member::toString));
    Map<String, Member> meant = new HashMap<>();
    Set<String> reasons = new HashSet<>();
    for (DeskAtWork desk : desks) {
      reasons.addAll(desk.reasons());
      for (DeskAtWork.Placed placed : desk.placed()) {
        if (!placed.isGone()) {
          meant.put(placed.member().email(), placed.member());
          assertEquals(
              Optional.of(placed.member()),
              Objects.requireNonNull(rosters.get(placed.project())).member(placed.member().id()));
        }
      }
    }
    assertEquals(meant, found);
    assertEquals(reasons.size(), entries.size());
    assertEquals(
        reasons, entries.stream().map(entry -> entry.about().reason()).collect(Collectors.toSet()));
  }

  private static Set<String> paths(Set<String> projects, List<DeskAtWork> desks) {
    Set<String> paths = new HashSet<>();
    projects.forEach(project -> paths.add(Readers.members(project)));
    desks.stream()
        .flatMap(desk -> desk.placed().stream())
        .forEach(placed -> paths.add("/members/" + placed.member().id() + "/projects"));
    return paths;
  }

  private static int sum(List<DeskAtWork> desks, ToIntFunction<DeskAtWork> count) {
    return desks.stream().mapToInt(count).sum();
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private Sandbox sandbox(String faults) {
    return Sandbox.start(
        new SandboxOptions(folder.resolve("sandbox"), 0, SandboxFaults.parse(faults)));
  }

  private static Connection connection(Sandbox sandbox) {
    return ConnectionsFile.read(Path.of(sandbox.addresses().config())).getFirst();
  }
}
