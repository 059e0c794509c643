package dev.frontdesk.invalidation;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;

/**
 * A cache tag (CloudFront Developer Guide, "Invalidate by tags"): at most 256 visible ASCII
 * characters, no comma, no wildcard, the same whatever its case.
 */
public record CacheTag(String name) implements InvalidationItem {
  /** In characters. */
  public static final int LONGEST = 256;

  /**
   * @throws ProblemException with {@code Invalid} for a name that CloudFront would refuse
   */
  public CacheTag {
    if (name.isEmpty()
        || name.length() > LONGEST
        || !name.chars().allMatch(c -> c > ' ' && c < 127 && c != ',' && c != '*')) {
      throw new ProblemException(new Problem.Invalid("tag-malformed", name));
    }
  }

  @Override
  public String wire() {
    return "#" + name;
  }

  @Override
  public boolean isWildcard() {
    return false;
  }

  @Override
  public String toString() {
    return wire();
  }
}
