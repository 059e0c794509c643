package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.CacheTag;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.invalidation.Price;
import dev.frontdesk.members.RosterChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a change would make stale, and what would be sent for it.
 *
 * @param stale in the order of the connection's routes
 * @param offers other ways, where this one takes very many paths
 */
public record Preview(List<StaleRoute> stale, List<Offer> offers) {
  /** Beyond so many paths other ways are offered: as many as are free in a month. */
  public static final int MANY = Price.FREE_PATHS;

  public Preview {
    stale = List.copyOf(stale);
    offers = List.copyOf(offers);
  }

  /** Without other ways. */
  public Preview(List<StaleRoute> stale) {
    this(stale, List.of());
  }

  /**
   * Of a change to a project's roster.
   *
   * @param takesTags whether the distribution knows tags
   */
  static Preview of(List<Route> routes, String projectId, RosterChange change, boolean takesTags) {
    var exact = new Preview(StaleRoute.of(routes, projectId, change, takesTags));
    if (exact.items().size() <= MANY) {
      return exact;
    }
    List<Offer> offers = new ArrayList<>();
    Map<String, String> ids = Map.of(Route.PROJECT_ID, projectId);
    List<CachePath> wildcards =
        routes.stream()
            .filter(Route::isPerMember)
            .map(route -> new CachePath(stem(route, ids) + "*"))
            .distinct()
            .toList();
    if (!wildcards.isEmpty()) {
      offers.add(new Offer.Wildcard(wildcards, exact.with(route -> covered(route, wildcards))));
    }
    // A page that shows a member's projects has not carried the tag of one it is about to show.
    if (takesTags && change.added().isEmpty()) {
      routes.stream()
          .filter(route -> route.tag() != null && !route.isPerMember())
          .map(route -> Objects.requireNonNull(route.tag()).tag(ids))
          .findFirst()
          .ifPresent(tag -> offers.add(new Offer.Tag(tag, exact.tagged(tag))));
    }
    return new Preview(exact.stale, offers);
  }

  /** What the paths of a route begin with, whoever the member is. */
  private static String stem(Route route, Map<String, String> ids) {
    String path = route.path().text();
    int member = path.indexOf("{" + Route.MEMBER_ID + "}");
    return new PathTemplate(path.substring(0, member)).path(ids).wire();
  }

  private static StaleRoute covered(StaleRoute route, List<CachePath> wildcards) {
    return wildcards.stream()
        .filter(wildcard -> !route.items().isEmpty() && covers(wildcard, route.path()))
        .findFirst()
        .map(wildcard -> route.sending(List.of(wildcard)))
        .orElse(route);
  }

  private static boolean covers(CachePath wildcard, String path) {
    return path.startsWith(wildcard.wire().substring(0, wildcard.wire().length() - 1));
  }

  private Preview tagged(CacheTag tag) {
    return with(route -> route.items().isEmpty() ? route : route.sending(List.of(tag)));
  }

  private Preview with(UnaryOperator<StaleRoute> change) {
    return new Preview(stale.stream().map(change).toList());
  }

  /** Everything that is sent, each once. */
  public List<InvalidationItem> items() {
    Map<String, InvalidationItem> distinct = new LinkedHashMap<>();
    stale.stream()
        .flatMap(route -> route.items().stream())
        .forEach(item -> distinct.putIfAbsent(item.wire(), item));
    return List.copyOf(distinct.values());
  }

  /** What it costs in USD where this month's free paths are used up: the most it can cost. */
  public double costAtMostUsd() {
    return Price.usd(items().size());
  }
}
