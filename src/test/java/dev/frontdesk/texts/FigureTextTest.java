package dev.frontdesk.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {
  private final FigureText english = new FigureText(Texts.of(Locale.ENGLISH));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HIT_RATIO | 0.945 | 94.5 %",
        "HIT_RATIO | 1 | 100.0 %",
        "HIT_RATIO | 0 | 0.00 %",
        "SERVER_ERRORS | 0.0003 | 0.03 %",
        "SERVER_ERRORS | 0.25 | 25.0 %",
        "REQUESTS | 0 | 0",
        "REQUESTS | 99999 | 99,999",
        "REQUESTS | 100000 | 100 k",
        "REQUESTS | 999700 | 1.00 M",
        "REQUESTS | 1784000 | 1.78 M",
        "BYTES_DOWNLOADED | 0 | 0 B",
        "BYTES_DOWNLOADED | 999 | 999 B",
        "BYTES_DOWNLOADED | 1000 | 1.00 kB",
        "BYTES_DOWNLOADED | 38600000000 | 38.6 GB",
        "ORIGIN_LATENCY_P90 | 120.4 | 120 ms",
        "ORIGIN_LATENCY_P50 | 4.25 | 4.25 ms"
      })
  void readsWithThreeDigits(Metric metric, double value, String text) {
    assertEquals(text, english.of(metric, value).whole());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HIT_RATIO | 0.945 | 0.939 | +0.60 points",
        "HIT_RATIO | 0.5 | 0.75 | \u221225.0 points",
        "SERVER_ERRORS | 0.0003 | 0.0004 | \u22120.01 points",
        "REQUESTS | 1031 | 1000 | +3.1 %",
        "REQUESTS | 1000 | 1000 | +0.00 %",
        "BYTES_DOWNLOADED | 500 | 1000 | \u221250.0 %",
        "ORIGIN_LATENCY_P90 | 120 | 111 | +9.00 ms"
      })
  void tellsTheChangeWithItsSign(Metric metric, double now, double before, String text) {
    assertEquals(text, english.change(metric, figure(now, before)));
  }

  @Test
  void tellsNoChangeAgainstNothing() {
    assertEquals("", english.change(Metric.HIT_RATIO, Figure.NOT_KNOWN));
    assertEquals("", english.change(Metric.REQUESTS, figure(10, 0)), "no share of nothing");
  }

  @Test
  void writesNumbersAsTheLanguageDoes() {
    var german = new FigureText(Texts.of(Locale.GERMAN));
    assertEquals("94,5 %", german.of(Metric.HIT_RATIO, 0.945).whole());
  }

  private static Figure figure(double now, double before) {
    return new Figure(OptionalDouble.of(now), OptionalDouble.of(now), OptionalDouble.of(before));
  }
}
