package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Gap.Reason;
import dev.frontdesk.fakes.FakeReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:00:30Z");

  /** The last twenty minutes, a letter each: p has a point, - has none; now in the last one. */
  @ParameterizedTest
  @CsvSource({
    "pppppppppppppppppppp, ....................",
    // The period that runs has no point yet.
    "ppppppppppppppppppp-, ...................r",
    // Three ended ones may still come, one between others does not.
    "pppp-ppppppppppp----, ....n...........lllr",
    // One that comes after them all shows that the others before it have been passed over.
    "pppp-----------pppp-, ....nnnnnnnnnnn....r",
    // What ended more than ten minutes ago is late no more.
    "pppppp--------------, ......nnnllllllllllr",
    "--------------------, nnnnnnnnnllllllllllr",
  })
  void eachStretchHasItsReason(String points, String reasons) {
    MetricsWindow window =
        new MetricsWindow(
            Instant.parse("2026-11-22T13:41:00Z"),
            Instant.parse("2026-11-22T14:01:00Z"),
            Duration.ofMinutes(1));
    var reading = new FakeReading(window);
    for (int i = 0; i < window.periods(); i++) {
      if (points.charAt(i) == 'p') {
        // Zero is a point like any other.
        reading.put(Metric.REQUESTS, window.start(i), 0);
      }
    }
    List<Gap> gaps = Gap.of(window, reading.read().series(Metric.REQUESTS), NOW);
    assertEquals(reasons, drawn(window, gaps));
  }

  /** Points and gaps share the window out between them, with no two neighbours alike. */
  @Test
  void everyPeriodHasAPointOrIsInOneGap() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("GapTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      MetricsWindow window =
          MetricsWindow.ending(NOW, Duration.ofHours(1 + random.nextInt(30 * 24)));
      var reading = new FakeReading(window);
      int density = 1 + random.nextInt(6);
      for (int i = 0; i < window.periods(); i++) {
        if (random.nextInt(density) == 0) {
          reading.put(Metric.HIT_RATIO, window.start(i), random.nextDouble());
        }
      }
      Series series = reading.read().series(Metric.HIT_RATIO);
      List<Gap> gaps = Gap.of(window, series, NOW);
      String about = window + ", -Dfrontdesk.seed=" + seed;
      for (int i = 0; i < window.periods(); i++) {
        Instant start = window.start(i);
        long covering = gaps.stream().filter(gap -> gap.covers(start)).count();
        assertEquals(series.at(start).isPresent() ? 0 : 1, covering, about);
      }
      for (int i = 1; i < gaps.size(); i++) {
        Gap before = gaps.get(i - 1);
        Gap gap = gaps.get(i);
        assertTrue(
            before.to().isBefore(gap.from())
                || (before.to().equals(gap.from()) && before.reason() != gap.reason()),
            about);
      }
      gaps.stream()
          .filter(gap -> gap.reason() == Reason.LATE)
          .forEach(gap ->
              assertTrue(gap.to().plus(Gap.LATEST).isAfter(NOW) && !gap.to().isAfter(NOW), about));
    }
  }

  private static String drawn(MetricsWindow window, List<Gap> gaps) {
    var drawn = new StringBuilder();
    for (int i = 0; i < window.periods(); i++) {
      Instant start = window.start(i);
      drawn.append(
          gaps.stream()
              .filter(gap -> gap.covers(start))
              .map(gap ->
                  switch (gap.reason()) {
                    case NO_DATA -> "n";
                    case LATE -> "l";
                    case NOT_ENDED -> "r";
                  })
              .collect(Collectors.joining()));
      if (drawn.length() == i) {
        drawn.append('.');
      }
    }
    return drawn.toString();
  }
}
