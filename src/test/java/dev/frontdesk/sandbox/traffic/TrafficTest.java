package dev.frontdesk.sandbox.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Exchange HIT = new Exchange("GET", 200, true, 0, 10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void losesNothingAmongMany() {
    var traffic = new Traffic();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 8)
              .mapToObj(i -> CompletableFuture.runAsync(() -> count(traffic, i), threads))
              .toList();
      all.forEach(CompletableFuture::join);
    }
    var minutes = traffic.between(NOON, NOON.plus(Duration.ofHours(1)), MINUTE);
    assertEquals(10, minutes.size());
    minutes.forEach((minute, figures) -> {
      assertEquals(8 * 2_000, figures.requests(), minute.toString());
      assertEquals(8 * 2_000 * 10, figures.downloaded());
      assertEquals(8 * 2_000, figures.origin().count());
    });
  }

  private static void count(Traffic traffic, int thread) {
    for (int i = 0; i < 20_000; i++) {
      var at = NOON.plus(MINUTE.multipliedBy((i + thread) % 10));
      traffic.count(at, HIT);
      traffic.countOrigin(at, Duration.ofMillis(i % 100));
    }
  }

  @Test
  void keepsSixtyDays() {
    var traffic = new Traffic();
    traffic.count(NOON, HIT);
    traffic.count(NOON.plus(MINUTE), HIT);
    traffic.count(NOON.plus(Traffic.KEPT), HIT);
    var all = NOON.plus(Traffic.KEPT).plus(MINUTE);
    assertEquals(3, traffic.between(NOON, all, MINUTE).size());
    traffic.count(NOON.plus(Traffic.KEPT).plus(MINUTE), HIT);
    assertEquals(NOON.plus(MINUTE), traffic.between(NOON, all, MINUTE).firstKey());
  }

  @Test
  void takesInWhatAnotherHasCounted() {
    var traffic = new Traffic();
    var other = new Traffic();
    traffic.count(NOON, HIT);
    other.count(NOON, new Exchange("GET", 404, false, 0, 5));
    other.count(NOON.plus(MINUTE), HIT);
    other.countOrigin(NOON, Duration.ofMillis(8));
    traffic.add(other);
    var noon = traffic.between(NOON, NOON.plus(MINUTE), MINUTE).get(NOON);
    assertEquals(2, noon.requests());
    assertEquals(1, noon.answeredWith(404));
    assertEquals(8, noon.origin().most());
    assertEquals(2, traffic.between(NOON, NOON.plusSeconds(61), MINUTE).size());
  }

  /** Whatever is added up in whatever parts. */
  @Test
  void percentilesAreRightToTwoAndAHalfPercent() {
    long seed = Long.getLong("frontdesk.seed", new Random().nextLong());
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var millis =
          random.doubles(1 + random.nextInt(500), 0, 1).map(x -> 0.02 * Math.pow(1e6, x)).toArray();
      var parts = new Latencies[] {new Latencies(), new Latencies(), new Latencies()};
      Arrays.stream(millis).forEach(value -> parts[random.nextInt(3)].add(value));
      var sum = new Latencies();
      Arrays.stream(parts).forEach(sum::add);
      Arrays.sort(millis);
      for (double percent : new double[] {0, 10, 50, 90, 99.9, 100}) {
        double exact = millis[(int) Math.max(0, Math.ceil(percent / 100 * millis.length) - 1)];
        assertEquals(exact, sum.percentile(percent), exact * 0.025, percent + ", seed " + seed);
      }
      assertEquals(millis.length, sum.count());
      assertTrue(sum.least() == millis[0] && sum.most() == millis[millis.length - 1]);
    }
  }
}
