package dev.frontdesk.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
  private static final Texts TEXTS = Texts.of(Locale.ENGLISH);
  private static final MetricsWindow WINDOW =
      MetricsWindow.ending(Instant.parse("2026-11-22T14:02:20Z"), Duration.ofHours(1));

  @Test
  void saysNothingWhereAllIsThere() {
    assertEquals(List.of(), MetricsText.notices(reading(Additional.ON), TEXTS));
  }

  @Test
  void saysEachReasonInASentence() {
    List<String> notices =
        MetricsText.notices(reading(Additional.OFF, "a: InternalError", "b: PartialData"), TEXTS);
    assertEquals(2, notices.size());
    assertTrue(notices.getFirst().contains("additional metrics are off"), notices.getFirst());
    assertTrue(notices.getFirst().contains("2.40 USD a month"), notices.getFirst());
    assertEquals(
        "CloudWatch could not give every point: a: InternalError b: PartialData",
        notices.getLast());
    assertTrue(
        MetricsText.notices(reading(Additional.NOT_KNOWN), TEXTS)
            .getFirst()
            .contains("cloudfront:GetMonitoringSubscription"));
  }

  /** What stands beside the sentence is not called unknown. */
  @Test
  void ofFiguresFromBeforeTheyWereTurnedOffItSaysSo() {
    var points = new TreeMap<>(Map.of(WINDOW.start(3), 0.9));
    var reading =
        new MetricsReading(
            WINDOW,
            Map.of(Metric.HIT_RATIO, new Series(points)),
            Additional.OFF,
            List.of(),
            8,
            null);
    String notice = MetricsText.notices(reading, TEXTS).getFirst();
    assertTrue(notice.contains("of the time before"), notice);
    assertFalse(notice.contains("not to be had"), notice);
  }

  @Test
  void whatIsNotMeasuredIsToldFromWhatIsMissing() {
    MetricsReading off = reading(Additional.OFF);
    assertEquals("not measured", MetricsText.missing(Metric.HIT_RATIO, off, TEXTS));
    assertEquals("no data", MetricsText.missing(Metric.REQUESTS, off, TEXTS));
    assertEquals("no data", MetricsText.missing(Metric.HIT_RATIO, reading(Additional.ON), TEXTS));
  }

  private static MetricsReading reading(Additional additional, String... gaps) {
    return new MetricsReading(WINDOW, Map.of(), additional, List.of(gaps), 8, null);
  }
}
