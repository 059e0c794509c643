package dev.frontdesk.sandbox.edge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which objects an invalidation's items mean (CloudFront Developer Guide, Invalidation): {@code
 * #tag} in any case; a path that ends in {@code *} every target that begins so, query strings
 * included; any other path exactly the one target, with all its variants by header and cookie.
 * Where query strings belong to the key, they belong to the target.
 */
final class InvalidationMatcher {
  private final Set<String> targets = new HashSet<>();
  private final List<String> beginnings = new ArrayList<>();
  private final Set<String> tags = new HashSet<>();

  InvalidationMatcher(List<String> items) {
    for (String item : items) {
      if (item.startsWith("#")) {
        tags.add(item.substring(1).toLowerCase(Locale.ROOT));
      } else if (item.endsWith("*")) {
        beginnings.add(Target.ofItem(item.substring(0, item.length() - 1)));
      } else {
        targets.add(Target.ofItem(item));
      }
    }
  }

  boolean matches(ObjectKey key, StoredResponse object) {
    return targets.contains(key.target())
        || beginnings.stream().anyMatch(key.target()::startsWith)
        || (!tags.isEmpty() && object.tags().stream().anyMatch(tags::contains));
  }
}
