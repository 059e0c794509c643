package dev.frontdesk.invalidation;

import java.util.ArrayList;
import java.util.List;

/**
 * Another way to purge the same: offered with what it costs and over-reaches, never chosen unasked.
 */
public sealed interface PurgeOffer {
  /** The lines that it replaces, in their order. */
  List<Integer> lines();

  /** The text that stands in their place, one item a line. */
  List<String> replacement();

  /** Whether it purges this path, with its query string, and the lines it replaces do not. */
  boolean overReaches(String path);

  /**
   * What gives way to an offer.
   *
   * @param lines where it was pasted, in their order
   * @param items what it asks for, variants among it
   * @param sent how many of these are sent; others cover the rest
   * @param kept what else is in these lines, and stays
   */
  record Replaced(List<Integer> lines, List<InvalidationItem> items, int sent, List<String> kept) {
    public Replaced {
      lines = List.copyOf(lines);
      items = List.copyOf(items);
      kept = List.copyOf(kept);
    }

    boolean purges(String path) {
      return items.stream()
          .map(InvalidationItem::wire)
          .anyMatch(
              wire -> wire.endsWith("*") ? path.startsWith(Stems.of(wire)) : path.equals(wire));
    }

    /** The text in its place. */
    List<String> by(List<String> items) {
      var texts = new ArrayList<>(items);
      texts.addAll(kept);
      return List.copyOf(texts);
    }
  }

  /**
   * Many paths that begin alike: one wildcard. It hits everything else that begins so as well.
   *
   * @param spares how many items fewer are sent
   */
  record Wildcard(CachePath wildcard, Replaced replaced, int spares) implements PurgeOffer {
    @Override
    public List<Integer> lines() {
      return replaced.lines;
    }

    @Override
    public List<String> replacement() {
      return replaced.by(List.of(wildcard.wire()));
    }

    @Override
    public boolean overReaches(String path) {
      return path.startsWith(Stems.of(wildcard.wire())) && !replaced.purges(path);
    }
  }

  /**
   * Paths whose answers carry one tag: it hits whatever else the origin has tagged so as well.
   *
   * @param spares how many items fewer are sent
   * @param routes the connection's, some of which may carry it
   */
  record Tag(CacheTag tag, Replaced replaced, int spares, List<KnownRoute> routes)
      implements PurgeOffer {
    public Tag {
      routes = List.copyOf(routes);
    }

    @Override
    public List<Integer> lines() {
      return replaced.lines;
    }

    @Override
    public List<String> replacement() {
      return replaced.by(List.of(tag.wire()));
    }

    /** {@inheritDoc} Of the connection's routes alone: the rest is known to the origin. */
    @Override
    public boolean overReaches(String path) {
      return new RouteTags(routes).carries(path, tag) && !replaced.purges(path);
    }
  }

  /**
   * A wildcard of which the connection knows the paths that are probably meant.
   *
   * @param paths without their variants, which are named where they are planned
   */
  record Narrower(CachePath wildcard, Replaced replaced, List<CachePath> paths)
      implements PurgeOffer {
    public Narrower {
      paths = List.copyOf(paths);
    }

    @Override
    public List<Integer> lines() {
      return replaced.lines;
    }

    @Override
    public List<String> replacement() {
      return replaced.by(paths.stream().map(CachePath::wire).toList());
    }

    /** {@inheritDoc} Never: it purges less. */
    @Override
    public boolean overReaches(String path) {
      return false;
    }
  }
}
