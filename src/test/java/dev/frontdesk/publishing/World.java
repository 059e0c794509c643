package dev.frontdesk.publishing;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FakeProber;
import dev.frontdesk.fakes.FakeRoutes;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.Invalidator;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside the desks, as a machine that moves when told: tables whose replies get lost, a
 * CloudFront with a small quota, and an edge with slow readers. Its clock counts events.
 */
final class World implements Journal, Invalidator, Prober {
  private static final Route OF_PROJECT = FakeRoutes.members();
  private static final Route OF_MEMBER =
      new Route(
          new PathTemplate("/members/{memberId}/projects"),
          Strategy.INVALIDATE,
          null,
          false,
          false);

  /**
   * @param created in events
   */
  record Purge(String id, List<String> items, int created, int completes) {}

  private record Late(String path, long version, int arrives) {}

  final FakeTables tables = new FakeTables().mostMembers(2);
  final Map<String, Purge> purges = new LinkedHashMap<>();
  final Map<String, Integer> savedAt = new HashMap<>();
  final Map<String, Integer> hits = new TreeMap<>();
  final List<Route> routes;
  private final Random random;

  /** Paths in progress at once: so few that desks have to wait. */
  private final int quota;

  private final Map<String, Long> cached = new HashMap<>();
  private final Set<String> carriedOut = new HashSet<>();
  private final List<Late> late = new ArrayList<>();
  private double trouble = 0.12;
  private int now;

  World(Random random) {
    this.random = random;
    boolean perMember = random.nextBoolean();
    this.routes = perMember ? List.of(OF_PROJECT, OF_MEMBER) : List.of(OF_PROJECT);
    this.quota = perMember ? 9 : 1;
  }

  /** Whether CloudFront takes one path at a time. */
  boolean isNarrow() {
    return quota == 1;
  }

  /** From now on everything works. */
  void quiet() {
    trouble = 0;
  }

  /** One event has happened: what is due takes place. */
  void tick() {
    now++;
    for (Purge purge : purges.values()) {
      if (now >= purge.completes() && carriedOut.add(purge.id())) {
        purge.items().forEach(item -> cached.keySet().removeIf(path -> matches(item, path)));
      }
    }
    late.removeIf(read -> {
      boolean due = now >= read.arrives();
      if (due) {
        cached.put(read.path(), read.version());
      }
      return due;
    });
  }

  private static boolean matches(String item, String path) {
    return item.endsWith("*")
        ? path.startsWith(item.substring(0, item.length() - 1))
        : path.equals(item);
  }

  /** A reader asks the edge for a project; a slow one's answer arrives when it may be old. */
  void read(String projectId, int slowness) {
    String path = "/projects/" + projectId + "/members";
    if (!cached.containsKey(path)) {
      late.add(new Late(path, tables.roster(projectId).version(), now + slowness));
    }
  }

  boolean hasSlowReaders() {
    return !late.isEmpty();
  }

  // Trouble

  private void hit(String kind) {
    hits.merge(kind, 1, Integer::sum);
  }

  private void before(String action) {
    if (random.nextDouble() < trouble) {
      hit("throttled");
      throw new ProblemException(new Problem.Throttled(action, null));
    }
  }

  /** It was done, and nobody hears of it. */
  private void after(String action) {
    if (random.nextDouble() < trouble) {
      hit("reply lost");
      throw new ProblemException(new Problem.UnknownOutcome(action, "reset"));
    }
  }

  // The journal

  @Override
  public JournalEntry save(Roster seen, RosterChange change, JournalEntry entry) {
    before("save");
    JournalEntry saved = tables.save(seen, change, entry);
    noteSaved();
    after("save");
    return saved;
  }

  @Override
  public JournalEntry saveNext(JournalEntry entry, Instant at) {
    before("saveNext");
    JournalEntry next = tables.saveNext(entry, at);
    noteSaved();
    after("saveNext");
    return next;
  }

  private void noteSaved() {
    for (JournalEntry entry : entries()) {
      if (!entry.isSaving()) {
        savedAt.putIfAbsent(entry.id(), now);
      }
    }
  }

  List<JournalEntry> entries() {
    return tables.newest(null, 1_000_000);
  }

  @Override
  public void append(JournalEntry entry) {
    before("append");
    tables.append(entry);
    noteSaved();
    after("append");
  }

  @Override
  public Optional<JournalEntry> read(String id) {
    before("read");
    return tables.read(id);
  }

  @Override
  public void update(JournalEntry next, Lease seen) {
    before("update");
    tables.update(next, seen);
    after("update");
  }

  /** The index behind it is eventually consistent: an entry may not be in it yet. */
  @Override
  public List<JournalEntry> open() {
    before("open");
    return tables.open().stream().filter(_ -> random.nextDouble() >= trouble).toList();
  }

  @Override
  public List<JournalEntry> newest(
      @Nullable Instant since, int limit, Consumer<Journal.Unreadable> unreadable) {
    return tables.newest(since, limit, unreadable);
  }

  // CloudFront

  @Override
  public Invalidation create(String callerReference, List<InvalidationItem> items) {
    before("create");
    List<String> wires = items.stream().map(InvalidationItem::wire).toList();
    Purge there = purges.get(callerReference);
    if (there != null && !there.items().equals(wires)) {
      throw new AssertionError(callerReference + " is sent with other items");
    }
    if (there == null) {
      int inProgress =
          purges.values().stream()
              .filter(purge -> !carriedOut.contains(purge.id()))
              .mapToInt(purge -> purge.items().size())
              .sum();
      if (inProgress + wires.size() > quota) {
        hit("quota full");
        throw new ProblemException(new Problem.QuotaFull(0, "too many", null));
      }
      there =
          new Purge(
              "I" + (purges.size() + 1),
              wires,
              now,
              now + 1 + random.nextInt(quota == 1 ? 40 : 12));
      purges.put(callerReference, there);
    }
    after("create");
    return said(callerReference, there);
  }

  @Override
  public Invalidation get(String id) {
    before("get");
    return purges.entrySet().stream()
        .filter(purge -> purge.getValue().id().equals(id))
        .map(purge -> said(purge.getKey(), purge.getValue()))
        .findFirst()
        .orElseThrow();
  }

  private Invalidation said(String reference, Purge purge) {
    return new Invalidation(
        purge.id(), Instant.EPOCH, carriedOut.contains(purge.id()), reference, purge.items());
  }

  @Override
  public boolean takesTags() {
    return false;
  }

  // The probe

  @Override
  public boolean canProbe() {
    return true;
  }

  @Override
  public Reading edge(String path, Map<String, String> extra) {
    Long version = cached.get(path);
    return version == null ? origin(path) : FakeProber.reading(version, "Hit from cloudfront");
  }

  @Override
  public Reading origin(String path, Map<String, String> extra) {
    String[] parts = path.split("/");
    long version = parts[1].equals("projects") ? tables.roster(parts[2]).version() : 1;
    return FakeProber.reading(version, null);
  }

  @Override
  public List<JournalEntry> before(String id, int limit, Consumer<Journal.Unreadable> unreadable) {
    throw new UnsupportedOperationException("no desk asks for it");
  }

  @Override
  public InvalidationPage list(@Nullable String marker) {
    throw new UnsupportedOperationException("no desk asks for it");
  }
}
