package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.PurgeEffect;
import dev.frontdesk.problem.Problem;

/** What is known of what followed an invalidation. */
sealed interface Followed {
  record Known(PurgeEffect effect) implements Followed {}

  /** The figures around it could not be read. */
  record Failed(Problem problem) implements Followed {}

  /** Why there is nothing to tell. */
  enum Unknown implements Followed {
    /** The distribution does not measure its hit ratio. */
    NOT_MEASURED,
    /** A point of the range stands for too long a time, and nobody has asked for finer ones. */
    NOT_ASKED,
    /** Finer ones are on their way. */
    READING,
    /** CloudWatch keeps none so fine for so long. */
    TOO_OLD,
    /** There are no points around it. */
    NO_POINTS
  }
}
