package dev.frontdesk.caching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What CloudWatch told.
 *
 * @param window what was asked for; the series reach back over the one before it as well
 * @param series of each metric that was asked for; without points where there were none
 * @param additional whether the distribution measures hit ratio and origin latency
 * @param gaps what CloudWatch said about points that it could not give, in its words; empty where
 *     it gave all it has
 * @param metricsAsked how many metrics were paid for, over all calls
 * @param madeUpBefore what is older was made up by the sandbox; null where all was measured
 */
public record MetricsReading(
    MetricsWindow window,
    Map<Metric, Series> series,
    Additional additional,
    List<String> gaps,
    int metricsAsked,
    @Nullable Instant madeUpBefore) {
  /** For each metric asked for (Amazon CloudWatch pricing, "GetMetricData"): 0.01 USD in 1,000. */
  private static final BigDecimal USD_A_METRIC = new BigDecimal("0.00001");

  /** Whether additional metrics are turned on for a distribution. */
  public enum Additional {
    ON,
    OFF,
    /** CloudFront did not tell, by want of permission or otherwise. */
    NOT_KNOWN
  }

  public MetricsReading {
    series = Map.copyOf(series);
    gaps = List.copyOf(gaps);
  }

  public Series series(Metric metric) {
    return series.getOrDefault(metric, Series.EMPTY);
  }

  /** Whether a metric is not to be had, since the additional metrics are off. */
  public boolean isOff(Metric metric) {
    return metric.isAdditional() && additional == Additional.OFF;
  }

  /** What was made up of the window and the one before it: all before then; empty for nothing. */
  public Optional<Instant> madeUp() {
    return Optional.ofNullable(madeUpBefore).filter(at -> at.isAfter(window.before().from()));
  }

  /** What the calls cost. */
  public BigDecimal costUsd() {
    return costUsd(metricsAsked);
  }

  /** What it costs to ask for so many metrics. */
  public static BigDecimal costUsd(int metrics) {
    return USD_A_METRIC.multiply(BigDecimal.valueOf(metrics));
  }
}
