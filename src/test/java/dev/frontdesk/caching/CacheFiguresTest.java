package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.fakes.FakeReading;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CacheFiguresTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:00:30Z");
  private static final MetricsWindow WINDOW = MetricsWindow.ending(NOW, Duration.ofHours(1));
  private static final Instant FIRST = WINDOW.start(0);
  private static final Instant SECOND = WINDOW.start(1);
  private static final double EXACT = 1e-9;

  @Test
  void ofNothingNothingIsKnown() {
    CacheFigures figures = figures(new FakeReading(WINDOW));
    for (Metric metric : Metric.values()) {
      assertEquals(Figure.NOT_KNOWN, figures.of(metric));
      assertEquals(OptionalDouble.empty(), figures.of(metric).change());
    }
  }

  /** No requests are known to have come; that nothing is known of is another matter. */
  @Test
  void zeroIsAFigure() {
    CacheFigures figures = figures(new FakeReading(WINDOW).put(Metric.REQUESTS, FIRST, 0));
    assertEquals(OptionalDouble.of(0), figures.of(Metric.REQUESTS).value());
  }

  @Test
  void requestsAndBytesAreSums() {
    CacheFigures figures =
        figures(
            new FakeReading(WINDOW)
                .put(Metric.REQUESTS, FIRST, 30)
                .put(Metric.REQUESTS, SECOND, 12)
                .put(Metric.BYTES_DOWNLOADED, FIRST, 1e9)
                .put(Metric.BYTES_UPLOADED, SECOND, 5));
    assertEquals(OptionalDouble.of(42), figures.of(Metric.REQUESTS).value());
    assertEquals(OptionalDouble.of(1e9), figures.of(Metric.BYTES_DOWNLOADED).value());
    assertEquals(OptionalDouble.of(5), figures.of(Metric.BYTES_UPLOADED).value());
  }

  @Test
  void sharesAreWeightedByRequests() {
    CacheFigures figures =
        figures(
            new FakeReading(WINDOW)
                .put(Metric.REQUESTS, FIRST, 900)
                .put(Metric.HIT_RATIO, FIRST, 1)
                .put(Metric.SERVER_ERRORS, FIRST, 0)
                .put(Metric.REQUESTS, SECOND, 100)
                .put(Metric.HIT_RATIO, SECOND, 0.5)
                .put(Metric.SERVER_ERRORS, SECOND, 0.2));
    assertEquals(0.95, value(figures, Metric.HIT_RATIO), EXACT);
    assertEquals(0.02, value(figures, Metric.SERVER_ERRORS), EXACT);
  }

  /** A share of which nobody knows how many requests it stands for has no weight. */
  @Test
  void aShareWithoutRequestsIsNone() {
    CacheFigures figures = figures(new FakeReading(WINDOW).put(Metric.HIT_RATIO, FIRST, 0.9));
    assertEquals(OptionalDouble.empty(), figures.of(Metric.HIT_RATIO).value());
  }

  /** The ratio leaves out POST and PUT, which go to the origin all the same. */
  @Test
  void latencyIsKnownWhereEveryReadWasAHit() {
    CacheFigures figures =
        figures(
            new FakeReading(WINDOW)
                .put(Metric.REQUESTS, FIRST, 1_000)
                .put(Metric.HIT_RATIO, FIRST, 1)
                .put(Metric.ORIGIN_LATENCY_P90, FIRST, 100));
    assertEquals(100, value(figures, Metric.ORIGIN_LATENCY_P90), EXACT);
  }

  @Test
  void latencyIsWeightedByWhatWentToTheOrigin() {
    CacheFigures figures =
        figures(
            new FakeReading(WINDOW)
                .put(Metric.REQUESTS, FIRST, 1_000)
                .put(Metric.HIT_RATIO, FIRST, 0.9)
                .put(Metric.ORIGIN_LATENCY_P90, FIRST, 100)
                .put(Metric.REQUESTS, SECOND, 1_000)
                .put(Metric.HIT_RATIO, SECOND, 0.7)
                .put(Metric.ORIGIN_LATENCY_P90, SECOND, 300));
    assertEquals((100 * 100 + 300 * 300) / 400.0, value(figures, Metric.ORIGIN_LATENCY_P90), EXACT);
  }

  /** The running period and gaps of either window are left out on both sides. */
  @Test
  void likeIsComparedWithLike() {
    MetricsWindow before = WINDOW.before();
    Instant running = WINDOW.start(WINDOW.periods() - 1);
    CacheFigures figures =
        figures(
            new FakeReading(WINDOW)
                .put(Metric.REQUESTS, FIRST, 10)
                .put(Metric.REQUESTS, SECOND, 20)
                .put(Metric.REQUESTS, running, 3)
                .put(Metric.REQUESTS, before.start(0), 8)
                .put(Metric.REQUESTS, before.start(2), 500)
                .put(Metric.REQUESTS, before.start(WINDOW.periods() - 1), 70));
    Figure requests = figures.of(Metric.REQUESTS);
    assertEquals(OptionalDouble.of(33), requests.value());
    assertEquals(OptionalDouble.of(10), requests.compared());
    assertEquals(OptionalDouble.of(8), requests.before());
    assertEquals(OptionalDouble.of(2), requests.change());
  }

  /**
   * Where all requests are cacheable, the figure is the share that the counters of hits and
   * requests give, however they fall on the periods; and it lies between the periods' own.
   */
  @Test
  void theRatioIsThatOfTheCounters() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("CacheFiguresTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      var reading = new FakeReading(WINDOW);
      double hits = 0;
      double requests = 0;
      double lowest = 1;
      double highest = 0;
      for (int i = 0; i < WINDOW.periods(); i++) {
        if (random.nextInt(4) == 0) {
          continue;
        }
        int asked = 1 + random.nextInt(5_000);
        int served = random.nextInt(asked + 1);
        double ratio = (double) served / asked;
        reading.put(Metric.REQUESTS, WINDOW.start(i), asked);
        reading.put(Metric.HIT_RATIO, WINDOW.start(i), ratio);
        hits += served;
        requests += asked;
        lowest = Math.min(lowest, ratio);
        highest = Math.max(highest, ratio);
      }
      if (requests == 0) {
        continue;
      }
      double told = value(figures(reading), Metric.HIT_RATIO);
      String about = "-Dfrontdesk.seed=" + seed;
      assertEquals(hits / requests, told, EXACT, about);
      assertTrue(told >= lowest - EXACT && told <= highest + EXACT, about);
    }
  }

  private static double value(CacheFigures figures, Metric metric) {
    return figures.of(metric).value().orElseThrow();
  }

  private static CacheFigures figures(FakeReading reading) {
    return CacheFigures.of(reading.read(), NOW);
  }
}
