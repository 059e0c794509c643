package dev.frontdesk.caching;

/**
 * The path pattern of a cache behaviour: {@code *} stands for any number of characters, a slash
 * among them, {@code ?} for exactly one; everything else stands for itself, case-sensitively. A
 * leading slash may be left out, and query strings take no part (CloudFront Developer Guide, Cache
 * behavior settings, Path pattern).
 */
public record PathPattern(String text) {

  /**
   * @param path of a request, without its query string
   */
  public boolean matches(String path) {
    return matches(text, slash(text), path, slash(path));
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
      if (p < pattern.length() && wanted == '*') {
        star = p++;
        resume = at;
      } else if (p < pattern.length() && (wanted == '?' || wanted == path.charAt(at))) {
        p++;
        at++;
      } else if (star >= 0) {
        p = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
