package dev.frontdesk.invalidation;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.PathPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which paths have a cached object for each query string, made ready for a million questions. */
final class QueryKeys {
  private record Rule(PathPattern pattern, KeyPart queryStrings) {}

  private final List<Rule> rules;
  private final boolean anywhere;

  QueryKeys(List<Behaviour> behaviours) {
    this.rules =
        behaviours.stream()
            .map(each -> new Rule(new PathPattern(each.pathPattern()), each.key().queryStrings()))
            .toList();
    this.anywhere = rules.stream().anyMatch(rule -> varies(rule.queryStrings));
  }

  /**
   * Whether query strings tell objects of this path apart.
   *
   * @param path without a query string
   */
  boolean vary(String path) {
    return anywhere && varies(of(path));
  }

  /** Of the path's query string that which belongs to the cache key; null for nothing. */
  @Nullable String keyed(String path, String query) {
    return of(path).keyed(query);
  }

  /**
   * Whether objects of this path can have a query string that begins so.
   *
   * @param path without a query string
   */
  boolean canBegin(String path, String stem) {
    return of(path).canBegin(stem);
  }

  private KeyPart of(String path) {
    for (Rule rule : rules) {
      if (rule.pattern.matches(path)) {
        return rule.queryStrings;
      }
    }
    return KeyPart.NONE;
  }

  private static boolean varies(KeyPart queryStrings) {
    return queryStrings.mode() != KeyPart.Mode.NONE;
  }
}
