package dev.frontdesk.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which query strings, headers or cookies belong to a behaviour's cache key.
 *
 * @param mode how {@code names} is to be read
 * @param names of the query strings, headers or cookies; empty for {@code NONE} and {@code ALL}
 */
public record KeyPart(Mode mode, List<String> names) {
  /** As in a cache policy's ParametersInCacheKeyAndForwardedToOrigin. */
  public enum Mode {
    NONE,
    LISTED,
    ALL_EXCEPT,
    ALL
  }

  public static final KeyPart NONE = new KeyPart(Mode.NONE, List.of());
  public static final KeyPart ALL = new KeyPart(Mode.ALL, List.of());

  public KeyPart {
    names = List.copyOf(names);
    if (names.isEmpty() == (mode == Mode.LISTED || mode == Mode.ALL_EXCEPT)) {
      throw new IllegalArgumentException(mode + " does not go with the names " + names);
    }
  }

  /** The names given, and no others. */
  public static KeyPart listed(String... names) {
    return new KeyPart(Mode.LISTED, List.of(names));
  }

  /**
   * Whether something belongs to the key.
   *
   * @param is whether it is called so
   */
  public boolean includes(Predicate<String> is) {
    return switch (mode) {
      case NONE -> false;
      case LISTED -> names.stream().anyMatch(is);
      case ALL_EXCEPT -> names.stream().noneMatch(is);
      case ALL -> true;
    };
  }

  /**
   * Of a query string that which belongs to the key, in its order and spelling; null where nothing
   * does. The order counts (CloudFront Developer Guide, Cache content based on query string
   * parameters).
   */
  public @Nullable String keyed(@Nullable String query) {
    if (query == null || mode == Mode.ALL) {
      return query;
    }
    if (mode == Mode.NONE) {
      return null;
    }
    var kept = new ArrayList<String>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (includes(name::equals)) {
        kept.add(pair);
      }
    }
    return kept.isEmpty() ? null : String.join("&", kept);
  }

  /**
   * Whether a keyed query string can begin so. It may say yes where none does, but never no where
   * one does.
   *
   * @param stem the last of its pairs may have been cut anywhere
   */
  public boolean canBegin(String stem) {
    int last = stem.lastIndexOf('&') + 1;
    if (last > 0 && !stem.substring(0, last - 1).equals(keyed(stem.substring(0, last - 1)))) {
      return false;
    }
    int equals = stem.indexOf('=', last);
    String name = equals < 0 ? stem.substring(last) : stem.substring(last, equals);
    return switch (mode) {
      case NONE -> false;
      case LISTED ->
          names.stream().anyMatch(equals < 0 ? each -> each.startsWith(name) : name::equals);
      case ALL_EXCEPT -> equals < 0 || includes(name::equals);
      case ALL -> true;
    };
  }
}
