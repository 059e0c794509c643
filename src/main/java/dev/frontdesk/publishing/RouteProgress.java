package dev.frontdesk.publishing;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.InvalidationItem;
import java.util.List;

/**
 * How far one stale route has come.
 *
 * @param path what readers ask for
 * @param items what is sent to CloudFront for it
 * @param ordered whether the order of arrays in its document matters
 */
public record RouteProgress(
    String path, Strategy strategy, List<String> items, boolean ordered, State state) {
  public RouteProgress {
    items = List.copyOf(items);
  }

  /** The beginning of a stale route's way. */
  static RouteProgress of(StaleRoute route) {
    return new RouteProgress(
        route.path(),
        route.strategy(),
        route.items().stream().map(InvalidationItem::wire).toList(),
        route.ordered(),
        State.SAVED);
  }

  /** What it was at its beginning, to be made fresh again. */
  StaleRoute stale() {
    return new StaleRoute(
        path, strategy, items.stream().map(InvalidationItem::parse).toList(), ordered);
  }

  /** Whether a probe can tell whether it is fresh: it was purged, and is one path. */
  public boolean canBeProbed() {
    return strategy == Strategy.INVALIDATE && InvalidationItem.isOnePath(path);
  }

  /** Whether its purge is still to be carried out, as far as is known. */
  boolean isUnfinished() {
    return switch (state) {
      case SAVING, SAVED, QUEUED, SUBMITTED, UNKNOWN -> true;
      case COMPLETED, FRESH, STALE, EXPIRING, FAILED -> false;
    };
  }

  RouteProgress in(State next) {
    return new RouteProgress(path, strategy, items, ordered, next);
  }
}
