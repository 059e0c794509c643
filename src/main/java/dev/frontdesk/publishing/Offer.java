package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.CacheTag;

/**
 * Another way to make the same answers fresh: one path in place of thousands, which makes more
 * answers stale than the change does. It is offered, and never taken unasked.
 */
public sealed interface Offer {
  /** The preview that this way gives. */
  Preview preview();

  /** What stands for the many paths. */
  String wire();

  /** Everything under a path, whoever it belongs to. */
  record Wildcard(CachePath path, Preview preview) implements Offer {
    @Override
    public String wire() {
      return path.wire();
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
