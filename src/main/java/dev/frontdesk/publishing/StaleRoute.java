package dev.frontdesk.publishing;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.RosterChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One answer that a change makes stale, and what makes it fresh.
 *
 * @param path what readers ask for, and a probe too
 * @param items what is sent to CloudFront: the path, with its variants, or a tag
 * @param ordered whether the order of arrays in its document matters
 */
public record StaleRoute(
    String path, Strategy strategy, List<InvalidationItem> items, boolean ordered) {
  public StaleRoute {
    items = List.copyOf(items);
  }

  /**
   * What a person purges. That the order of arrays in it matters is the routes' to say.
   *
   * @param routes of the connection
   */
  static StaleRoute of(PurgePlan.Target target, List<Route> routes) {
    boolean ordered =
        target.canBeProbed()
            && routes.stream().anyMatch(route -> route.ordered() && route.answers(target.path()));
    return new StaleRoute(target.path(), Strategy.INVALIDATE, target.items(), ordered);
  }

  StaleRoute sending(List<InvalidationItem> others) {
    return new StaleRoute(path, strategy, others, ordered);
  }

  /**
   * What {@code change} makes stale: each route of the project once, each route of a member once
   * for everyone the change touches.
   *
   * @param takesTags whether the distribution knows tags
   */
  public static List<StaleRoute> of(
      List<Route> routes, String projectId, RosterChange change, boolean takesTags) {
    return of(routes, projectId, change.touched().map(Member::id).toList(), takesTags);
  }

  /**
   * The answers about a project and some of its members: each route of the project once, each route
   * of a member once for every one of them.
   *
   * @param takesTags whether the distribution knows tags
   */
  public static List<StaleRoute> of(
      List<Route> routes, String projectId, List<String> memberIds, boolean takesTags) {
    List<StaleRoute> stale = new ArrayList<>();
    for (Route route : routes) {
      if (route.isPerMember()) {
        for (String member : memberIds) {
          stale.add(
              of(route, Map.of(Route.PROJECT_ID, projectId, Route.MEMBER_ID, member), takesTags));
        }
      } else {
        stale.add(of(route, Map.of(Route.PROJECT_ID, projectId), takesTags));
      }
    }
    return List.copyOf(stale);
  }

  private static StaleRoute of(Route route, Map<String, String> ids, boolean takesTags) {
    CachePath path = route.path().path(ids);
    List<InvalidationItem> items = new ArrayList<>();
    if (route.strategy() == Strategy.INVALIDATE) {
      if (takesTags && route.tag() != null) {
        items.add(route.tag().tag(ids));
      } else {
        items.add(path);
        if (route.queryVariants()) {
          items.add(new CachePath(path.wire() + "?*"));
        }
      }
    }
    return new StaleRoute(path.wire(), route.strategy(), items, route.ordered());
  }
}
