package dev.frontdesk.publishing;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.PathTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A cached API path that a change makes stale.
 *
 * @param path a template over {@code projectId} or {@code memberId}
 * @param tag sent instead of the path where the distribution knows tags; null for none
 * @param ordered whether the order of arrays in its document matters
 * @param queryVariants whether its variants with a query string go too: {@code path?*}
 */
public record Route(
    PathTemplate path,
    Strategy strategy,
    @Nullable PathTemplate tag,
    boolean ordered,
    boolean queryVariants) {
  /** The place that stands for the project in a template. */
  public static final String PROJECT_ID = "projectId";

  /** The place that stands for a member in a template: such a route has one path for each. */
  public static final String MEMBER_ID = "memberId";

  /** Whether it has a path for each member, and not one for the project. */
  public boolean isPerMember() {
    return path.variables().contains(MEMBER_ID);
  }

  /**
   * Whether what readers ask for there is this route's.
   *
   * @param target a path, with or without a query string
   */
  public boolean answers(String target) {
    int question = target.indexOf('?');
    return path.matches(question < 0 ? target : target.substring(0, question));
  }
}
