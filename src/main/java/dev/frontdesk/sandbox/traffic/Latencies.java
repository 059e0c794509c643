package dev.frontdesk.sandbox.traffic;

import java.util.Arrays;

/**
 * Durations in milliseconds as a histogram whose classes are 5 % wide, so that a percentile is
 * right to within 2.5 %; sum, least and most are exact. It takes as many bytes as there are classes
 * in use: a minute's durations lie close together. Not safe for threads.
 */
public final class Latencies {
  private static final double STEP = Math.log(1.05);

  /** Less is all one: 0.01 ms. */
  private static final double LEAST = 0.01;

  private short[] classes = new short[4];
  private int[] counts = new int[4];
  private int used;
  private long count;
  private double sum;
  private double least = Double.POSITIVE_INFINITY;
  private double most;

  /**
   * @param millis from 0
   */
  void add(double millis) {
    add(classOf(millis), 1);
    count++;
    sum += millis;
    least = Math.min(least, millis);
    most = Math.max(most, millis);
  }

  void add(Latencies other) {
    for (int i = 0; i < other.used; i++) {
      add(other.classes[i], other.counts[i]);
    }
    count += other.count;
    sum += other.sum;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  private void add(short of, int times) {
    int at = Arrays.binarySearch(classes, 0, used, of);
    if (at < 0) {
      at = -at - 1;
      if (used == classes.length) {
        classes = Arrays.copyOf(classes, used * 2);
        counts = Arrays.copyOf(counts, used * 2);
      }
      System.arraycopy(classes, at, classes, at + 1, used - at);
      System.arraycopy(counts, at, counts, at + 1, used - at);
      classes[at] = of;
      counts[at] = 0;
      used++;
    }
    counts[at] += times;
  }

  private static short classOf(double millis) {
    return (short) Math.round(Math.log(Math.max(millis, LEAST) / LEAST) / STEP);
  }

  public long count() {
    return count;
  }

  public double sum() {
    return sum;
  }

  /** Of none it is infinite. */
  public double least() {
    return least;
  }

  /** Of none it is 0. */
  public double most() {
    return most;
  }

  /**
   * The least duration that so many percent of all do not exceed.
   *
   * @param percent from 0 to 100
   * @throws IllegalStateException if there are none
   */
  public double percentile(double percent) {
    if (count == 0) {
      throw new IllegalStateException("there is no percentile of nothing");
    }
    double rank = Math.max(1, Math.ceil(percent / 100 * count));
    long seen = 0;
    for (int i = 0; i < used; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return Math.clamp(LEAST * Math.exp(classes[i] * STEP), least, most);
      }
    }
    return most;
  }
}
