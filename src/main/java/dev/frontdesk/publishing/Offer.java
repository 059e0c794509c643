package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.CacheTag;
import java.util.List;

/**
 * Another way to make the same answers fresh: few paths in place of thousands, which make more
 * answers stale than the change does. It is offered, and never taken unasked.
 */
public sealed interface Offer {
  /** The preview that this way gives. */
  Preview preview();

  /** What stands for the many paths, as it is sent; several are separated by a comma. */
  String wire();

  /**
   * Everything under a path, whoever it belongs to.
   *
   * @param paths one for each route that has a path for each member
   */
  record Wildcard(List<CachePath> paths, Preview preview) implements Offer {
    public Wildcard {
      paths = List.copyOf(paths);
    }

    @Override
    public String wire() {
      return String.join(", ", paths.stream().map(CachePath::wire).toList());
    }
  }

  /** Whatever the origin has tagged so: it reaches an answer only where it carried the tag. */
  record Tag(CacheTag tag, Preview preview) implements Offer {
    @Override
    public String wire() {
      return tag.wire();
    }
  }
}
