package dev.frontdesk.invalidation;

import java.util.List;

/**
 * Another way to purge the same: offered with what it costs and over-reaches, never chosen unasked.
 */
public sealed interface PurgeOffer {
  /** The lines that it replaces. */
  List<Integer> lines();

  /** The text that stands in their place, one item a line. */
  List<String> replacement();

  /** Whether it purges this path, with its query string, and the lines it replaces do not. */
  boolean overReaches(String path);

  /**
   * Many paths that begin alike: one wildcard. It hits everything else that begins so as well.
   *
   * @param spares how many items fewer are sent
   */
  record Wildcard(CachePath wildcard, List<Integer> lines, int spares) implements PurgeOffer {
    @Override
    public List<String> replacement() {
      return List.of(wildcard.wire());
    }

    @Override
    public boolean overReaches(String path) {
      throw new UnsupportedOperationException("to be written");
    }
  }

  /** Paths whose answers carry one tag: it hits whatever else the origin has tagged so as well. */
  record Tag(CacheTag tag, List<Integer> lines, int spares) implements PurgeOffer {
    @Override
    public List<String> replacement() {
      return List.of(tag.wire());
    }

    @Override
    public boolean overReaches(String path) {
      throw new UnsupportedOperationException("to be written");
    }
  }

  /** A wildcard of which the connection knows the paths that are probably meant. */
  record Narrower(CachePath wildcard, List<Integer> lines, List<String> replacement)
      implements PurgeOffer {
    public Narrower {
      lines = List.copyOf(lines);
      replacement = List.copyOf(replacement);
    }

    @Override
    public boolean overReaches(String path) {
      return false;
    }
  }
}
