package dev.frontdesk.sandbox.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The figures of each minute in which anything was asked, for sixty days: what CloudWatch answers
 * from. About 200 bytes a minute. Safe for threads; a request costs its minute's lock, which is
 * free but for the requests of the same instant.
 */
public final class Traffic {
  /** A month, and the month before it to compare with. */
  static final Duration KEPT = Duration.ofDays(60);

  private static final int SECONDS = 60;

  private final ConcurrentNavigableMap<Long, Figures> minutes = new ConcurrentSkipListMap<>();
  private volatile boolean additional = true;

  /** Whether hit rate, origin latency and single statuses are measured from now on. */
  public void measureAdditional(boolean on) {
    additional = on;
  }

  public void count(Instant at, Exchange exchange) {
    var figures = minute(at);
    synchronized (figures) {
      figures.add(exchange, additional);
    }
  }

  /**
   * An answer of the origin to the edge.
   *
   * @param at when it had come in full
   * @param latency from the request on
   */
  public void countOrigin(Instant at, Duration latency) {
    if (additional) {
      var figures = minute(at);
      synchronized (figures) {
        figures.addOrigin(latency.toNanos() / 1e6);
      }
    }
  }

  /** Counts in all that another has counted, which is not used any more. */
  public void add(Traffic other) {
    other.minutes.forEach((minute, counted) -> {
      var figures = minute(minute);
      synchronized (figures) {
        figures.add(counted);
      }
    });
  }

  private Figures minute(Instant at) {
    return minute(Math.floorDiv(at.getEpochSecond(), SECONDS));
  }

  private Figures minute(long minute) {
    var known = minutes.get(minute);
    return known == null ? minutes.computeIfAbsent(minute, this::opened) : known;
  }

  /** Each new minute lets the oldest go. */
  private Figures opened(long minute) {
    minutes.headMap(minute - KEPT.toMinutes()).clear();
    return new Figures();
  }

  /**
   * What was counted, by periods; one without a request is not in it.
   *
   * @param from where the first period begins: a whole minute
   * @param to no minute that begins then or later counts
   * @param period a whole number of minutes
   * @return by the beginnings of the periods
   */
  public SortedMap<Instant, Figures> between(Instant from, Instant to, Duration period) {
    long first = from.getEpochSecond() / SECONDS;
    long length = period.toMinutes();
    var periods = new TreeMap<Instant, Figures>();
    var counted = minutes.subMap(first, Math.ceilDiv(to.getEpochSecond(), SECONDS));
    for (Map.Entry<Long, Figures> minute : counted.entrySet()) {
      long start = minute.getKey() - (minute.getKey() - first) % length;
      var sum = periods.computeIfAbsent(Instant.ofEpochSecond(start * SECONDS), _ -> new Figures());
      synchronized (minute.getValue()) {
        sum.add(minute.getValue());
      }
    }
    return periods;
  }
}
