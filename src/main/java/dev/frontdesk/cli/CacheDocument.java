package dev.frontdesk.cli;

import dev.frontdesk.caching.CacheFigures;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code cache --json}. Shares are from 0 to 1; null is what is not known, which is
 * not zero.
 *
 * @param hitRatio an estimate, see {@link CacheFigures}
 * @param originLatencyMs the median, an estimate likewise
 * @param additionalMetrics {@code on}, {@code off} or {@code not_known}
 * @param change by how much each has risen against the range before, in its own unit, over those
 *     periods that are known in both
 * @param series each period that has begun, with nulls where CloudWatch has no point
 * @param gaps what CloudWatch said about points that it did not give
 * @param madeUpBefore what is older was made up by the sandbox
 */
record CacheDocument(
    Instant from,
    Instant to,
    long periodSeconds,
    @Nullable Double hitRatio,
    @Nullable Long requests,
    @Nullable Double errorRate4xx,
    @Nullable Double errorRate5xx,
    @Nullable Double originLatencyMs,
    @Nullable Double originLatencyP90Ms,
    @Nullable Long bytesDownloaded,
    @Nullable Long bytesUploaded,
    String additionalMetrics,
    Change change,
    List<Point> series,
    List<String> gaps,
    @Nullable Instant madeUpBefore,
    BigDecimal costUsd) {
  record Point(
      Instant at,
      @Nullable Double hitRatio,
      @Nullable Long requests,
      @Nullable Double errorRate4xx,
      @Nullable Double errorRate5xx,
      @Nullable Double originLatencyMs,
      @Nullable Double originLatencyP90Ms,
      @Nullable Long bytesDownloaded,
      @Nullable Long bytesUploaded) {}

  record Change(
      @Nullable Double hitRatio,
      @Nullable Long requests,
      @Nullable Double errorRate4xx,
      @Nullable Double errorRate5xx,
      @Nullable Double originLatencyMs,
      @Nullable Double originLatencyP90Ms,
      @Nullable Long bytesDownloaded,
      @Nullable Long bytesUploaded) {
    private static Change of(CacheFigures figures) {
      return new Change(
          real(figures.of(Metric.HIT_RATIO).change()),
          whole(figures.of(Metric.REQUESTS).change()),
          real(figures.of(Metric.CLIENT_ERRORS).change()),
          real(figures.of(Metric.SERVER_ERRORS).change()),
          real(figures.of(Metric.ORIGIN_LATENCY_P50).change()),
          real(figures.of(Metric.ORIGIN_LATENCY_P90).change()),
          whole(figures.of(Metric.BYTES_DOWNLOADED).change()),
          whole(figures.of(Metric.BYTES_UPLOADED).change()));
    }
  }

  /**
   * @param now what begins later has no point yet
   */
  static CacheDocument of(MetricsReading reading, Instant now) {
    CacheFigures figures = CacheFigures.of(reading, now);
    MetricsWindow window = reading.window();
    return new CacheDocument(
        window.from(),
        window.to(),
        window.period().toSeconds(),
        real(figures.of(Metric.HIT_RATIO).value()),
        whole(figures.of(Metric.REQUESTS).value()),
        real(figures.of(Metric.CLIENT_ERRORS).value()),
        real(figures.of(Metric.SERVER_ERRORS).value()),
        real(figures.of(Metric.ORIGIN_LATENCY_P50).value()),
        real(figures.of(Metric.ORIGIN_LATENCY_P90).value()),
        whole(figures.of(Metric.BYTES_DOWNLOADED).value()),
        whole(figures.of(Metric.BYTES_UPLOADED).value()),
        reading.additional().name().toLowerCase(Locale.ROOT),
        Change.of(figures),
        IntStream.range(0, window.periods())
            .mapToObj(window::start)
            .filter(start -> !start.isAfter(now))
            .map(start -> point(start, reading))
            .toList(),
        reading.gaps(),
        reading.madeUpBefore(),
        reading.costUsd());
  }

  private static Point point(Instant start, MetricsReading reading) {
    return new Point(
        start,
        real(reading.series(Metric.HIT_RATIO).at(start)),
        whole(reading.series(Metric.REQUESTS).at(start)),
        real(reading.series(Metric.CLIENT_ERRORS).at(start)),
        real(reading.series(Metric.SERVER_ERRORS).at(start)),
        real(reading.series(Metric.ORIGIN_LATENCY_P50).at(start)),
        real(reading.series(Metric.ORIGIN_LATENCY_P90).at(start)),
        whole(reading.series(Metric.BYTES_DOWNLOADED).at(start)),
        whole(reading.series(Metric.BYTES_UPLOADED).at(start)));
  }

  private static @Nullable Double real(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static @Nullable Long whole(OptionalDouble value) {
    return value.isPresent() ? Math.round(value.getAsDouble()) : null;
  }
}
