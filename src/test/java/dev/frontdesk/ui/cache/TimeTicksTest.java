package dev.frontdesk.ui.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT1H, 12, PT5M",
    "PT1H, 6, PT10M",
    "PT3H, 12, PT15M",
    "PT24H, 10, PT3H",
    "PT24H, 5, PT6H",
    "P7D, 12, PT24H",
    "P7D, 5, PT48H",
    "P30D, 11, PT120H",
    "P30D, 4, PT240H",
  })
  void theStepLeavesRoomForLabels(Duration length, int most, Duration step) {
    assertEquals(step, TimeTicks.step(NOW.minus(length), NOW, most));
  }

  @Test
  void ticksAreAtTimesOfTheZonesClock() {
    List<Instant> ticks =
        TimeTicks.of(
            NOW.minus(Duration.ofDays(1)), NOW, ZoneId.of("Asia/Kolkata"), Duration.ofHours(6));
    // Half past, by UTC.
    assertEquals(
        List.of(
            Instant.parse("2026-11-21T18:30:00Z"),
            Instant.parse("2026-11-22T00:30:00Z"),
            Instant.parse("2026-11-22T06:30:00Z"),
            Instant.parse("2026-11-22T12:30:00Z")),
        ticks);
  }

  /** In the night of the change there are 23 or 25 hours, and noon is at 12 all the same. */
  @ParameterizedTest
  @CsvSource({"2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z"})
  void theClocksMayChange(Instant from) {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    List<Instant> ticks =
        TimeTicks.of(from, from.plus(Duration.ofDays(2)), zone, Duration.ofHours(12));
    assertEquals(4, ticks.size());
    for (Instant tick : ticks) {
      assertEquals(0, LocalTime.ofInstant(tick, zone).toSecondOfDay() % (12 * 3_600));
    }
  }

  @Test
  void noTimeIsTwice() {
    // 02:00 does not exist on that night, and 02:30 neither.
    List<Instant> ticks =
        TimeTicks.of(
            Instant.parse("2026-03-29T00:00:00Z"),
            Instant.parse("2026-03-29T03:00:00Z"),
            ZoneId.of("Europe/Berlin"),
            Duration.ofMinutes(30));
    assertEquals(ticks.stream().distinct().sorted().toList(), ticks);
    assertEquals(7, ticks.size());
  }
}
