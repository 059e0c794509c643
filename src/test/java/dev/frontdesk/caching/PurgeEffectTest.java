package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.fakes.FakeReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PurgeEffectTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:00:30Z");
  private static final Instant AT = Instant.parse("2026-11-22T12:40:00Z");
  private static final MetricsWindow WINDOW = MetricsWindow.ending(NOW, Duration.ofHours(3));
  private static final double EXACT = 1e-9;

  /** It falls by 14 points at once, and comes back by one a minute. */
  @Test
  void tellsTheFallAndTheWayBack() {
    PurgeEffect effect = effect(fallen(), AT).orElseThrow();
    assertEquals(0.94, effect.before(), EXACT);
    // The first ten minutes, from 0.80 to 0.89.
    assertEquals(0.845, effect.lowest(), EXACT);
    assertEquals(0.095, effect.fall(), EXACT);
    // 1,000 requests a minute; 14, 13, … 1 points fewer of them than before.
    assertEquals(1_000 * 0.01 * (14 * 15 / 2), effect.moreToOrigin(), 1e-6);
    assertEquals(0.94 - 0.01 * 105 / 30, effect.after(), EXACT);
    // One point below is back: the ten minutes from the eleventh on have a mean of 0.935.
    assertEquals(Optional.of(Duration.ofMinutes(10)), effect.backAfter());
    assertEquals(120, effect.latencyBefore().orElseThrow(), EXACT);
    double highest = effect.latencyHighest().orElseThrow();
    assertTrue(highest > 120 && highest < 260, "of ten minutes together: " + highest);
    assertTrue(effect.over());
  }

  /** The fall begins with the period that the purge is in. */
  @Test
  void thePurgeFallsIntoAPeriod() {
    PurgeEffect effect = effect(fallen(), AT.plusSeconds(59)).orElseThrow();
    assertEquals(0.94, effect.before(), EXACT);
    assertEquals(0.845, effect.lowest(), EXACT);
    assertEquals(Optional.of(Duration.ofMinutes(10).minusSeconds(59)), effect.backAfter());
  }

  @Test
  void whatDoesNotFallIsBackAtOnce() {
    PurgeEffect effect = effect(steady(), AT).orElseThrow();
    assertEquals(Optional.of(Duration.ZERO), effect.backAfter());
    assertEquals(0, effect.moreToOrigin(), EXACT);
    assertEquals(0, effect.fall(), EXACT);
  }

  /** A wave of misses needs its time: that there is none is not said after a few minutes. */
  @Test
  void thatNothingHappenedIsNotSaidBeforeThereAreTenMinutes() {
    Instant justNow = WINDOW.to().minus(Duration.ofMinutes(9));
    assertTrue(effect(steady(), justNow).isEmpty());
    assertFalse(effect(steady(), justNow.minus(Duration.ofMinutes(1))).orElseThrow().over());
  }

  /** One that is back says the same once its half hour and the late points are over. */
  @Test
  void isSettledWhenNoPointCanChangeIt() {
    PurgeEffect back = effect(fallen(), AT).orElseThrow();
    assertFalse(back.isSettled(AT.plus(Duration.ofMinutes(39))));
    assertTrue(back.isSettled(AT.plus(Duration.ofMinutes(40))));
    PurgeEffect low =
        effect(steady().each(Metric.HIT_RATIO, start -> start.isBefore(AT) ? 0.94 : 0.60), AT)
            .orElseThrow();
    assertFalse(low.isSettled(AT.plus(Duration.ofMinutes(40))));
    assertTrue(low.isSettled(AT.plus(Duration.ofMinutes(190))));
  }

  /** What is read for it alone has all that it is told by. */
  @Test
  void aReadingAroundItTellsTheSame() {
    MetricsWindow around = PurgeEffect.around(AT, AT, NOW).orElseThrow();
    assertEquals(Duration.ofMinutes(1), around.period());
    assertEquals(effect(steady(), AT), PurgeEffect.of(steady(around).read(), AT, NOW));
    assertEquals(Optional.empty(), PurgeEffect.around(AT.minus(Duration.ofDays(64)), AT, NOW));
  }

  @Test
  void whatStaysLowIsNotBack() {
    FakeReading low = steady().each(Metric.HIT_RATIO, start -> start.isBefore(AT) ? 0.94 : 0.60);
    assertEquals(Optional.empty(), effect(low, AT).orElseThrow().backAfter());
  }

  /** The half hour may run still, and points of it may be missing. */
  @Test
  void itIsToldAsSoonAsThereIsAPoint() {
    Instant late = WINDOW.start(WINDOW.periods() - 5);
    FakeReading young =
        steady().put(Metric.HIT_RATIO, late, 0.7).without(late.plusSeconds(60), WINDOW.to());
    PurgeEffect effect = effect(young, late).orElseThrow();
    assertEquals(0.7, effect.lowest(), EXACT);
    assertEquals(Optional.empty(), effect.backAfter());
    assertFalse(effect.over());
  }

  /** The half hour before may lie in the window before. */
  @Test
  void theWindowBeforeCountsToo() {
    Instant first = WINDOW.start(1);
    PurgeEffect effect = effect(steady().put(Metric.HIT_RATIO, first, 0.5), first).orElseThrow();
    assertEquals(0.94, effect.before(), EXACT);
    assertEquals((0.5 + 9 * 0.94) / 10, effect.lowest(), EXACT);
  }

  @Test
  void withoutPointsOnBothSidesItIsNotKnown() {
    assertEquals(Optional.empty(), effect(steady().without(AT.minusSeconds(1_800), AT), AT));
    assertEquals(Optional.empty(), effect(steady().without(AT, AT.plusSeconds(1_800)), AT));
    assertEquals(Optional.empty(), effect(steady().additional(Additional.OFF), AT));
    assertTrue(effect(steady().without(AT.minusSeconds(1_740), AT), AT).isPresent());
  }

  @Test
  void withoutLatencyTheRatioIsTold() {
    var reading =
        new FakeReading(WINDOW).each(Metric.REQUESTS, _ -> 1_000).each(Metric.HIT_RATIO, _ -> 0.94);
    PurgeEffect effect = effect(reading, AT).orElseThrow();
    assertEquals(OptionalDouble.empty(), effect.latencyBefore());
    assertEquals(OptionalDouble.empty(), effect.latencyHighest());
  }

  @Test
  void periodsOfMoreThanFiveMinutesTellNothing() {
    for (Duration length : new Duration[] {Duration.ofDays(1), Duration.ofDays(7)}) {
      MetricsWindow window = MetricsWindow.ending(NOW, length);
      MetricsReading reading =
          new FakeReading(window)
              .each(Metric.REQUESTS, _ -> 1_000)
              .each(Metric.HIT_RATIO, _ -> 0.9)
              .read();
      assertEquals(
          window.period().compareTo(Duration.ofMinutes(5)) <= 0,
          PurgeEffect.of(reading, AT, NOW).isPresent());
    }
  }

  /** Whatever the points are, the figures keep within what they are made of. */
  @Test
  void keepsWithinItsPoints() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("PurgeEffectTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      var reading = new FakeReading(WINDOW);
      reading.each(Metric.REQUESTS, _ -> random.nextInt(3_000));
      reading.each(Metric.HIT_RATIO, _ -> random.nextDouble());
      reading.each(Metric.ORIGIN_LATENCY_P90, _ -> random.nextDouble(20, 900));
      Instant hole = WINDOW.start(random.nextInt(WINDOW.periods()));
      reading.without(hole, hole.plusSeconds(60L * random.nextInt(20)));
      Instant at = WINDOW.from().plusSeconds(random.nextInt(3 * 3_600));
      effect(reading, at)
          .ifPresent(effect -> {
            String about = effect + ", -Dfrontdesk.seed=" + seed;
            assertTrue(effect.fall() == 0 || effect.lowest() <= effect.after() + EXACT, about);
            assertTrue(effect.before() >= 0 && effect.before() <= 1, about);
            assertTrue(effect.backAfter().stream().noneMatch(Duration::isNegative), about);
            assertTrue(Math.abs(effect.moreToOrigin()) <= 3_000 * 30, about);
            assertTrue(effect.latencyHighest().orElse(20) >= 20, about);
            assertEquals(!at.plusSeconds(1_800).isAfter(NOW), effect.over(), about);
          });
    }
  }

  /** At any instant of traffic that only goes up and down as it always does. */
  @Test
  void theUsualUpsAndDownsAreNoEffect() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    var random = new Random(seed);
    for (Duration length : new Duration[] {Duration.ofHours(3), Duration.ofDays(1)}) {
      MetricsWindow window = MetricsWindow.ending(NOW, length);
      int told = 0;
      int risen = 0;
      int runs = 1_000;
      for (int run = 0; run < runs; run++) {
        MetricsReading reading =
            new FakeReading(window)
                .each(Metric.REQUESTS, _ -> 80 + random.nextInt(40))
                .each(Metric.HIT_RATIO, _ -> 0.89 + 0.03 * random.nextGaussian())
                .each(Metric.ORIGIN_LATENCY_P90, _ -> 80 + 15 * random.nextGaussian())
                .read();
        Instant at = window.start(40 + random.nextInt(100));
        PurgeEffect effect = PurgeEffect.of(reading, at, NOW).orElseThrow();
        told += effect.fall() > 0 ? 1 : 0;
        risen +=
            effect.latencyHighest().orElseThrow() > effect.latencyBefore().orElseThrow() ? 1 : 0;
      }
      String about = told + " and " + risen + " of " + runs + ", -Dfrontdesk.seed=" + seed;
      assertTrue(told <= 0.03 * runs && risen <= 0.03 * runs, about);
      System.out.println("PurgeEffectTest: " + about);
    }
  }

  private static FakeReading steady() {
    return steady(WINDOW);
  }

  private static FakeReading steady(MetricsWindow window) {
    return new FakeReading(window)
        .each(Metric.REQUESTS, _ -> 1_000)
        .each(Metric.HIT_RATIO, _ -> 0.94)
        .each(Metric.ORIGIN_LATENCY_P90, _ -> 120);
  }

  private static FakeReading fallen() {
    return steady()
        .each(
            Metric.HIT_RATIO,
            start -> {
              long minute = Duration.between(AT, start).toMinutes();
              return minute < 0 || start.isBefore(AT) ? 0.94 : Math.min(0.94, 0.80 + 0.01 * minute);
            })
        .put(Metric.ORIGIN_LATENCY_P90, AT.plusSeconds(120), 260);
  }

  private static Optional<PurgeEffect> effect(FakeReading reading, Instant at) {
    return PurgeEffect.of(reading.read(), at, NOW);
  }
}
