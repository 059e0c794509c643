package dev.frontdesk.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.texts.FigureText.Course;
import java.util.List;
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
        "HIT_RATIO | 0 | 0.0 %",
        "CLIENT_ERRORS | 0.25 | 25.00 %",
        "SERVER_ERRORS | 0.0003 | 0.03 %",
        "REQUESTS | 0 | 0",
        "REQUESTS | 7 | 7",
        "REQUESTS | 9999 | 9,999",
        "REQUESTS | 12345 | 12.3 k",
        "REQUESTS | 999499 | 999 k",
        "REQUESTS | 999500 | 1.00 M",
        "REQUESTS | 1784512 | 1.78 M",
        "REQUESTS | 38600000 | 38.6 M",
        "REQUESTS | 2500000000000 | 2500 bn",
        "BYTES_DOWNLOADED | 0 | 0 B",
        "BYTES_DOWNLOADED | 999 | 999 B",
        "BYTES_DOWNLOADED | 1000 | 1.00 kB",
        "BYTES_DOWNLOADED | 38600000000 | 38.6 GB",
        "BYTES_UPLOADED | 1e15 | 1.00 PB",
        "ORIGIN_LATENCY_P90 | 120.4 | 120 ms",
        "ORIGIN_LATENCY_P50 | 9.96 | 10 ms",
        "ORIGIN_LATENCY_P50 | 4.25 | 4.2 ms"
      })
  void tellsNoMoreDigitsThanCount(Metric metric, double value, String text) {
    assertEquals(text, english.of(metric, value).whole());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HIT_RATIO | 0.945 | 0.939 | +0.6 points | BETTER",
        "HIT_RATIO | 0.939 | 0.945 | \u22120.6 points | WORSE",
        "HIT_RATIO | 0.94501 | 0.94502 | the same | SAME",
        "SERVER_ERRORS | 0.0003 | 0.0004 | \u22120.01 points | BETTER",
        "CLIENT_ERRORS | 0.02 | 0.01 | +1.00 points | WORSE",
        "ORIGIN_LATENCY_P90 | 120 | 111 | +9.0 ms | WORSE",
        "ORIGIN_LATENCY_P50 | 30 | 40 | \u221210 ms | BETTER",
        "REQUESTS | 103.1 | 100 | +3.1 % | MOVED",
        "BYTES_DOWNLOADED | 50 | 100 | \u221250.0 % | MOVED",
        "BYTES_UPLOADED | 150 | 100 | +50.0 % | MOVED",
        "REQUESTS | 0 | 0 | the same | SAME",
        "REQUESTS | 5 | 0 | from 0 | MOVED",
        "BYTES_UPLOADED | 4 | 0 | from 0 | MOVED",
        "ORIGIN_LATENCY_P50 | 34.2 | 34 | +0.2 ms | MOVED",
        "ORIGIN_LATENCY_P90 | 115 | 120 | \u22125.0 ms | MOVED",
        "CLIENT_ERRORS | 0.0122 | 0.0120 | +0.02 points | MOVED",
        "SERVER_ERRORS | 0.0001 | 0 | +0.01 points | WORSE",
        "HIT_RATIO | 0.949 | 0.95 | \u22120.1 points | MOVED",
        "HIT_RATIO | 0.52 | 0.50 | +2.0 points | BETTER",
        "HIT_RATIO | 0.504 | 0.50 | +0.4 points | MOVED",
        "HIT_RATIO | 0.99 | 1 | \u22121.0 points | WORSE",
      })
  void tellsTheChangeWithItsSign(
      Metric metric, double now, double before, String text, Course course) {
    var figure =
        new Figure(OptionalDouble.of(now), OptionalDouble.of(now), OptionalDouble.of(before));
    assertEquals(new FigureText.Change(text, course), english.change(metric, figure));
  }

  /** Those who see neither icon nor colour are told by a word. */
  @Test
  void saysBetterAndWorse() {
    assertEquals(
        "+9.0 ms, worse", english.judged(new FigureText.Change("", Course.WORSE), "+9.0 ms"));
    assertEquals("a, better", english.judged(new FigureText.Change("", Course.BETTER), "a"));
    for (Course course : List.of(Course.MOVED, Course.SAME, Course.NOT_COMPARED)) {
      assertEquals("a", english.judged(new FigureText.Change("", course), "a"));
    }
  }

  @Test
  void tellsNoChangeAgainstNothing() {
    for (Metric metric : Metric.values()) {
      FigureText.Change change = english.change(metric, Figure.NOT_KNOWN);
      assertEquals("nothing to compare with", change.text());
      assertFalse(change.isCompared());
    }
  }

  @Test
  void anAxisHasTheDigitsOfItsStep() {
    assertEquals("1,500", english.onAxis(1_500, 500));
    assertEquals("0.5", english.onAxis(0.5, 0.5));
    assertEquals("0.05", english.onAxis(0.05, 0.05));
    assertEquals("97.5", english.onAxis(97.5, 2.5));
    assertEquals("95.0", english.onAxis(95, 2.5));
    assertEquals("0.75", english.onAxis(0.75, 0.25));
    assertEquals("0.3", english.onAxis(3 * 0.1, 0.1));
  }

  @Test
  void writesNumbersAsTheLanguageDoes() {
    var german = new FigureText(Texts.of(Locale.GERMAN));
    assertEquals("94,5 %", german.of(Metric.HIT_RATIO, 0.945).whole());
  }
}
