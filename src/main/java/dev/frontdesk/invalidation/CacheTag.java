package dev.frontdesk.invalidation;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    String rule = broken(name);
    if (rule != null) {
      throw new ProblemException(new Problem.Invalid(rule, name));
    }
  }

  /** The rule that a name breaks; null for none. */
  static @Nullable String broken(String name) {
    if (name.isEmpty()) {
      return "tag-empty";
    }
    if (name.length() > LONGEST) {
      return "tag-too-long";
    }
    if (name.indexOf(',') >= 0) {
      return "tag-comma";
    }
    if (name.indexOf('*') >= 0) {
      return "tag-star";
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || name.charAt(i) >= 127) {
        return "tag-characters";
      }
    }
    return null;
  }

  /** What is equal for all spellings of one tag. */
  String key() {
    return name.toLowerCase(Locale.ROOT);
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
