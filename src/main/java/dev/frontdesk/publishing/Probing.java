package dev.frontdesk.publishing;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Distributions;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Judgement.Look;
import dev.frontdesk.publishing.Prober.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Probes a path when a person asks: edge and origin at the same time, and how the edge keeps it.
 */
public final class Probing {
  private final Prober prober;
  private final Distributions distributions;
  private final Ground ground;
  private final InstantSource time;

  public Probing(Prober prober, Distributions distributions, Ground ground, InstantSource time) {
    this.prober = prober;
    this.distributions = distributions;
    this.ground = ground;
    this.time = time;
  }

  /** The distribution, or why it could not be read; the probe goes on without. */
  private record Setup(Optional<Distribution> distribution, @Nullable Problem problem) {}

  /**
   * Probes a path. Blocks, for some twenty seconds at most and as long as CloudFront takes to tell
   * of the distribution.
   *
   * @param text a path, or an address of the edge or the origin
   * @throws ProblemException with {@code Invalid} where it is neither
   * @throws InterruptedException if nobody waits for it any more; requests under way are dropped
   */
  public Probe probe(String text, RequestHeaders headers) throws InterruptedException {
    // Not in a try with resources: closing would wait for what nobody waits for any more.
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      Future<Setup> setup = threads.submit(this::setup);
      String path = path(text, setup);
      boolean ordered = Route.isOrdered(ground.routes(), path);
      Look first = look(path, headers, threads);
      Look last = isSettled(first, ordered) ? first : look(path, headers, threads);
      Instant at = time.instant();
      var finding = Probe.find(first, last, ordered);
      boolean compared = finding.isCompared();
      return new Probe(
          at,
          path,
          finding,
          last.edge(),
          last.origin(),
          kept(of(setup), path, last.edge(), at),
          compared
              ? Differences.between(last.edge().body(), last.origin().body(), ordered)
              : Differences.Listed.NONE);
    } finally {
      threads.shutdownNow();
    }
  }

  private Setup setup() {
    try {
      return new Setup(Optional.of(distributions.read()), null);
    } catch (ProblemException e) {
      return new Setup(Optional.empty(), e.problem());
    }
  }

  private String path(String text, Future<Setup> setup) throws InterruptedException {
    // CloudFront may take its time.
    List<String> names =
        Ground.needsNames(text)
            ? of(setup).distribution().map(Distribution::names).orElse(List.of())
            : List.of();
    return ground.path(text, names);
  }

  /** Where the two differ, both are read once more: something may have changed in between. */
  private static boolean isSettled(Look look, boolean ordered) {
    return !Probe.answered(look.edge())
        || !Probe.answered(look.origin())
        || Judgement.same(look.edge(), look.origin(), ordered);
  }

  private Look look(String path, RequestHeaders headers, ExecutorService threads)
      throws InterruptedException {
    Future<Reading> edge = threads.submit(() -> prober.edge(path, headers.values()));
    Future<Reading> origin = threads.submit(() -> prober.origin(path, headers.values()));
    return new Look(of(edge), of(origin));
  }

  private static Probe.Kept kept(Setup setup, String path, Reading edge, Instant at) {
    return setup
        .distribution()
        .map(distribution -> Probe.Kept.of(distribution, path, edge, at))
        .orElseGet(() -> Probe.Kept.notKnown(setup.problem()));
  }

  private static <T> T of(Future<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      // A prober turns every failure to answer into a reading: what is left is a bug.
      throw new IllegalStateException("a probe broke", e.getCause());
    }
  }
}
