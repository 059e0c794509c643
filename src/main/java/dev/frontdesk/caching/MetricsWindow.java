package dev.frontdesk.caching;

import java.time.Duration;
import java.time.Instant;

/**
 * A range of time cut into periods of one length, each with at most one point of a metric.
 *
 * @param from where the first period begins
 * @param to where the last one ends; that one may not have ended yet
 * @param period a whole number of minutes
 */
public record MetricsWindow(Instant from, Instant to, Duration period) {
  /** Enough for a line across a page, few enough to be read. */
  private static final int MOST_PERIODS = 360;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Those that divide a day, so that periods begin where a reader of a clock expects it. */
  private static final long[] MINUTES = {1, 5, 15, 30, 60, 120, 240, 360, 720, 1440};

  public MetricsWindow {
    if (!period.isPositive() || !period.equals(Duration.ofMinutes(period.toMinutes()))) {
      throw new IllegalArgumentException("a period is a whole number of minutes, not " + period);
    }
    if (!from.isBefore(to)
        || from.getEpochSecond() % period.toSeconds() != 0
        || to.getEpochSecond() % period.toSeconds() != 0) {
      throw new IllegalArgumentException(
          "a window is a number of whole periods: %s to %s by %s".formatted(from, to, period));
    }
  }

  /**
   * The window of about this length that ends with the period that runs now, by the shortest period
   * that is kept that long, for it and as long before it, and makes no more points than can be told
   * apart. One-minute points are kept for 15 days, five-minute points for 63, one-hour points for
   * 455 (CloudWatch User Guide, "Metrics retention").
   *
   * @param length from an hour to 227 days
   */
  public static MetricsWindow ending(Instant now, Duration length) {
    Duration period = period(length);
    long seconds = period.toSeconds();
    long end = Math.ceilDiv(now.getEpochSecond() + 1, seconds) * seconds;
    long periods = periods(length, period);
    return new MetricsWindow(
        Instant.ofEpochSecond(end - periods * seconds), Instant.ofEpochSecond(end), period);
  }

  /**
   * The window that covers a stretch of time, by the shortest period that is kept that long, for it
   * and as long before it, however many points that makes.
   *
   * @param from before {@code now}
   * @param to where it is after {@code now}, the window ends with the period that runs then
   */
  public static MetricsWindow covering(Instant from, Instant to, Instant now) {
    boolean isOver = !to.isAfter(now);
    Duration length = Duration.between(from, isOver ? to : now);
    long seconds =
        kept(Duration.between(from.minus(length), now).plus(HOUR.multipliedBy(2))).toSeconds();
    long begin = Math.floorDiv(from.getEpochSecond(), seconds) * seconds;
    long last = isOver ? to.minusNanos(1).getEpochSecond() : now.getEpochSecond();
    long end = Math.floorDiv(last, seconds) + 1;
    return new MetricsWindow(
        Instant.ofEpochSecond(begin),
        Instant.ofEpochSecond(Math.max(end * seconds, begin + seconds)),
        Duration.ofSeconds(seconds));
  }

  private static Duration period(Duration length) {
    Duration kept = kept(length.multipliedBy(2).plus(HOUR));
    for (long minutes : MINUTES) {
      Duration period = Duration.ofMinutes(minutes);
      if (period.compareTo(kept) >= 0 && periods(length, period) <= MOST_PERIODS) {
        return period;
      }
    }
    return Duration.ofMinutes(MINUTES[MINUTES.length - 1]);
  }

  /** How many it takes to reach as far, the last one whole. */
  private static long periods(Duration length, Duration period) {
    return Math.ceilDiv(length.toSeconds(), period.toSeconds());
  }

  private static Duration kept(Duration age) {
    return age.compareTo(Duration.ofDays(15)) < 0
        ? MINUTE
        : age.compareTo(Duration.ofDays(63)) < 0 ? FIVE_MINUTES : HOUR;
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  public int periods() {
    return (int) length().dividedBy(period);
  }

  /** As long, just before. */
  public MetricsWindow before() {
    return new MetricsWindow(from.minus(length()), from, period);
  }

  /** The period that an instant is in: its number, negative before the first. */
  public int indexOf(Instant at) {
    return (int) Math.floorDiv(at.getEpochSecond() - from.getEpochSecond(), period.toSeconds());
  }

  /** Where the i-th period begins, the first being 0. */
  public Instant start(int i) {
    return from.plus(period.multipliedBy(i));
  }
}
