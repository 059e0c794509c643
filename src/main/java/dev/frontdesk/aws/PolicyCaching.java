package dev.frontdesk.aws;

import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.CachePolicy;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.KeyPart.Mode;
import dev.frontdesk.caching.TtlPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.ParametersInCacheKeyAndForwardedToOrigin;

/** Reads a cache policy as CloudFront's API has it. */
final class PolicyCaching {
  private static final long DAY = 86_400;
  private static final long YEAR = 31_536_000;

  private PolicyCaching() {}

  static CachePolicy of(String id, CachePolicyConfig config) {
    var key = config.parametersInCacheKeyAndForwardedToOrigin();
    return new CachePolicy(
        id,
        config.name(),
        ttl(config.minTTL(), config.defaultTTL(), config.maxTTL()),
        key == null ? CacheKey.PATH : key(key),
        key != null
            && (Boolean.TRUE.equals(key.enableAcceptEncodingGzip())
                || Boolean.TRUE.equals(key.enableAcceptEncodingBrotli())));
  }

  /**
   * The bounds with what CloudFront takes where one is not given: a day and a year, or the bound
   * below where that is longer (CloudFront API Reference, "CachePolicyConfig").
   */
  static TtlPolicy ttl(@Nullable Long minimum, @Nullable Long usual, @Nullable Long maximum) {
    long least = minimum == null ? 0 : minimum;
    long most =
        maximum == null ? Math.max(YEAR, Math.max(least, usual == null ? 0 : usual)) : maximum;
    long between = usual == null ? Math.min(Math.max(DAY, least), most) : usual;
    return new TtlPolicy(least, between, most);
  }

  private static CacheKey key(ParametersInCacheKeyAndForwardedToOrigin key) {
    var queries = key.queryStringsConfig();
    var headers = key.headersConfig();
    var cookies = key.cookiesConfig();
    return new CacheKey(
        queries == null
            ? KeyPart.NONE
            : part(
                queries.queryStringBehaviorAsString(),
                queries.queryStrings() == null ? List.of() : queries.queryStrings().items()),
        headers == null
            ? KeyPart.NONE
            : part(
                headers.headerBehaviorAsString(),
                headers.headers() == null ? List.of() : headers.headers().items()),
        cookies == null
            ? KeyPart.NONE
            : part(
                cookies.cookieBehaviorAsString(),
                cookies.cookies() == null ? List.of() : cookies.cookies().items()));
  }

  /**
   * A part of the key by CloudFront's word for it. A word that this version does not know counts as
   * all: it is safer to take two objects for two than for one.
   */
  static KeyPart part(@Nullable String word, List<String> names) {
    return switch (word == null ? "none" : word) {
      case "none" -> KeyPart.NONE;
      case "whitelist" -> names.isEmpty() ? KeyPart.NONE : new KeyPart(Mode.LISTED, names);
      case "allExcept" -> names.isEmpty() ? KeyPart.ALL : new KeyPart(Mode.ALL_EXCEPT, names);
      default -> KeyPart.ALL;
    };
  }
}
