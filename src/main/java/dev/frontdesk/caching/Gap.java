package dev.frontdesk.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a window of which a metric tells nothing, which is not the same as zero.
 *
 * @param from where its first period begins
 * @param to where its last one ends
 */
public record Gap(Instant from, Instant to, Reason reason) {
  /**
   * How long after its end a period's point may still come. AWS names no bound; what others who
   * read CloudWatch wait for before they take a point for missing is ten minutes (README of the
   * Prometheus CloudWatch exporter, {@code delay_seconds}).
   */
  public static final Duration LATEST = Duration.ofMinutes(10);

  /** Why nothing is known. */
  public enum Reason {
    /** There is no point, and none is to be expected. */
    NO_DATA,
    /** The periods have ended of late, and their points may still come. */
    LATE,
    /** The period has not ended. */
    NOT_ENDED
  }

  /** The stretches of a window without a point, in their order, each as long as its reason. */
  public static List<Gap> of(MetricsWindow window, Series series, Instant now) {
    int newest = newest(window, series);
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < window.periods(); i++) {
      Instant from = window.start(i);
      if (series.at(from).isPresent()) {
        continue;
      }
      Instant to = from.plus(window.period());
      Reason reason = reason(to, i > newest, now);
      Gap last = gaps.isEmpty() ? null : gaps.getLast();
      if (last != null && last.to.equals(from) && last.reason == reason) {
        gaps.set(gaps.size() - 1, new Gap(last.from, to, reason));
      } else {
        gaps.add(new Gap(from, to, reason));
      }
    }
    return List.copyOf(gaps);
  }

  private static Reason reason(Instant end, boolean isTrailing, Instant now) {
    if (end.isAfter(now)) {
      return Reason.NOT_ENDED;
    }
    return isTrailing && end.plus(LATEST).isAfter(now) ? Reason.LATE : Reason.NO_DATA;
  }

  /** The last period that has a point; -1 for none. */
  private static int newest(MetricsWindow window, Series series) {
    Series within = series.within(window);
    return within.isEmpty() ? -1 : window.indexOf(within.points().lastKey());
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
