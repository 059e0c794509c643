package dev.frontdesk.sandbox.readers;

import dev.frontdesk.sandbox.edge.DryEdge;
import dev.frontdesk.sandbox.edge.DryEdge.MadeUp;
import dev.frontdesk.sandbox.edge.EdgeConfig;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The day before a sandbox's start, made up: readers through the same cache as later, publications,
 * a purge and a bad quarter of an hour of the origin. The same for the same seed and start.
 */
public final class DayBefore {
  private static final Duration LENGTH = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Readers a second over the day; few enough for a second's work. */
  private static final double MEAN = 2.5;

  /** Of the mean, up in the early afternoon and down at night. */
  private static final double SWING = 0.75;

  private static final int BUSIEST_HOUR = 14;
  private static final int PUBLICATIONS = 18;
  private static final Duration TROUBLE = Duration.ofMinutes(15);

  /** Milliseconds; half of the origin's answers take longer. */
  private static final double MEDIAN_LATENCY = 38;

  /** Of a thousand readers so many ask for what is not there. */
  private static final int LOST = 3;

  private static final int BYTES_A_MEMBER = 110;

  /** What happens to the cache apart from being read. */
  private record Purge(Instant at, List<String> items) {}

  private final Company company;
  private final Duration ttl;
  private final RandomGenerator random;
  private final Instant start;
  private final Instant trouble;
  private final Map<String, byte[]> bodies = new HashMap<>();
  private Instant now;

  private DayBefore(Company company, Duration ttl, Instant end, long seed) {
    this.company = company;
    this.ttl = ttl;
    this.random = new SplittableRandom(seed);
    this.start = end.minus(LENGTH);
    this.now = start;
    this.trouble = start.plus(MINUTE.multipliedBy(random.nextInt(60, 23 * 60)));
  }

  /**
   * What was counted in the day that ends with the minute in which the sandbox starts, that minute
   * left out: its figures are real.
   *
   * @param ttl the origin's s-maxage
   */
  public static Traffic replayed(
      EdgeConfig config, Company company, Duration ttl, Instant started, long seed) {
    var traffic = new Traffic();
    var end = started.truncatedTo(ChronoUnit.MINUTES);
    var day = new DayBefore(company, ttl, end, seed);
    day.replay(new DryEdge(config, day::answer, traffic));
    return traffic;
  }

  private void replay(DryEdge edge) {
    var purges = purges();
    int next = 0;
    for (var minute = start; minute.isBefore(start.plus(LENGTH)); minute = minute.plus(MINUTE)) {
      int readers = readers(minute);
      for (int i = 0; i < readers; i++) {
        now = minute.plus(MINUTE.multipliedBy(i).dividedBy(readers));
        while (next < purges.size() && !purges.get(next).at.isAfter(now)) {
          edge.invalidate(now, purges.get(next).items);
          next++;
        }
        edge.get(now, random.nextInt(1_000) < LOST ? "/projects/unknown" : company.path(random));
      }
    }
  }

  /** Of one minute, about as many as the hour has, give or take what chance does. */
  private int readers(Instant minute) {
    double mean = MEAN * MINUTE.toSeconds() * (1 + SWING * height(minute));
    return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
  }

  /** From -1 at night to 1. */
  private static double height(Instant at) {
    double hour = at.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3600.0;
    return Math.cos((hour - BUSIEST_HOUR) * Math.PI / 12);
  }

  /** Publications, mostly when people work, and one purge of all memberships, in their order. */
  private List<Purge> purges() {
    var purges = new ArrayList<Purge>();
    while (purges.size() < PUBLICATIONS) {
      var at = start.plusSeconds(random.nextLong(LENGTH.toSeconds()));
      if (random.nextDouble() * 2 < 1 + height(at)) {
        var project = company.project(random);
        var items = new ArrayList<>(List.of(Company.roster(project)));
        company.members().getOrDefault(project, List.of()).stream()
            .limit(random.nextInt(1, 4))
            .map(Company::memberships)
            .forEach(items::add);
        purges.add(new Purge(at, items));
      }
    }
    purges.add(new Purge(start.plus(LENGTH.dividedBy(2)), List.of("/members/*")));
    purges.sort(java.util.Comparator.comparing(Purge::at));
    return purges;
  }

  private MadeUp answer(String path) {
    // Most answers take about the median; a few wait for something.
    double millis = MEDIAN_LATENCY * Math.exp(0.45 * random.nextGaussian());
    boolean slow = random.nextInt(50) == 0;
    boolean troubled = !now.isBefore(trouble) && now.isBefore(trouble.plus(TROUBLE));
    var latency = Duration.ofNanos((long) (millis * 1e6 * (slow ? 8 : 1) * (troubled ? 5 : 1)));
    if (troubled && random.nextInt(4) == 0) {
      return new MadeUp(503, body("", 1), "no-store", latency);
    }
    if (path.equals("/projects/unknown")) {
      return new MadeUp(404, body("", 1), "no-store", latency);
    }
    boolean pointer = path.startsWith("/projects/") && !path.endsWith("/members");
    long seconds = pointer ? Math.min(5, ttl.toSeconds()) : ttl.toSeconds();
    return new MadeUp(200, body(path, members(path)), "max-age=0, s-maxage=" + seconds, latency);
  }

  /** How many a document tells of. */
  private int members(String path) {
    for (var project : company.members().entrySet()) {
      if (path.equals(Company.roster(project.getKey()))) {
        return project.getValue().size();
      }
    }
    return path.equals("/projects") ? company.members().size() : 1;
  }

  /** Nobody reads it: its length is what counts. */
  private byte[] body(String path, int members) {
    return bodies.computeIfAbsent(path, _ -> new byte[BYTES_A_MEMBER * members]);
  }
}
