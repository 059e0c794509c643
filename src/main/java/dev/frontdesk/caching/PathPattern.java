package dev.frontdesk.caching;

import java.util.BitSet;
import java.util.Optional;

/**
 * The path pattern of a cache behaviour: {@code *} stands for any number of characters, a slash
 * among them, {@code ?} for exactly one; everything else stands for itself, case-sensitively. A
 * leading slash may be left out, and query strings take no part (CloudFront Developer Guide, Cache
 * behavior settings, Path pattern).
 */
public record PathPattern(String text) {
  private static final char MANY = '*';
  private static final char ONE = '?';

  /**
   * @param path of a request, without its query string
   */
  public boolean matches(String path) {
    return matches(text, slash(text), path, slash(path));
  }

  /** Why it does not match a path: the first of its pieces between stars that is not there. */
  public record Mismatch(Where where, String piece) {
    /** Where in the path the piece would have to be. */
    public enum Where {
      /** The pattern has no star: the whole path would have to be it. */
      WHOLE,
      BEGINNING,
      /** Behind what the pieces before it stand for. */
      WITHIN,
      END,
      /** The path does end so, but with characters that the piece before has taken. */
      END_TAKEN
    }
  }

  /**
   * Why it does not match the path; empty where it does.
   *
   * @param path of a request, without its query string
   */
  public Optional<Mismatch> mismatch(String path) {
    if (matches(path)) {
      return Optional.empty();
    }
    String whole = "/" + text.substring(slash(text));
    if (whole.indexOf(MANY) < 0) {
      return Optional.of(new Mismatch(Mismatch.Where.WHOLE, whole));
    }
    // Ever longer beginnings of the pattern, each with all behind it allowed: the first that does
    // not match ends in the piece that is missing.
    for (int star = whole.indexOf(MANY); star >= 0; star = whole.indexOf(MANY, star + 1)) {
      if (!new PathPattern(whole.substring(0, star + 1)).matches(path)) {
        int from = whole.lastIndexOf(MANY, star - 1) + 1;
        var where = from == 0 ? Mismatch.Where.BEGINNING : Mismatch.Where.WITHIN;
        return Optional.of(new Mismatch(where, whole.substring(from, star)));
      }
    }
    String end = whole.substring(whole.lastIndexOf(MANY) + 1);
    // With one more slash before it, so that the path's own counts as a character.
    boolean taken = new PathPattern("/" + MANY + end).matches("/" + path);
    return Optional.of(new Mismatch(taken ? Mismatch.Where.END_TAKEN : Mismatch.Where.END, end));
  }

  /** Where the text behind its leading slash begins: in a million paths, no copies. */
  private static int slash(String path) {
    return path.startsWith("/") ? 1 : 0;
  }

  /** Greedy, and back to the last star only: linear but for patterns with many stars. */
  private static boolean matches(String pattern, int p, String path, int at) {
    int star = -1;
    int resume = 0;
    while (at < path.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : '\0';
      if (p < pattern.length() && wanted == MANY) {
        star = p++;
        resume = at;
      } else if (p < pattern.length() && (wanted == ONE || wanted == path.charAt(at))) {
        p++;
        at++;
      } else if (star >= 0) {
        p = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == MANY) {
      p++;
    }
    return p == pattern.length();
  }

  /**
   * Whether it matches any path that begins so.
   *
   * @param stem begins with a slash
   */
  public boolean matchesSomeBelow(String stem) {
    return !reached(stem).isEmpty();
  }

  /**
   * Whether it matches every path that begins so.
   *
   * @param stem begins with a slash
   */
  public boolean matchesAllBelow(String stem) {
    return reached(stem).stream().anyMatch(at -> at < text.length() && endsAt(at));
  }

  /**
   * Whether it matches all that the other one matches. It may say no where that is so, but never
   * yes where it is not.
   */
  public boolean includes(PathPattern other) {
    // A star of the other's is met by a star alone, its question mark by either.
    return reached(other.text).stream().anyMatch(this::endsAt);
  }

  private boolean endsAt(int at) {
    return text.substring(at).chars().allMatch(c -> c == MANY);
  }

  /** Where in the pattern one may stand when the symbols are read. */
  private BitSet reached(String symbols) {
    var at = new BitSet();
    stand(slash(text), at);
    for (int i = slash(symbols); i < symbols.length(); i++) {
      var next = new BitSet();
      for (int p = at.nextSetBit(0); p >= 0 && p < text.length(); p = at.nextSetBit(p + 1)) {
        char wanted = text.charAt(p);
        char symbol = symbols.charAt(i);
        if (wanted == MANY) {
          stand(p, next);
        } else if (wanted == symbol || (wanted == ONE && symbol != MANY)) {
          stand(p + 1, next);
        }
      }
      at = next;
    }
    return at;
  }

  /** There, and behind the stars that begin there, which may stand for nothing. */
  private void stand(int at, BitSet places) {
    places.set(at);
    for (int p = at; p < text.length() && text.charAt(p) == MANY; p++) {
      places.set(p + 1);
    }
  }
}
