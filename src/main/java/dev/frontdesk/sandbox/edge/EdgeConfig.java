package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.Behaviour;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the edge knows of its distribution.
 *
 * @param behaviours in their order, the default one, {@code *}, last
 * @param origin the address of what stands behind it, without a path
 * @param pop the edge location that answers claim to come from: {@code FRA56-P4}
 * @param cacheTagHeader the response header that names an object's tags, or null where the
 *     distribution has no CacheTagConfig
 * @param errorTtl the Error Caching Minimum TTL of every status; CloudFront's default is 10 s
 */
public record EdgeConfig(
    String distributionId,
    List<Behaviour> behaviours,
    URI origin,
    String pop,
    @Nullable String cacheTagHeader,
    Duration errorTtl) {

  /** CloudFront Developer Guide, Control how long CloudFront caches errors. */
  public static final Duration DEFAULT_ERROR_TTL = Duration.ofSeconds(10);

  public EdgeConfig {
    behaviours = List.copyOf(behaviours);
    if (behaviours.isEmpty()
        || !behaviours.getLast().pathPattern().equals(Behaviour.DEFAULT_PATTERN)) {
      throw new IllegalArgumentException("the last behaviour is to be the default one, *");
    }
  }
}
