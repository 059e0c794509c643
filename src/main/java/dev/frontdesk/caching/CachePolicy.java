package dev.frontdesk.caching;

import java.util.List;
import java.util.Optional;

/**
 * A CloudFront cache policy: what many behaviours may share.
 *
 * @param compressed whether the cache key tells compressed answers from others
 *     (EnableAcceptEncodingGzip, EnableAcceptEncodingBrotli)
 */
public record CachePolicy(String id, String name, TtlPolicy ttl, CacheKey key, boolean compressed) {

  /**
   * Those of AWS's own whose settings are the same in every account, and never change (CloudFront
   * Developer Guide, "Use managed cache policies"): nobody needs to ask for them.
   */
  public static final List<CachePolicy> MANAGED =
      List.of(
          managed(
              "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
              "CachingDisabled",
              new TtlPolicy(0, 0, 0),
              false),
          managed(
              "658327ea-f89d-4fab-a63d-7e88639e58f6",
              "CachingOptimized",
              new TtlPolicy(1, 86_400, 31_536_000),
              true),
          managed(
              "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
              "CachingOptimizedForUncompressedObjects",
              new TtlPolicy(1, 86_400, 31_536_000),
              false),
          new CachePolicy(
              "2e54312d-136d-493c-8eb9-b001f22f67d2",
              "Managed-Amplify",
              new TtlPolicy(2, 2, 600),
              new CacheKey(
                  KeyPart.ALL,
                  KeyPart.listed("Authorization", "CloudFront-Viewer-Country", "Host"),
                  KeyPart.ALL),
              true));

  private static CachePolicy managed(String id, String name, TtlPolicy ttl, boolean compressed) {
    return new CachePolicy(id, "Managed-" + name, ttl, CacheKey.PATH, compressed);
  }

  /** The managed policy of this id; empty for any other. */
  public static Optional<CachePolicy> managed(String id) {
    return MANAGED.stream().filter(policy -> policy.id.equals(id)).findFirst();
  }
}
