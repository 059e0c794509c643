package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.Metric;
import java.time.Duration;

/** What has a chart of its own, the most asked for first. */
enum Quantity {
  HIT_RATIO("hit-ratio", Metric.HIT_RATIO),
  REQUESTS("requests", Metric.REQUESTS),
  LATENCY("latency", Metric.ORIGIN_LATENCY_P90),
  MEDIAN_LATENCY("median-latency", Metric.ORIGIN_LATENCY_P50),
  SERVER_ERRORS("server-errors", Metric.SERVER_ERRORS),
  CLIENT_ERRORS("client-errors", Metric.CLIENT_ERRORS),
  BYTES("bytes", Metric.BYTES_DOWNLOADED),
  UPLOADED("bytes-uploaded", Metric.BYTES_UPLOADED);

  private final String word;
  private final Metric metric;

  Quantity(String word, Metric metric) {
    this.word = word;
    this.metric = metric;
  }

  /** By which ids, style classes and sentences name it. */
  String word() {
    return word;
  }

  Metric metric() {
    return metric;
  }

  /** A point as it is drawn: in percent, a minute, in milliseconds. */
  double drawn(double point, Duration period) {
    return switch (this) {
      case HIT_RATIO, SERVER_ERRORS, CLIENT_ERRORS -> 100 * point;
      case REQUESTS, BYTES, UPLOADED -> point / period.toMinutes();
      case LATENCY, MEDIAN_LATENCY -> point;
    };
  }

  /** What is drawn, in its metric's own unit. */
  double inMetric(double drawn) {
    return switch (this) {
      case HIT_RATIO, SERVER_ERRORS, CLIENT_ERRORS -> drawn / 100;
      case REQUESTS, BYTES, UPLOADED, LATENCY, MEDIAN_LATENCY -> drawn;
    };
  }

  /** The values that its axis reaches from and to, whatever the points. */
  Scale scale(double lowest, double highest) {
    return switch (this) {
      case HIT_RATIO -> Scale.below(100, lowest);
      default -> Scale.above(0, highest);
    };
  }

  /**
   * Whether the ground under its line is an amount: its axis begins at 0, and time makes it more.
   */
  boolean isAmount() {
    return this == REQUESTS || this == BYTES || this == UPLOADED;
  }
}
