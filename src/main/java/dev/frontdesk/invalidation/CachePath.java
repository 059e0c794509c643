package dev.frontdesk.invalidation;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A path as CloudFront takes it for an invalidation (CloudFront Developer Guide, "Specify the files
 * to invalidate"): it begins with a slash, is case-sensitive, has at most 4,000 characters, counts
 * {@code *} as a wildcard only as its last character, and is percent-encoded where it must be and
 * nowhere else: anything else would invalidate nothing, without a word.
 */
public record CachePath(String wire) implements InvalidationItem {
  /** In characters. */
  public static final int LONGEST = 4_000;

  /**
   * @throws ProblemException with {@code Invalid} for a path that CloudFront would refuse, or take
   *     and then match with nothing
   */
  public CachePath {
    String rule = broken(wire);
    if (rule != null) {
      throw new ProblemException(new Problem.Invalid(rule, wire));
    }
  }

  /** The rule that a path breaks; null for none. */
  static @Nullable String broken(String wire) {
    if (!wire.startsWith("/")) {
      return "path-no-slash";
    }
    if (wire.length() > LONGEST) {
      return "path-too-long";
    }
    // Raw it is refused as InvalidArgument, encoded it matches nothing (aws-sdk issue 525).
    if (tilde(wire) >= 0) {
      return "path-tilde";
    }
    for (int i = 0; i < wire.length(); i++) {
      char c = wire.charAt(i);
      if (c > 127 || Spelling.isUnsafe(c)) {
        return "path-unencoded";
      }
      if (c == '%' && !Spelling.isEscape(wire, i)) {
        return "path-percent";
      }
    }
    int star = wire.indexOf('*');
    return star >= 0 && star < wire.length() - 1 ? "path-star" : null;
  }

  /** Where the first tilde stands, raw or encoded; below 0 where there is none. */
  static int tilde(String wire) {
    int raw = wire.indexOf('~');
    for (int at = wire.indexOf("%7"); at >= 0; at = wire.indexOf("%7", at + 1)) {
      if (at + 2 < wire.length() && (wire.charAt(at + 2) | 0x20) == 'e') {
        return raw < 0 ? at : Math.min(raw, at);
      }
    }
    return raw;
  }

  @Override
  public boolean isWildcard() {
    return wire.endsWith("*");
  }

  @Override
  public String toString() {
    return wire;
  }
}
