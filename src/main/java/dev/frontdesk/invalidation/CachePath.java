package dev.frontdesk.invalidation;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;

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
   * Beside the letters of RFC 1738's "unsafe" list; the hash begins a fragment, which no request
   * carries.
   */
  private static final String UNSAFE = " \"<>#{}|\\^[]`";

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

  private static @org.jspecify.annotations.Nullable String broken(String wire) {
    if (!wire.startsWith("/")) {
      return "path-no-slash";
    }
    if (wire.length() > LONGEST) {
      return "path-too-long";
    }
    // Raw it is refused as InvalidArgument, encoded it matches nothing (aws-sdk issue 525).
    if (wire.indexOf('~') >= 0 || wire.contains("%7E") || wire.contains("%7e")) {
      return "path-tilde";
    }
    for (int i = 0; i < wire.length(); i++) {
      char c = wire.charAt(i);
      if (c <= ' ' || c >= 127 || UNSAFE.indexOf(c) >= 0) {
        return "path-unencoded";
      }
      if (c == '%' && !isHex(wire, i + 1)) {
        return "path-percent";
      }
    }
    int star = wire.indexOf('*');
    return star >= 0 && star < wire.length() - 1 ? "path-star" : null;
  }

  private static boolean isHex(String text, int at) {
    return at + 1 < text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0;
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
