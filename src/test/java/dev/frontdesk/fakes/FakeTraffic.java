package dev.frontdesk.fakes;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * A made-up distribution's day: more requests by day than by night, a hit ratio that falls after a
 * purge and comes back, an hour of which nothing is known. The same instant has the same figures in
 * every window.
 */
public final class FakeTraffic {
  private static final double USUAL = 0.95;
  private static final Duration BACK = Duration.ofMinutes(15);

  private final Instant now;
  private final List<Fall> falls;

  /**
   * @param by how much the ratio falls, 0 to 1
   */
  public record Fall(Instant at, double by) {}

  /**
   * @param now from when on there are no points; those of the last minutes are late
   */
  public FakeTraffic(Instant now, List<Fall> falls) {
    this.now = now;
    this.falls = falls;
  }

  /** What CloudWatch tells of it. */
  public MetricsReading read(MetricsWindow window) {
    Instant unknown = now.minus(Duration.ofMinutes(595));
    return reading(window).without(unknown, unknown.plus(Duration.ofMinutes(40))).read();
  }

  /** The same, to be changed further. */
  public FakeReading reading(MetricsWindow window) {
    double minutes = window.period().toMinutes();
    return new FakeReading(window)
        .each(Metric.REQUESTS, at -> Math.rint(minutes * requests(at)))
        .each(Metric.BYTES_DOWNLOADED, at -> Math.rint(minutes * requests(at) * 21_700))
        .each(Metric.BYTES_UPLOADED, at -> Math.rint(minutes * requests(at) * 310))
        .each(Metric.CLIENT_ERRORS, at -> 0.012 + 0.002 * noise(at, 5))
        .each(Metric.SERVER_ERRORS, at -> 0.0003 + 0.0001 * noise(at, 6))
        .each(Metric.HIT_RATIO, at -> USUAL + 0.005 * noise(at, 1) - fallen(at, window.period()))
        .each(
            Metric.ORIGIN_LATENCY_P50,
            at -> 34 + 3 * noise(at, 2) + 60 * fallen(at, window.period()))
        .each(
            Metric.ORIGIN_LATENCY_P90,
            at -> 120 + 6 * noise(at, 3) + 950 * fallen(at, window.period()))
        .without(now.minus(Duration.ofMinutes(3)), window.to());
  }

  private double requests(Instant at) {
    double hour = (at.getEpochSecond() % 86_400) / 3_600.0;
    return 1_250 + 750 * Math.cos((hour - 14.5) / 24 * 2 * Math.PI) + 40 * noise(at, 4);
  }

  /** By how much the ratio is lower over a period, on average: long periods level a short fall. */
  private double fallen(Instant at, Duration period) {
    double back = BACK.toSeconds();
    double fallen = 0;
    for (Fall fall : falls) {
      double since = Duration.between(fall.at(), at).toSeconds();
      double first = Math.max(0, since);
      double last = Math.max(0, since + period.toSeconds());
      double lost = back * (Math.exp(-first / back) - Math.exp(-last / back));
      fallen += fall.by() * lost / period.toSeconds();
    }
    return fallen;
  }

  private static double noise(Instant at, int kind) {
    return new Random(at.getEpochSecond() * 31 + kind * 7_919L).nextGaussian();
  }
}
