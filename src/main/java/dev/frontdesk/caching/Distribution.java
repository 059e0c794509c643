package dev.frontdesk.caching;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudFront distribution as it is set up, as far as Frontdesk asks.
 *
 * @param names the host names that readers ask: CloudFront's own first, then the aliases
 * @param behaviours in matching order, the default one last
 * @param cacheTagHeader the response header in which the origin names an object's tags, of the
 *     distribution's CacheTagConfig; null where it has none, and tags invalidate nothing
 * @param origins the domain names of its origins by their ids
 * @param errors how long errors are kept
 */
public record Distribution(
    List<String> names,
    List<Behaviour> behaviours,
    @Nullable String cacheTagHeader,
    Map<String, String> origins,
    ErrorTtls errors) {
  public Distribution {
    names = List.copyOf(names);
    behaviours = List.copyOf(behaviours);
    origins = Map.copyOf(origins);
  }

  /** One whose origins nobody asks about, and which keeps errors as CloudFront does by itself. */
  public Distribution(
      List<String> names, List<Behaviour> behaviours, @Nullable String cacheTagHeader) {
    this(names, behaviours, cacheTagHeader, Map.of(), ErrorTtls.DEFAULT);
  }

  /** Whether objects can be invalidated by tag. */
  public boolean takesTags() {
    return cacheTagHeader != null;
  }
}
