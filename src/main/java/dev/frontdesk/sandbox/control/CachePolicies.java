package dev.frontdesk.sandbox.control;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cache policies that the API knows: some of AWS's managed ones (CloudFront Developer Guide,
 * "Use managed cache policies"), and those that the distribution's behaviours bring.
 */
final class CachePolicies {
  private static final List<Policy> MANAGED =
      List.of(
          managed("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "CachingDisabled", 0, 0, 0, false),
          managed(
              "658327ea-f89d-4fab-a63d-7e88639e58f6",
              "CachingOptimized",
              1,
              86_400,
              31_536_000,
              true),
          managed(
              "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
              "CachingOptimizedForUncompressedObjects",
              1,
              86_400,
              31_536_000,
              false),
          amplify());

  private final Map<String, Policy> byId = new LinkedHashMap<>();

  CachePolicies(List<Behaviour> behaviours, Instant modified) {
    MANAGED.forEach(policy -> byId.put(policy.id, policy));
    for (var behaviour : behaviours) {
      byId.putIfAbsent(
          behaviour.cachePolicyId(),
          new Policy(
              behaviour.cachePolicyId(),
              behaviour.cachePolicyName(),
              false,
              behaviour.ttl(),
              behaviour.key(),
              false,
              modified));
    }
  }

  /** Those of a type, or all. */
  List<Policy> list(@Nullable String type) {
    return byId.values().stream().filter(p -> type == null || p.type().equals(type)).toList();
  }

  Optional<Policy> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static Policy managed(
      String id, String name, long minimum, long usual, long maximum, boolean compressed) {
    return new Policy(
        id,
        "Managed-" + name,
        true,
        new TtlPolicy(minimum, usual, maximum),
        CacheKey.PATH,
        compressed,
        Instant.EPOCH);
  }

  private static Policy amplify() {
    return new Policy(
        "2e54312d-136d-493c-8eb9-b001f22f67d2",
        "Managed-Amplify",
        true,
        new TtlPolicy(2, 2, 600),
        new CacheKey(
            KeyPart.ALL,
            KeyPart.listed("Authorization", "CloudFront-Viewer-Country", "Host"),
            KeyPart.ALL),
        true,
        Instant.EPOCH);
  }

  /** One cache policy. */
  record Policy(
      String id,
      String name,
      boolean managed,
      TtlPolicy ttl,
      CacheKey key,
      boolean compressed,
      Instant modified) {

    String type() {
      return managed ? "managed" : "custom";
    }

    Xml summary() {
      return Xml.node("CachePolicySummary", Xml.leaf("Type", type()), xml());
    }

    Xml xml() {
      return Xml.node(
          "CachePolicy",
          Xml.leaf("Id", id),
          Xml.leaf("LastModifiedTime", Timestamps.format(modified)),
          Xml.node(
              "CachePolicyConfig",
              Xml.node("Comment"),
              Xml.leaf("Name", name),
              Xml.leaf("DefaultTTL", ttl.defaultSeconds()),
              Xml.leaf("MaxTTL", ttl.maximumSeconds()),
              Xml.leaf("MinTTL", ttl.minimumSeconds()),
              Xml.node(
                  "ParametersInCacheKeyAndForwardedToOrigin",
                  Xml.leaf("EnableAcceptEncodingGzip", compressed),
                  Xml.leaf("EnableAcceptEncodingBrotli", compressed),
                  part("Header", key.headers()),
                  part("Cookie", key.cookies()),
                  part("QueryString", key.queryStrings()))));
    }

    private static Xml part(String kind, KeyPart part) {
      var behaviour =
          switch (part.mode()) {
            case NONE -> "none";
            case LISTED -> "whitelist";
            case ALL_EXCEPT -> "allExcept";
            case ALL -> "all";
          };
      return Xml.node(
          kind + "sConfig",
          Xml.leaf(kind + "Behavior", behaviour),
          part.names().isEmpty() ? null : Xml.list(kind + "s", "Name", part.names()));
    }
  }
}
