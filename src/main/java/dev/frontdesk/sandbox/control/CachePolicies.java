package dev.frontdesk.sandbox.control;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CachePolicy;
import dev.frontdesk.caching.KeyPart;
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
  private final Map<String, Policy> byId = new LinkedHashMap<>();

  CachePolicies(List<Behaviour> behaviours, Instant modified) {
    CachePolicy.MANAGED.forEach(
        policy -> byId.put(policy.id(), new Policy(policy, true, Instant.EPOCH)));
    for (var behaviour : behaviours) {
      var policy =
          new CachePolicy(
              behaviour.cachePolicyId(),
              behaviour.cachePolicyName(),
              behaviour.ttl(),
              behaviour.key(),
              false);
      byId.putIfAbsent(policy.id(), new Policy(policy, false, modified));
    }
  }

  /** Those of a type, or all. */
  List<Policy> list(@Nullable String type) {
    return byId.values().stream().filter(p -> type == null || p.type().equals(type)).toList();
  }

  Optional<Policy> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** One cache policy, as the API has it. */
  record Policy(CachePolicy policy, boolean managed, Instant modified) {
    String id() {
      return policy.id();
    }

    String type() {
      return managed ? "managed" : "custom";
    }

    Xml summary() {
      return Xml.node("CachePolicySummary", Xml.leaf("Type", type()), xml());
    }

    Xml xml() {
      return Xml.node(
          "CachePolicy",
          Xml.leaf("Id", policy.id()),
          Xml.leaf("LastModifiedTime", Timestamps.format(modified)),
          Xml.node(
              "CachePolicyConfig",
              Xml.node("Comment"),
              Xml.leaf("Name", policy.name()),
              Xml.leaf("DefaultTTL", policy.ttl().defaultSeconds()),
              Xml.leaf("MaxTTL", policy.ttl().maximumSeconds()),
              Xml.leaf("MinTTL", policy.ttl().minimumSeconds()),
              Xml.node(
                  "ParametersInCacheKeyAndForwardedToOrigin",
                  Xml.leaf("EnableAcceptEncodingGzip", policy.compressed()),
                  Xml.leaf("EnableAcceptEncodingBrotli", policy.compressed()),
                  part("Header", policy.key().headers()),
                  part("Cookie", policy.key().cookies()),
                  part("QueryString", policy.key().queryStrings()))));
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
