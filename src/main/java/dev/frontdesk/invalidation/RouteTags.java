package dev.frontdesk.invalidation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tag the answers of a path carry, as far as the connection's routes tell. */
final class RouteTags {
  private record Rule(TemplateParts path, TemplateParts tag) {}

  private final List<Rule> rules = new ArrayList<>();

  RouteTags(List<KnownRoute> routes) {
    for (KnownRoute route : routes) {
      PathTemplate tag = route.tag();
      if (tag != null) {
        var rule = new Rule(TemplateParts.of(route.path()), TemplateParts.of(tag));
        // A tag with an id that the path lacks cannot be told from it.
        if (rule.path.names().containsAll(rule.tag.names())) {
          rules.add(rule);
        }
      }
    }
  }

  /**
   * The tag; null where no route, or no route with a tag, has the path.
   *
   * @param path with or without a query string
   */
  @Nullable CacheTag of(String path) {
    int question = path.indexOf('?');
    String bare = question < 0 ? path : path.substring(0, question);
    for (Rule rule : rules) {
      List<String> ids = rule.path.ids(bare);
      String name = ids == null ? null : rule.tag.fill(rule.path, ids);
      if (name != null && CacheTag.broken(name) == null) {
        return new CacheTag(name);
      }
    }
    return null;
  }

  boolean carries(String path, CacheTag tag) {
    CacheTag carried = of(path);
    return carried != null && carried.key().equals(tag.key());
  }
}
