package dev.frontdesk.aws;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CachePolicy;
import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Distributions;
import dev.frontdesk.caching.ErrorTtls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.CustomErrorResponse;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;

/**
 * One distribution's set-up through CloudFront's API. It changes when somebody deploys it, which
 * takes minutes and is seldom: what is told is kept for as long.
 */
final class CloudFrontDistributions implements Distributions {
  private static final Duration KEPT = Duration.ofMinutes(10);

  /** What was told, and until when it is told again. */
  private record Known(Distribution told, Instant until) {}

  private final AwsClients clients;
  private final String distribution;
  private final InstantSource time;
  private @Nullable Known known;

  CloudFrontDistributions(AwsClients clients, String distribution, InstantSource time) {
    this.clients = clients;
    this.distribution = distribution;
    this.time = time;
  }

  @Override
  public synchronized Distribution read() {
    Instant now = time.instant();
    Known before = known;
    if (before != null && now.isBefore(before.until())) {
      return before.told();
    }
    Distribution told = ask();
    known = new Known(told, now.plus(KEPT));
    return told;
  }

  @Override
  public synchronized void forget() {
    known = null;
  }

  private Distribution ask() {
    var answer =
        clients
            .cloudFrontGate
            .read(
                "cloudfront:GetDistribution",
                distribution,
                () -> clients.cloudFront().getDistribution(request -> request.id(distribution)))
            .distribution();
    DistributionConfig config = answer.distributionConfig();
    List<String> names = new ArrayList<>();
    names.add(answer.domainName());
    if (config.aliases() != null) {
      names.addAll(config.aliases().items());
    }
    var tags = config.cacheTagConfig();
    String header = tags == null ? null : tags.headerName();
    return new Distribution(
        names,
        behaviours(config),
        header == null || header.isBlank() ? null : header,
        origins(config),
        errors(config));
  }

  private static Map<String, String> origins(DistributionConfig config) {
    Map<String, String> domains = new HashMap<>();
    if (config.origins() != null) {
      config.origins().items().forEach(origin -> domains.put(origin.id(), origin.domainName()));
    }
    return domains;
  }

  /** A response may be customised without a TTL of its own: then CloudFront's own counts. */
  private static ErrorTtls errors(DistributionConfig config) {
    Map<Integer, Long> seconds = new HashMap<>();
    if (config.customErrorResponses() != null) {
      for (CustomErrorResponse response : config.customErrorResponses().items()) {
        if (response.errorCode() != null && response.errorCachingMinTTL() != null) {
          seconds.put(response.errorCode(), response.errorCachingMinTTL());
        }
      }
    }
    return new ErrorTtls(seconds);
  }

  private List<Behaviour> behaviours(DistributionConfig config) {
    Map<String, CachePolicy> asked = new HashMap<>();
    List<Behaviour> behaviours = new ArrayList<>();
    if (config.cacheBehaviors() != null) {
      for (CacheBehavior one : config.cacheBehaviors().items()) {
        String policy = one.cachePolicyId();
        behaviours.add(
            hasPolicy(policy)
                ? of(
                    one.pathPattern(),
                    asked.computeIfAbsent(policy, this::policy),
                    Deliveries.of(one))
                : LegacyCaching.of(one).behaviour(one.pathPattern()));
      }
    }
    DefaultCacheBehavior last = config.defaultCacheBehavior();
    String policy = last.cachePolicyId();
    behaviours.add(
        hasPolicy(policy)
            ? of(
                Behaviour.DEFAULT_PATTERN,
                asked.computeIfAbsent(policy, this::policy),
                Deliveries.of(last))
            : LegacyCaching.of(last).behaviour(Behaviour.DEFAULT_PATTERN));
    return behaviours;
  }

  private static boolean hasPolicy(@Nullable String id) {
    return id != null && !id.isEmpty();
  }

  private static Behaviour of(String pattern, CachePolicy policy, Delivery delivery) {
    return new Behaviour(pattern, policy.id(), policy.name(), policy.ttl(), policy.key(), delivery);
  }

  private CachePolicy policy(String id) {
    return CachePolicy.managed(id)
        .orElseGet(() -> {
          var config =
              clients
                  .cloudFrontGate
                  .read(
                      "cloudfront:GetCachePolicy",
                      id,
                      () -> clients.cloudFront().getCachePolicy(request -> request.id(id)))
                  .cachePolicy()
                  .cachePolicyConfig();
          return PolicyCaching.of(id, config);
        });
  }
}
