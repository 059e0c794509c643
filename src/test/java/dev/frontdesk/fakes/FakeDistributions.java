package dev.frontdesk.fakes;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Distributions;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A distribution like the sandbox's. What was read once is kept until it is to be forgotten. */
public final class FakeDistributions implements Distributions {
  private static final TtlPolicy LONG = new TtlPolicy(0, 86_400, 31_536_000);

  private Distribution distribution = sandboxLike();
  private @Nullable Distribution kept;
  private @Nullable Problem trouble;

  /** Query strings named {@code v} are in the key of rosters, and of nothing else. */
  public static Distribution sandboxLike() {
    return new Distribution(
        List.of("d111111abcdef8.cloudfront.net", "api.acme.example"),
        List.of(
            new Behaviour(
                "/projects/*/members",
                "f0d0e000-0001-4000-8000-000000000001",
                "Frontdesk-Members",
                LONG,
                new CacheKey(KeyPart.listed("v"), KeyPart.NONE, KeyPart.NONE)),
            documents("/members/*"),
            documents("/projects/*"),
            new Behaviour(
                Behaviour.DEFAULT_PATTERN,
                "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
                "Managed-CachingDisabled",
                new TtlPolicy(0, 0, 0),
                CacheKey.PATH)),
        "Cache-Tag");
  }

  private static Behaviour documents(String pattern) {
    return new Behaviour(
        pattern,
        "f0d0e000-0001-4000-8000-000000000002",
        "Frontdesk-Documents",
        LONG,
        CacheKey.PATH);
  }

  /** From now on it is this one. */
  public synchronized void put(Distribution other) {
    distribution = other;
  }

  /** From now on every reading meets this problem; null for none. */
  public synchronized void trouble(@Nullable Problem problem) {
    trouble = problem;
  }

  @Override
  public synchronized Distribution read() {
    Distribution told = kept;
    if (told == null) {
      if (trouble != null) {
        throw new ProblemException(trouble);
      }
      told = distribution;
      kept = told;
    }
    return told;
  }

  @Override
  public synchronized void forget() {
    kept = null;
  }
}
