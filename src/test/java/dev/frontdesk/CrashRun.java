package dev.frontdesk;

import static dev.frontdesk.CrashRun.Moment.NOT_SAVED;
import static dev.frontdesk.CrashRun.Moment.QUEUED;
import static dev.frontdesk.CrashRun.Moment.SAVING;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.Roster;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Commands in processes of their own, each killed at a random instant, a few at once on different
 * projects; and others that resume what they leave, killed as well.
 */
final class CrashRun {
  /** Where a kill has met a publication, as the journal tells just after. */
  enum Moment {
    NOT_SAVED,
    SAVING,
    SAVED,
    QUEUED,
    SUBMITTED,
    COMPLETED,
    ENDED;

    /** What a run is to have met. */
    static final List<Moment> ASKED_FOR = List.of(NOT_SAVED, SAVING, SAVED, SUBMITTED, COMPLETED);

    static Moment of(Optional<JournalEntry> entry) {
      if (entry.isEmpty()) {
        return NOT_SAVED;
      }
      if (!entry.get().isOpen()) {
        return ENDED;
      }
      return switch (entry.get().state()) {
        case SAVING -> SAVING;
        case SAVED -> SAVED;
        case QUEUED -> QUEUED;
        case SUBMITTED -> SUBMITTED;
        case COMPLETED, FRESH, STALE -> COMPLETED; // being purged once more, or not yet ended
        case EXPIRING, FAILED, UNKNOWN ->
            throw new AssertionError(entry.get().id() + " is " + entry.get().progress());
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static final int AT_ONCE = 3;

  /** Its two thousand members only make everything slow. */
  private static final String LARGEST = "platform";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** From a command's start to any line that it says. */
  private static final Duration SLOWEST = Duration.ofSeconds(20);

  /** From a line to the kill at most. */
  private static final Duration SHORTLY = Duration.ofMillis(300);

  /** A lease's length passes before a resume takes up what others left; then it is at work. */
  private static final Duration LONGEST_RESUME = Publisher.LEASE.multipliedBy(4);

  /** From one look to the next at what a resume is to bring to its end. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /**
   * Exit statuses of a command: done; that it finds nobody to remove, where an earlier kill came
   * between the request and its being carried out; locked by a change that is half saved.
   */
  private static final Set<Integer> IN_ORDER = Set.of(0, 2, 3);

  private final SplittableRandom random;
  private final int publications;
  private final Path config;
  private final Intents intents;
  private final Session session;
  private final ControlPlane plane;

  private final Map<Moment, Integer> kills =
      Collections.synchronizedMap(new EnumMap<>(Moment.class));
  private final Map<Moment, Integer> aimed = new EnumMap<>(Moment.class);
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();
  private final AtomicInteger saved = new AtomicInteger();
  private final AtomicInteger resumes = new AtomicInteger();
  private final AtomicInteger resumesKilled = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  /** How long a command took from its start until it was saved, and until its end. */
  private volatile Duration untilSaved = Duration.ofSeconds(2);

  private volatile Duration untilEnd = Duration.ofSeconds(5);

  CrashRun(
      long seed,
      int publications,
      Path config,
      Intents intents,
      Session session,
      ControlPlane plane) {
    this.random = new SplittableRandom(seed);
    this.publications = publications;
    this.config = config;
    this.intents = intents;
    this.session = session;
    this.plane = plane;
  }

  /** Until enough publications are in the journal, and each state was met that is asked for. */
  void killAtRandom(Map<String, Roster> rosters) throws Exception {
    List<String> projects = rosters.keySet().stream().filter(id -> !id.equals(LARGEST)).toList();
    measure(projects.getFirst());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> killers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int mine = i;
        var own = random.split();
        killers.add(
            threads.submit(() -> {
              try {
                kill(every(AT_ONCE, mine, projects), own);
              } finally {
                over.countDown(); // for all: what one waits for is what the others wait for
              }
              return null;
            }));
      }
      var own = random.split();
      Future<?> resumer =
          threads.submit(() -> {
            while (over.getCount() > 0) {
              resumeAndKill(own);
            }
            return null;
          });
      try {
        for (Future<?> killer : killers) {
          killer.get();
        }
      } catch (ExecutionException e) {
        throw new AssertionError("a killer failed: " + told(), e.getCause());
      }
      resumer.get();
    }
  }

  private static List<String> every(int nth, int from, List<String> all) {
    return IntStream.range(0, all.size()).filter(i -> i % nth == from).mapToObj(all::get).toList();
  }

  /** One that nobody kills tells how long they take here. */
  private void measure(String project) throws InterruptedException {
    Intents.Intent intent = intents.addition(project);
    try (var child = new Child(intent.command())) {
      assertTrue(child.awaitLine(State.SAVED.word(), PATIENCE), child::said);
      untilSaved = child.age();
      assertTrue(child.awaitEnd(PATIENCE), child::said);
      untilEnd = child.age();
      assertEquals(OptionalInt.of(0), child.kill(), child::said);
    }
    saved.incrementAndGet();
  }

  private void kill(List<String> projects, SplittableRandom random)
      throws InterruptedException, IOException {
    // What is to be met comes again and again until it is; that ends, for a run must.
    int most = 4 * publications + 40;
    Map<String, String> halfSaved = new HashMap<>();
    while (over.getCount() > 0
        && (saved.get() < publications || !kills.keySet().containsAll(Moment.ASKED_FOR))) {
      assertTrue(intents.count() < most, () -> "in vain: " + told());
      String project = unlocked(projects, halfSaved, random);
      Optional<Moment> wanted = aim(random);
      Roster seen = Patience.with(() -> session.rosters().roster(project));
      boolean large = wanted.filter(m -> m == SAVING).isPresent() || random.nextInt(12) == 0;
      Intents.Intent intent = large ? intents.large(seen, random) : intents.small(seen, random);
      meet(intent, wanted, random)
          .filter(JournalEntry::isSaving)
          .ifPresent(entry -> halfSaved.put(project, entry.id()));
    }
  }

  /**
   * One into which no killed command has brought half a change; a resume makes it free again.
   *
   * @param halfSaved entries by their projects
   */
  private String unlocked(
      List<String> projects, Map<String, String> halfSaved, SplittableRandom random)
      throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (var half : List.copyOf(halfSaved.entrySet())) {
        if (Patience.with(() -> session.journal().read(half.getValue()))
            .filter(JournalEntry::isSaving)
            .isEmpty()) {
          halfSaved.remove(half.getKey());
        }
      }
      List<String> free = projects.stream().filter(id -> !halfSaved.containsKey(id)).toList();
      if (!free.isEmpty()) {
        return free.get(random.nextInt(free.size()));
      }
      assertTrue(System.nanoTime() < until, () -> "locked for long: " + halfSaved);
      Thread.sleep(LOOK_AGAIN);
    }
  }

  /** What has met nobody yet; then half of the kills are aimed where fewest met, half nowhere. */
  private Optional<Moment> aim(SplittableRandom random) {
    synchronized (kills) {
      boolean allMet = kills.keySet().containsAll(Moment.ASKED_FOR);
      if (allMet && random.nextBoolean()) {
        return Optional.empty();
      }
      Optional<Moment> wanted =
          Stream.of(Moment.values())
              .filter(moment -> Moment.ASKED_FOR.contains(moment) || (allMet && moment == QUEUED))
              .min(Comparator.comparingInt(this::weight));
      wanted.ifPresent(moment -> aimed.merge(moment, 1, Integer::sum));
      return wanted;
    }
  }

  private int weight(Moment moment) {
    return kills.getOrDefault(moment, 0) + aimed.getOrDefault(moment, 0);
  }

  private Optional<JournalEntry> meet(
      Intents.Intent intent, Optional<Moment> wanted, SplittableRandom random)
      throws InterruptedException {
    Instant since = Instant.now();
    boolean queued = wanted.filter(moment -> moment == QUEUED).isPresent();
    String reference = "foreign-" + intent.reason().replace(' ', '-');
    try (var child = new Child(intent.command());
        var _ = queued ? new FullQuota(plane, foreign, reference) : null) {
      awaitInstant(child, wanted, random);
      OptionalInt ended = child.kill();
      Optional<JournalEntry> entry = entry(intent, since);
      if (entry.isPresent()) {
        saved.incrementAndGet();
      }
      synchronized (kills) {
        wanted.ifPresent(moment -> aimed.merge(moment, -1, Integer::sum));
        if (ended.isEmpty()) {
          kills.merge(Moment.of(entry), 1, Integer::sum);
        }
      }
      assertTrue(
          ended.isEmpty() || IN_ORDER.contains(ended.getAsInt()),
          () -> "%s ended with %s: %s".formatted(intent, ended, child.said()));
      return entry;
    }
  }

  private void awaitInstant(Child child, Optional<Moment> wanted, SplittableRandom random)
      throws InterruptedException {
    if (wanted.isEmpty()) {
      child.awaitEnd(before(untilEnd.multipliedBy(3).dividedBy(2), random));
    } else if (wanted.get() == NOT_SAVED) {
      child.awaitEnd(before(untilSaved, random));
    } else if (child.awaitLine(wanted.get().word(), SLOWEST)) {
      child.awaitEnd(before(SHORTLY, random));
    }
  }

  private static Duration before(Duration bound, SplittableRandom random) {
    return Duration.ofNanos(random.nextLong(bound.toNanos()));
  }

  /** What the journal has of it. */
  private Optional<JournalEntry> entry(Intents.Intent intent, Instant since)
      throws InterruptedException {
    return Patience.with(() -> session.journal().newest(since, Integer.MAX_VALUE)).stream()
        .filter(entry -> entry.about().reason().equals(intent.reason()))
        .findFirst();
  }

  Child resume() {
    resumes.incrementAndGet();
    return new Child(List.of("resume", "--config", config.toString()));
  }

  /** Killed at any instant, or when the publications are over. */
  private void resumeAndKill(SplittableRandom random) throws InterruptedException {
    try (var child = resume()) {
      boolean _ = over.await(before(LONGEST_RESUME, random).toNanos(), NANOSECONDS);
      OptionalInt ended = child.kill();
      if (ended.isEmpty()) {
        resumesKilled.incrementAndGet();
      } else {
        assertEquals(0, ended.getAsInt(), child::said);
      }
    }
  }

  /** One more, killed when the leases of what was left have run out and it is at work. */
  void killAResume() throws InterruptedException {
    try (var child = resume()) {
      child.awaitEnd(Publisher.LEASE.plus(before(Duration.ofSeconds(4), random)));
      if (child.kill().isEmpty()) {
        resumesKilled.incrementAndGet();
      }
    }
  }

  Map<Moment, Integer> kills() {
    return kills;
  }

  Set<String> foreign() {
    return foreign;
  }

  String told() {
    return "%d commands, %d publications; killed %s; %d resumes, %d of them killed"
        .formatted(
            intents.count(),
            saved.get(),
            Stream.of(Moment.values())
                .map(moment -> moment.word() + " " + kills.getOrDefault(moment, 0))
                .collect(Collectors.joining(", ")),
            resumes.get(),
            resumesKilled.get());
  }
}
