package dev.frontdesk.caching;

import java.time.Instant;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A metric's points by the beginning of their period. A period without a point is one of which
 * nothing is known: that is not zero.
 */
public record Series(SortedMap<Instant, Double> points) {
  public static final Series EMPTY = new Series(new TreeMap<>());

  public Series {
    points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
  }

  /** The point of the period that begins then. */
  public OptionalDouble at(Instant start) {
    Double value = points.get(start);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Those of the window alone. */
  public Series within(MetricsWindow window) {
    return new Series(points.subMap(window.from(), window.to()));
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }
}
