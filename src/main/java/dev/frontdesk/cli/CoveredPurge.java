package dev.frontdesk.cli;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PastedItem.Sendable;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Probe;
import dev.frontdesk.publishing.RequestHeaders;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.publishing.Verdict;
import dev.frontdesk.settings.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What invalidations in progress purge already, whoever sent them: followed until they are
 * completed, then probed. Nothing of it is in the journal, for nothing was sent.
 *
 * @param invalidationIds what does the work, at least one
 * @param paths what was asked for and can be asked of the edge
 */
record CoveredPurge(List<String> invalidationIds, List<String> paths) {
  /** CloudFront answers few calls a second, to everybody in the account together. */
  private static final Duration PACE = Duration.ofSeconds(2);

  /** As many as a proof asks. */
  private static final int MOST_PROBES = 20;

  /**
   * How it stands.
   *
   * @param state submitted while one is in progress, then completed, or fresh or stale by the
   *     probes
   * @param probes of the paths, the worst first
   */
  record Outcome(State state, List<Probe> probes) {
    int exit(boolean waited) {
      return switch (state) {
        case STALE -> Exit.FAILED;
        case SUBMITTED -> waited ? Exit.NOT_ENDED : Exit.DONE;
        default -> Exit.DONE;
      };
    }
  }

  static CoveredPurge of(PurgePlan plan) {
    Map<String, String> covered = new LinkedHashMap<>();
    for (PurgePlan.Line line : plan.lines()) {
      if (line.fate() instanceof PurgePlan.InProgress(String id, String _)
          && line.pasted().reading() instanceof Sendable(InvalidationItem item, var _)) {
        covered.put(item.wire(), id);
      }
    }
    return new CoveredPurge(
        covered.values().stream().distinct().toList(),
        covered.keySet().stream().filter(InvalidationItem::isOnePath).toList());
  }

  /**
   * Stays until all of them are completed, or for so long; then probes.
   *
   * @throws ProblemException where they cannot be asked for, or a probe cannot be made
   */
  Outcome follow(Session session, Ticker ticker, Duration timeout) throws InterruptedException {
    long until = ticker.nanos() + timeout.toNanos();
    for (String id : invalidationIds) {
      while (!isCompleted(session, id)) {
        long left = until - ticker.nanos();
        if (left <= 0) {
          return new Outcome(State.SUBMITTED, List.of());
        }
        ticker.pause(Duration.ofNanos(Math.min(left, PACE.toNanos())));
      }
    }
    return session.prober().canProbe() && !paths.isEmpty()
        ? probed(session)
        : new Outcome(State.COMPLETED, List.of());
  }

  /** One that is gone since is as good as completed; what is throttled is asked again. */
  private static boolean isCompleted(Session session, String id) {
    try {
      Invalidation told = session.invalidations().details(id);
      return told.completed();
    } catch (ProblemException e) {
      return switch (e.problem()) {
        case Problem.Missing _ -> true;
        case Problem.Throttled _, Problem.Unavailable _, Problem.Offline _ -> false;
        default -> throw e;
      };
    }
  }

  private Outcome probed(Session session) throws InterruptedException {
    var probing = session.probing(InstantSource.system());
    List<Probe> probes = new ArrayList<>();
    for (String path : paths.stream().limit(MOST_PROBES).toList()) {
      probes.add(probing.probe(path, RequestHeaders.NONE));
    }
    Map<Verdict, List<Probe>> byVerdict =
        probes.stream().collect(Collectors.groupingBy(Probe::verdict));
    List<Probe> stale = byVerdict.getOrDefault(Verdict.STALE, List.of());
    List<Probe> fresh = byVerdict.getOrDefault(Verdict.FRESH, List.of());
    if (!stale.isEmpty()) {
      return new Outcome(State.STALE, stale);
    }
    return new Outcome(fresh.size() == probes.size() ? State.FRESH : State.COMPLETED, probes);
  }
}
