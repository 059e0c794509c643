package dev.frontdesk.aws;

import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.Forwarding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;

/** Reads what a behaviour does beside caching, of the two shapes that CloudFront's API has. */
final class Deliveries {
  private Deliveries() {}

  static Delivery of(CacheBehavior one) {
    return delivery(
        one.targetOriginId(), one.allowedMethods(), one.compress(), one.originRequestPolicyId());
  }

  static Delivery of(DefaultCacheBehavior one) {
    return delivery(
        one.targetOriginId(), one.allowedMethods(), one.compress(), one.originRequestPolicyId());
  }

  /** Older answers leave out what is not set: then GET and HEAD are allowed and kept. */
  private static Delivery delivery(
      @Nullable String origin,
      @Nullable AllowedMethods methods,
      @Nullable Boolean compress,
      @Nullable String originRequestPolicy) {
    var cached = methods == null ? null : methods.cachedMethods();
    return new Delivery(
        origin == null ? "" : origin,
        methods == null ? Delivery.READING : words(methods.itemsAsStrings()),
        cached == null ? Delivery.READING : words(cached.itemsAsStrings()),
        Boolean.TRUE.equals(compress),
        Forwarding.ofPolicy(originRequestPolicy));
  }

  private static List<String> words(List<String> methods) {
    return methods.isEmpty() ? Delivery.READING : methods;
  }
}
