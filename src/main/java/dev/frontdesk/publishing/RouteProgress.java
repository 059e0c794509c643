package dev.frontdesk.publishing;

import dev.frontdesk.caching.Strategy;
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

  RouteProgress in(State next) {
    return new RouteProgress(path, strategy, items, ordered, next);
  }
}
