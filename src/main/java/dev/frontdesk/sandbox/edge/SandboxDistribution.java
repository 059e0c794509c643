package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.Forwarding;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import java.util.List;

/** The cache behaviours of the sandbox's distribution. */
public final class SandboxDistribution {
  /** The response header that the origin names tags in, and the distribution's CacheTagConfig. */
  public static final String CACHE_TAG_HEADER = "Cache-Tag";

  /** The id of its one origin. */
  public static final String ORIGIN = "members-api";

  /** All methods get through; of what is kept, the origin is asked with what the key holds. */
  private static final Delivery KEPT = delivery(Forwarding.KEY_ALONE);

  private static final TtlPolicy LONG = new TtlPolicy(0, 86_400, 31_536_000);

  private SandboxDistribution() {}

  /**
   * In their order. What the API documents may be kept for long, as the origin says; the version's
   * pointer for a minute at the most; what nobody thought of is not cached.
   */
  public static List<Behaviour> behaviours() {
    return List.of(
        new Behaviour(
            "/projects/*/members",
            "f0d0e000-0001-4000-8000-000000000001",
            "Frontdesk-Members",
            LONG,
            new CacheKey(KeyPart.listed("v"), KeyPart.NONE, KeyPart.NONE),
            KEPT),
        documents("/members/*"),
        documents("/projects"),
        new Behaviour(
            "/projects/*",
            "f0d0e000-0001-4000-8000-000000000003",
            "Frontdesk-Pointer",
            new TtlPolicy(0, 5, 60),
            CacheKey.PATH,
            KEPT),
        new Behaviour(
            "/static/*",
            "658327ea-f89d-4fab-a63d-7e88639e58f6",
            "Managed-CachingOptimized",
            new TtlPolicy(1, 86_400, 31_536_000),
            CacheKey.PATH,
            KEPT),
        new Behaviour(
            Behaviour.DEFAULT_PATTERN,
            "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            "Managed-CachingDisabled",
            new TtlPolicy(0, 0, 0),
            CacheKey.PATH,
            delivery(Forwarding.EVERYTHING)));
  }

  private static Behaviour documents(String pathPattern) {
    return new Behaviour(
        pathPattern,
        "f0d0e000-0001-4000-8000-000000000002",
        "Frontdesk-Documents",
        LONG,
        CacheKey.PATH,
        KEPT);
  }

  private static Delivery delivery(Forwarding forwarding) {
    return new Delivery(ORIGIN, Delivery.METHODS, Delivery.READING, false, forwarding);
  }
}
