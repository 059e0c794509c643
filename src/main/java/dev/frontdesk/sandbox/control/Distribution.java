package dev.frontdesk.sandbox.control;

import dev.frontdesk.caching.Behaviour;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's distribution as its API describes it.
 *
 * @param domainName what viewers would call
 * @param origin its one origin
 * @param behaviours in the order they match, the default one last
 * @param cacheTagHeader the response header that carries an object's tags; null without
 */
public record Distribution(
    String id,
    String domainName,
    Instant modified,
    URI origin,
    List<Behaviour> behaviours,
    @Nullable String cacheTagHeader) {
  public Distribution {
    behaviours = List.copyOf(behaviours);
    if (behaviours.isEmpty()
        || !behaviours.getLast().pathPattern().equals(Behaviour.DEFAULT_PATTERN)) {
      throw new IllegalArgumentException("the last behaviour is the default one, for *");
    }
  }

  /** As every distribution's, with the account of the sandbox. */
  String arn() {
    return "arn:aws:cloudfront::%s:distribution/%s".formatted(StsApi.ACCOUNT, id);
  }

  Behaviour defaultBehaviour() {
    return behaviours.getLast();
  }

  List<Behaviour> otherBehaviours() {
    return behaviours.subList(0, behaviours.size() - 1);
  }
}
