package dev.frontdesk.sandbox.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.sandbox.edge.EdgeConfig;
import dev.frontdesk.sandbox.edge.SandboxDistribution;
import dev.frontdesk.sandbox.traffic.Figures;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayBeforeTest {
  private static final Instant START = Instant.parse("2026-05-04T13:40:29Z");
  private static final Instant MINUTE = Instant.parse("2026-05-04T13:40:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void isTheSameForTheSameSeedAndStart() {
    assertEquals(told(replayed(START, 7)), told(replayed(START, 7)));
    assertNotEquals(told(replayed(START, 7)), told(replayed(START, 8)));
    assertNotEquals(told(replayed(START, 7)), told(replayed(START.plusSeconds(3600), 7)));
  }

  @Test
  void fillsTheDayBeforeTheMinuteOfTheStartAndNothingElse() {
    var minutes = minutes(replayed(START, 7), START.minus(DAY.multipliedBy(3)), START.plus(DAY));
    assertEquals(MINUTE.minus(DAY), minutes.firstKey());
    assertEquals(MINUTE.minusSeconds(60), minutes.lastKey());
    assertEquals(24 * 60, minutes.size());
  }

  @Test
  void looksLikeADay() {
    var traffic = replayed(START, 7);
    var hours = traffic.between(MINUTE.minus(DAY), MINUTE, Duration.ofHours(1));
    var busy = hours.get(MINUTE.minus(DAY));
    var night = hours.get(MINUTE.minus(Duration.ofHours(12)));
    assertTrue(busy.requests() > 4 * night.requests(), busy.requests() + " " + night.requests());
    var day = traffic.between(MINUTE.minus(DAY), MINUTE, DAY).get(MINUTE.minus(DAY));
    double ratio = (double) day.hits() / day.cacheable();
    assertTrue(ratio > 0.75 && ratio < 0.97, "hit ratio " + ratio);
    assertTrue(day.clientErrors() > 0 && day.serverErrors() > 0);
    assertTrue(day.serverErrors() < day.requests() / 100, "server errors " + day.serverErrors());
    double median = day.origin().percentile(50);
    double slow = day.origin().percentile(90);
    assertTrue(median > 25 && median < 60 && slow > 1.3 * median, median + " " + slow);
    // The purge of all memberships sends their readers to the origin once more.
    assertTrue(
        hitRatio(hours.get(MINUTE.minus(Duration.ofHours(12))))
            < hitRatio(hours.get(MINUTE.minus(Duration.ofHours(13)))));
  }

  /** So little that whoever first looks at the figures does not wait for it. */
  @Test
  void takesLittleTime() {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    long requests =
        minutes(replayed(START, 1), START.minus(DAY.multipliedBy(2)), START).values().stream()
            .mapToLong(Figures::requests)
            .sum();
    long millis = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
    System.out.printf(
        "DayBeforeTest: %,d requests of the day before in %d ms of the processor%n",
        requests, millis);
    assertTrue(requests > 100_000);
    // About a second on a slow machine; the rest is for one that is busy with other work.
    assertTrue(millis < 6_000, millis + " ms");
  }

  private static double hitRatio(Figures figures) {
    return (double) figures.hits() / figures.cacheable();
  }

  private static Traffic replayed(Instant started, long seed) {
    var config =
        new EdgeConfig(
            "E1TEST",
            SandboxDistribution.behaviours(),
            URI.create("http://127.0.0.1:1"),
            "FRA56-P4",
            SandboxDistribution.CACHE_TAG_HEADER,
            EdgeConfig.DEFAULT_ERROR_TTL);
    return DayBefore.replayed(config, company(), DAY, started, seed);
  }

  private static Company company() {
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      String project = "p" + i;
      members.put(project, IntStream.range(0, 100).mapToObj(m -> "m" + m + "-" + project).toList());
    }
    return new Company(members);
  }

  private static SortedMap<Instant, Figures> minutes(Traffic traffic, Instant from, Instant to) {
    return traffic.between(from, to, Duration.ofMinutes(1));
  }

  private static List<String> told(Traffic traffic) {
    return minutes(traffic, START.minus(DAY.multipliedBy(2)), START.plus(DAY)).entrySet().stream()
        .map(minute -> {
          var f = minute.getValue();
          return "%s %d %d %d %d %d %s"
              .formatted(
                  minute.getKey(),
                  f.requests(),
                  f.hits(),
                  f.downloaded(),
                  f.clientErrors(),
                  f.serverErrors(),
                  f.origin().sum());
        })
        .toList();
  }
}
