package dev.frontdesk.fakes;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.publishing.Route;

/** Routes as most connections have them. */
public final class FakeRoutes {
  private FakeRoutes() {}

  /** The roster's own, purged at each change, its members in any order. */
  public static Route members() {
    return new Route(
        new PathTemplate("/projects/{projectId}/members"), Strategy.INVALIDATE, null, false, false);
  }
}
