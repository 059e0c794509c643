package dev.frontdesk.caching;

import java.util.List;

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
}
