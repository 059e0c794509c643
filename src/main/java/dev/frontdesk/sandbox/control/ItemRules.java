package dev.frontdesk.sandbox.control;

/**
 * What CloudFront accepts as an item of an invalidation (CloudFront Developer Guide, "Specify the
 * files to invalidate" and "Invalidate by tags").
 */
final class ItemRules {
  static final int MAX_PATH_LENGTH = 4_000;
  static final int MAX_TAG_LENGTH = 256;

  /**
   * What RFC 1738, section 2.2, calls unsafe. A raw {@code ~} is refused by CloudFront although
   * later standards allow it (aws-sdk issue 525); {@code #} would begin a fragment, which no cache
   * ever sees.
   */
  private static final String UNSAFE = "<>\"#{}|\\^~[]`";

  private ItemRules() {}

  /** A path whose last character is {@code *}; tags have no wildcards. */
  static boolean isWildcard(String item) {
    return item.startsWith("/") && item.endsWith("*");
  }

  /**
   * @throws CloudFrontError InvalidArgument if it is neither a path nor a tag
   */
  static void check(String item) {
    boolean good = item.startsWith("#") ? isTag(item.substring(1)) : isPath(item);
    if (!good) {
      throw CloudFrontError.invalidArgument(
          "Your request contains one or more invalid invalidation paths.");
    }
  }

  private static boolean isTag(String tag) {
    return !tag.isEmpty()
        && tag.length() <= MAX_TAG_LENGTH
        && tag.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ',' && c != '*');
  }

  private static boolean isPath(String path) {
    int star = path.indexOf('*');
    return path.startsWith("/")
        && path.length() <= MAX_PATH_LENGTH
        && (star < 0 || star == path.length() - 1)
        && path.chars().allMatch(c -> c > ' ' && c < 0x7f && UNSAFE.indexOf(c) < 0)
        && escapesAreWhole(path);
  }

  private static boolean escapesAreWhole(String path) {
    for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
      if (at + 2 >= path.length()
          || Character.digit(path.charAt(at + 1), 16) < 0
          || Character.digit(path.charAt(at + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
