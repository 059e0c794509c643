package dev.frontdesk.ui.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Gallery;
import dev.frontdesk.ui.kit.Tools;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
  private final Tools tools = Gallery.tools(FakeSession.START);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "7|7",
        "9999|9,999",
        "12345|12.3 k",
        "999499|999 k",
        "999500|1.00 M",
        "1784512|1.78 M",
        "38600000|38.6 M",
        "2500000000000|2500 bn"
      })
  void counts(double count, String text) {
    assertEquals(text, Amount.count(count, tools).text(tools));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.00 kB", "38600000000, 38.6 GB", "1e15, 1.00 PB"})
  void bytes(double bytes, String text) {
    assertEquals(text, Amount.bytes(bytes, tools).text(tools));
  }

  @ParameterizedTest
  @CsvSource({
    "HIT_RATIO, 0.945, 0.939, +0.6 points, tone-done",
    "HIT_RATIO, 0.939, 0.945, −0.6 points, tone-attention",
    "HIT_RATIO, 0.94501, 0.94502, the same, tone-quiet",
    "SERVER_ERRORS, 0.0003, 0.0004, −0.01 points, tone-done",
    "CLIENT_ERRORS, 0.02, 0.01, +1.00 points, tone-attention",
    "ORIGIN_LATENCY_P90, 120, 111, +9 ms, tone-attention",
    "ORIGIN_LATENCY_P50, 30, 40, −10 ms, tone-done",
    "REQUESTS, 103.1, 100, +3.1 %, tone-quiet",
    "BYTES_DOWNLOADED, 50, 100, −50.0 %, tone-quiet",
    "REQUESTS, 0, 0, the same, tone-quiet",
    "REQUESTS, 5, 0, nothing to compare with, tone-quiet",
  })
  void changes(Metric metric, double now, double before, String text, String tone) {
    var figure =
        new Figure(OptionalDouble.of(now), OptionalDouble.of(now), OptionalDouble.of(before));
    Change change = Change.of(metric, figure, tools);
    assertEquals(text, change.text());
    assertEquals(tone, change.tone());
    assertEquals("nothing to compare with", Change.of(metric, Figure.NOT_KNOWN, tools).text());
  }
}
