package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsWindowTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:02:20.204Z");

  @ParameterizedTest
  @CsvSource({
    "PT1H, PT1M, 60, 2026-11-22T13:03:00Z, 2026-11-22T14:03:00Z",
    "PT3H, PT1M, 180, 2026-11-22T11:03:00Z, 2026-11-22T14:03:00Z",
    "PT24H, PT5M, 288, 2026-11-21T14:05:00Z, 2026-11-22T14:05:00Z",
    "P7D, PT30M, 336, 2026-11-15T14:30:00Z, 2026-11-22T14:30:00Z",
    "P30D, PT2H, 360, 2026-10-23T16:00:00Z, 2026-11-22T16:00:00Z",
    "P227D, PT24H, 227, 2026-04-10T00:00:00Z, 2026-11-23T00:00:00Z",
    // A second more, and the last period that still fits would be one too many.
    "PT6H1S, PT5M, 73, 2026-11-22T08:00:00Z, 2026-11-22T14:05:00Z",
  })
  void endsWithThePeriodThatRunsNow(
      Duration length, Duration period, int periods, Instant from, Instant to) {
    MetricsWindow window = MetricsWindow.ending(NOW, length);
    assertEquals(new MetricsWindow(from, to, period), window);
    assertEquals(periods, window.periods());
  }

  /** On the boundary a period has just begun. */
  @Test
  void thePeriodThatBeginsNowRuns() {
    Instant whole = Instant.parse("2026-11-22T14:00:00Z");
    assertEquals(
        Instant.parse("2026-11-22T14:01:00Z"),
        MetricsWindow.ending(whole, Duration.ofHours(1)).to());
  }

  /** CloudWatch User Guide, "Metrics retention", for both windows, whatever is asked for when. */
  @Test
  void asksForNothingThatIsNoLongerKept() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("MetricsWindowTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Instant now = NOW.plusMillis(random.nextLong(0, 400L * 86_400_000));
      Duration length = Duration.ofSeconds(random.nextLong(3_600, 227L * 86_400 + 1));
      MetricsWindow window = MetricsWindow.ending(now, length);
      String about = length + " before " + now + ", -Dfrontdesk.seed=" + seed;
      Duration age = Duration.between(window.before().from(), now);
      Duration period = window.period();
      Duration kept =
          Duration.ofDays(
              period.toSeconds() % 3_600 == 0 ? 455 : period.toSeconds() % 300 == 0 ? 63 : 15);
      assertTrue(age.compareTo(kept) <= 0, () -> age + " is too old: " + about);
      assertTrue(window.periods() <= 360, about);
      assertTrue(window.length().compareTo(length) >= 0, about);
      assertTrue(!window.to().minus(period).isAfter(now) && window.to().isAfter(now), about);
      int at = random.nextInt(window.periods());
      assertEquals(at, window.indexOf(window.start(at)), about);
      assertEquals(at, window.indexOf(window.start(at + 1).minusNanos(1)), about);
    }
  }

  /** Around an instant as well, whenever it was: as fine as is kept, and no finer. */
  @Test
  void whatCoversAStretchIsKept() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("MetricsWindowTest.whatCoversAStretchIsKept -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Instant now = NOW.plusMillis(random.nextLong(0, 400L * 86_400_000));
      Instant from = now.minusSeconds(random.nextLong(1, 100L * 86_400));
      Instant to = from.plusSeconds(random.nextLong(1, 6 * 3_600));
      MetricsWindow window = MetricsWindow.covering(from, to, now);
      String about = from + " to " + to + " at " + now + ", -Dfrontdesk.seed=" + seed;
      Duration age = Duration.between(window.before().from(), now);
      long period = window.period().toSeconds();
      Duration kept = Duration.ofDays(period == 60 ? 15 : period == 300 ? 63 : 455);
      assertTrue(age.compareTo(kept) <= 0, () -> age + " is too old: " + about);
      assertTrue(!window.from().isAfter(from), about);
      assertTrue(window.from().isAfter(from.minusSeconds(period)), about);
      assertTrue(window.to().isAfter(now) || !window.to().isBefore(to), about);
      assertTrue(!window.to().minusSeconds(period).isAfter(now), about);
    }
  }

  @Test
  void theShortestPeriodThatIsKeptIsTaken() {
    Duration hour = Duration.ofHours(1);
    for (int days = 1; days < 70; days++) {
      Instant from = NOW.minus(Duration.ofDays(days));
      long minutes = days < 15 ? 1 : days < 63 ? 5 : 60;
      MetricsWindow window = MetricsWindow.covering(from, from.plus(hour), NOW);
      assertEquals(Duration.ofMinutes(minutes), window.period(), "after " + days + " days");
    }
  }

  @Test
  void theOneBeforeIsAsLong() {
    MetricsWindow window = MetricsWindow.ending(NOW, Duration.ofDays(7));
    MetricsWindow before = window.before();
    assertEquals(window.length(), before.length());
    assertEquals(window.period(), before.period());
    assertEquals(window.from(), before.to());
    assertEquals(-1, window.indexOf(window.from().minusNanos(1)));
  }

  @Test
  void hasWholePeriodsAlone() {
    Instant from = Instant.parse("2026-11-22T14:00:00Z");
    Duration five = Duration.ofMinutes(5);
    assertRefused(from, from, five);
    assertRefused(from, from.plusSeconds(360), five);
    assertRefused(from.plusSeconds(60), from.plusSeconds(600), five);
    assertRefused(from, from.plusSeconds(600), Duration.ofSeconds(90));
    assertRefused(from, from.plusSeconds(600), Duration.ZERO);
    assertRefused(from, from.plusSeconds(600), five.negated());
  }

  private static void assertRefused(Instant from, Instant to, Duration period) {
    assertThrows(
        IllegalArgumentException.class, () -> new MetricsWindow(from, to, period).periods());
  }
}
