package dev.frontdesk.ui.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Where the time axis has marks: at times of day that a clock of the zone strikes. */
final class TimeTicks {
  private static final long[] MINUTES = {
    5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2 * 1_440, 5 * 1_440, 10 * 1_440
  };

  private TimeTicks() {}

  /** The shortest step of which no more than {@code most} reach from one end to the other. */
  static Duration step(Instant from, Instant to, int most) {
    long length = Duration.between(from, to).toMinutes();
    for (long minutes : MINUTES) {
      if (length / minutes <= most) {
        return Duration.ofMinutes(minutes);
      }
    }
    return Duration.ofMinutes(MINUTES[MINUTES.length - 1]);
  }

  /** Every {@code step} from midnight of the first day on, in the order of time. */
  static List<Instant> of(Instant from, Instant to, ZoneId zone, Duration step) {
    List<Instant> ticks = new ArrayList<>();
    // By the clock, not by lengths: on a day of 23 hours noon is at 12 as well.
    LocalDateTime next = LocalDateTime.ofInstant(from, zone).toLocalDate().atStartOfDay();
    for (Instant at = next.atZone(zone).toInstant(); !at.isAfter(to); ) {
      if (!at.isBefore(from) && (ticks.isEmpty() || at.isAfter(ticks.getLast()))) {
        ticks.add(at);
      }
      next = next.plus(step);
      at = next.atZone(zone).toInstant();
    }
    return ticks;
  }
}
