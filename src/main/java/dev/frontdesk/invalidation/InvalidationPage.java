package dev.frontdesk.invalidation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of a distribution's invalidations.
 *
 * @param summaries newest first
 * @param next the marker of the page behind it; null for the last
 */
public record InvalidationPage(List<InvalidationSummary> summaries, @Nullable String next) {
  public InvalidationPage {
    summaries = List.copyOf(summaries);
  }
}
