package dev.frontdesk.aws;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.KeyPart.Mode;
import dev.frontdesk.caching.TtlPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.ForwardedValues;

/**
 * A behaviour's settings of its own, of the time before there were cache policies (CloudFront API
 * Reference, "ForwardedValues"): what is forwarded is what the key holds.
 */
@SuppressWarnings("deprecation") // AWS's own mark; distributions that have them live on
record LegacyCaching(@Nullable ForwardedValues forwarded, TtlPolicy ttl, Delivery delivery) {
  private static final String EVERY_HEADER = "*";

  static LegacyCaching of(CacheBehavior behaviour) {
    return new LegacyCaching(
        behaviour.forwardedValues(),
        PolicyCaching.ttl(behaviour.minTTL(), behaviour.defaultTTL(), behaviour.maxTTL()),
        Deliveries.of(behaviour));
  }

  static LegacyCaching of(DefaultCacheBehavior behaviour) {
    return new LegacyCaching(
        behaviour.forwardedValues(),
        PolicyCaching.ttl(behaviour.minTTL(), behaviour.defaultTTL(), behaviour.maxTTL()),
        Deliveries.of(behaviour));
  }

  Behaviour behaviour(String pattern) {
    return new Behaviour(
        pattern,
        "",
        "",
        ttl,
        forwarded == null
            ? CacheKey.PATH
            : new CacheKey(queries(forwarded), headers(forwarded), cookies(forwarded)),
        delivery);
  }

  private static KeyPart queries(ForwardedValues forwarded) {
    if (!Boolean.TRUE.equals(forwarded.queryString())) {
      return KeyPart.NONE;
    }
    var keys = forwarded.queryStringCacheKeys();
    List<String> names = keys == null ? List.of() : keys.items();
    return names.isEmpty() ? KeyPart.ALL : new KeyPart(Mode.LISTED, names);
  }

  private static KeyPart headers(ForwardedValues forwarded) {
    List<String> names = forwarded.headers() == null ? List.of() : forwarded.headers().items();
    return names.contains(EVERY_HEADER) ? KeyPart.ALL : PolicyCaching.part("whitelist", names);
  }

  private static KeyPart cookies(ForwardedValues forwarded) {
    var cookies = forwarded.cookies();
    if (cookies == null) {
      return KeyPart.NONE;
    }
    var names = cookies.whitelistedNames();
    return PolicyCaching.part(cookies.forwardAsString(), names == null ? List.of() : names.items());
  }
}
