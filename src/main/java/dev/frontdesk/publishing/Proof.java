package dev.frontdesk.publishing;

import dev.frontdesk.publishing.Judgement.Look;
import dev.frontdesk.publishing.Prober.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves at the edge what an entry has purged, but for wildcards and tags. Up to twenty paths are
 * all proved; beyond, the roster's own and a random sample of twenty speak for the rest.
 */
final class Proof {
  private static final int SAMPLE = 20;

  /**
   * @param evidence one for each path asked
   * @param states what follows for each purged path that could be asked, asked or not
   * @param unasked the purged paths of which nothing is known, of those that could be asked
   */
  record Outcome(List<Evidence> evidence, Map<String, State> states, Set<String> unasked) {
    /** The paths at which the edge still serves the old answer. */
    Set<String> stale() {
      return states.entrySet().stream()
          .filter(path -> path.getValue() == State.STALE)
          .map(Map.Entry::getKey)
          .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What follows for the entry: it has ended, or what is stale is purged once more, never twice.
     */
    Progress conclude(JournalEntry entry, Instant now) {
      Progress proved = entry.progress().proved(evidence, states, now);
      int attempts = proved.batches().stream().mapToInt(Batch::attempt).max().orElse(1);
      Set<String> lost = new HashSet<>(stale());
      if (lost.isEmpty() || attempts == 2 || proved.batches().isEmpty()) {
        return proved.end();
      }
      // The race of facts.md: a read on its way to the origin brought the old answer back. Where a
      // sample was asked, the rest may have met it too.
      lost.addAll(unasked);
      List<String> items =
          proved.routes().stream()
              .filter(route -> lost.contains(route.path()))
              .flatMap(route -> route.items().stream())
              .distinct()
              .toList();
      List<Batch> again = Batch.more(entry.id(), proved.batches().size(), 2, items);
      return proved.purgedAgain(again, lost);
    }
  }

  private final Prober prober;
  private final Publisher.Machine machine;

  Proof(Prober prober, Publisher.Machine machine) {
    this.prober = prober;
    this.machine = machine;
  }

  Outcome of(JournalEntry entry) throws InterruptedException {
    List<RouteProgress> purged =
        entry.progress().routes().stream()
            .filter(RouteProgress::canBeProbed)
            .filter(route -> route.state() == State.COMPLETED)
            .toList();
    List<RouteProgress> asked = sample(purged, entry);
    List<Evidence> evidence = ask(asked, entry);
    Map<String, State> states = new HashMap<>();
    for (Evidence seen : evidence) {
      states.put(
          seen.path(),
          switch (seen.verdict()) {
            case FRESH -> State.FRESH;
            case STALE -> State.STALE;
            case INCOMPARABLE -> State.COMPLETED;
          });
    }
    Set<String> unasked =
        purged.stream()
            .map(RouteProgress::path)
            .filter(path -> !states.containsKey(path))
            .collect(Collectors.toSet());
    if (states.values().stream().allMatch(state -> state == State.FRESH)) {
      unasked.forEach(path -> states.put(path, State.FRESH));
      unasked = Set.of();
    }
    return new Outcome(evidence, states, unasked);
  }

  /** The roster's own is always asked. */
  private List<RouteProgress> sample(List<RouteProgress> routes, JournalEntry entry) {
    if (routes.size() <= SAMPLE) {
      return routes;
    }
    List<RouteProgress> rest = new ArrayList<>(routes);
    List<RouteProgress> asked = new ArrayList<>();
    routes.stream().filter(route -> isOwn(route, entry)).findFirst().ifPresent(asked::add);
    rest.removeAll(asked);
    Collections.shuffle(rest, Random.from(machine.random()));
    asked.addAll(rest.subList(0, SAMPLE));
    return asked;
  }

  private List<Evidence> ask(List<RouteProgress> routes, JournalEntry entry)
      throws InterruptedException {
    List<Callable<Evidence>> questions = new ArrayList<>();
    for (RouteProgress route : routes) {
      questions.add(() -> probe(route, entry));
    }
    List<Evidence> evidence = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(questions)) {
        evidence.add(answer.get());
      }
    } catch (ExecutionException e) {
      // A prober turns every failure to answer into a reading: what is left is a bug.
      throw new IllegalStateException("a probe broke", e.getCause());
    }
    return evidence;
  }

  /** Where edge and origin differ, both are read once more before the edge is called old. */
  private Evidence probe(RouteProgress route, JournalEntry entry) {
    long saved = savedVersion(route, entry);
    Look first = look(route);
    Judgement judgement = Judgement.of(first.edge(), first.origin(), route.ordered(), saved);
    if (judgement.verdict() == Verdict.FRESH) {
      return evidence(route, first, judgement);
    }
    Look second = look(route);
    return evidence(
        route,
        second,
        entry.about().kind() == JournalEntry.Kind.PURGE
            ? Judgement.ofPurge(first, second, route.ordered(), shown(route, entry, first))
            : Judgement.of(second.edge(), second.origin(), route.ordered(), saved));
  }

  /** What the origin showed at the first look of all; another may have followed a second purge. */
  private static @Nullable Long shown(RouteProgress route, JournalEntry entry, Look first) {
    return entry.progress().evidence().stream()
        .filter(seen -> seen.path().equals(route.path()))
        .findFirst()
        .map(Evidence::origin)
        .orElse(first.origin().side())
        .version();
  }

  private Look look(RouteProgress route) {
    Reading origin = prober.origin(route.path());
    return new Look(prober.edge(route.path()), origin);
  }

  private Evidence evidence(RouteProgress route, Look look, Judgement judgement) {
    return new Evidence(
        machine.time().instant(),
        route.path(),
        judgement.verdict(),
        judgement.reason(),
        look.edge().side(),
        look.origin().side());
  }

  /** The version that the origin must show on the roster's own route; other documents have none. */
  private static long savedVersion(RouteProgress route, JournalEntry entry) {
    JournalEntry.RosterStep roster = entry.roster();
    return roster != null && isOwn(route, entry) ? roster.versionAfter() : 0;
  }

  private static boolean isOwn(RouteProgress route, JournalEntry entry) {
    return entry.rosterRoute().filter(own -> own.path().equals(route.path())).isPresent();
  }
}
