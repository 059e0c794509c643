package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.management.ThreadMXBean;
import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.invalidation.PastedItem.Sendable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One million paths read and planned: {@code mvn -q test -Pbench}. Beside each figure stands its
 * ratio to two things that any planner has to do in some form: put the paths into a set, and sort
 * them. A time says little of another machine; the ratio does. It is the thread's own, whatever
 * else the machine is busy with, and without the collector's.
 */
@Tag("bench")
class PurgePlanBench {
  private static final int PATHS = 1_000_000;
  private static final int ROUNDS = 7;

  private static final List<String> report = new ArrayList<>();

  enum Paste {
    /** Two routes, an id each: nothing is covered, nothing is twice. */
    DISTINCT,
    /** Each path thrice, a tenth of them below one of a hundred wildcards pasted among them. */
    COVERED,
    /** Each path has variants to be named, and a third of the paste names one of them. */
    VARIANTS,
    /** Nothing but wildcards. */
    WILDCARDS;

    private String path(int i) {
      return switch (this) {
        case DISTINCT ->
            i % 2 == 0 ? "/projects/p-" + i + "/members" : "/members/m-" + i + "/projects";
        case COVERED ->
            i % 10_000 == 0
                ? "/projects/p-" + i / 10_000 + "/*"
                : "/projects/p-" + i / 3 % 1_000 + "/files/f-" + i / 3;
        case VARIANTS -> "/projects/p-" + i / 3 + "/members" + (i % 3 == 0 ? "?page=" + i : "");
        case WILDCARDS -> "/projects/p-" + i + "/*";
      };
    }

    /** In an order of no use to a sort, the same in each run. */
    List<String> paths() {
      var paths = new ArrayList<>(IntStream.range(0, PATHS).mapToObj(this::path).toList());
      Collections.shuffle(paths, new Random(4));
      return paths;
    }

    PurgeCircumstances circumstances() {
      var ttl = new TtlPolicy(0, 3_600, 86_400);
      var key =
          this == VARIANTS
              ? new CacheKey(KeyPart.listed("page", "sort"), KeyPart.NONE, KeyPart.NONE)
              : CacheKey.PATH;
      var behaviours =
          List.of(
              new Behaviour("/static/*", "1", "static", ttl, CacheKey.PATH),
              new Behaviour("/projects/*/events", "2", "events", ttl, CacheKey.PATH),
              new Behaviour("/projects/*", "3", "projects", ttl, key),
              new Behaviour("*", "4", "rest", ttl, CacheKey.PATH));
      var running =
          IntStream.range(0, 15)
              .mapToObj(i ->
                  new Invalidation(
                      "I" + i, Instant.EPOCH, false, "r" + i, List.of("/projects/p-9" + i + "/*")))
              .toList();
      var routes =
          List.of(
              new KnownRoute(
                  new PathTemplate("/projects/{projectId}/members"),
                  new PathTemplate("project-{projectId}")),
              new KnownRoute(
                  new PathTemplate("/members/{memberId}/projects"),
                  new PathTemplate("member-{memberId}")));
      return new PurgeCircumstances(
          new Distribution(List.of("d1.cloudfront.net"), behaviours, "Cache-Tag"),
          new QuotaUse(running),
          0,
          routes,
          Instant.EPOCH);
    }
  }

  private record Figures(double millis, double allocatedMegabytes, double peakMegabytes) {}

  @ParameterizedTest
  @EnumSource(Paste.class)
  void plansAMillionPaths(Paste paste) {
    List<String> paths = paste.paths();
    var circumstances = paste.circumstances();
    var reader = new PurgeReader(circumstances.distribution(), Set.of());
    String text = String.join("\n", paths);
    List<PastedItem> pasted = reader.read(text);
    String[] wires =
        pasted.stream()
            .map(each -> ((Sendable) each.reading()).item().wire())
            .toArray(String[]::new);

    Figures set = median(() -> new LinkedHashSet<>(Arrays.asList(wires)));
    Figures sort =
        median(() -> {
          String[] copy = wires.clone();
          Arrays.sort(copy);
          return copy;
        });
    Figures read = median(() -> reader.read(text));
    Figures plan = median(() -> PurgePlan.of(pasted, circumstances));
    PurgePlan planned = PurgePlan.of(pasted, circumstances);

    report.add(
        "%s: %,d pasted, %,d distinct, %,d sent, %d offers"
            .formatted(
                paste,
                wires.length,
                new LinkedHashSet<>(Arrays.asList(wires)).size(),
                planned.items().size(),
                planned.offers().size()));
    tell("set", set, set, sort);
    tell("sort", sort, set, sort);
    tell("read", read, set, sort);
    tell("plan", plan, set, sort);
    assertEquals(PATHS, planned.lines().size());
  }

  @AfterAll
  static void tell() {
    report.forEach(System.out::println);
  }

  private static void tell(String what, Figures figures, Figures set, Figures sort) {
    report.add(
        "  %-5s %,7.0f ms (%4.1f sets, %4.1f sorts)  %,6.0f MB allocated  %,6.0f MB peak"
            .formatted(
                what,
                figures.millis,
                figures.millis / set.millis,
                figures.millis / sort.millis,
                figures.allocatedMegabytes,
                figures.peakMegabytes));
  }

  /** Of each figure the median over the rounds. */
  private static Figures median(Supplier<Object> work) {
    assertNotNull(work.get());
    var rounds = IntStream.range(0, ROUNDS).mapToObj(_ -> round(work)).toList();
    return new Figures(
        median(rounds, Figures::millis),
        median(rounds, Figures::allocatedMegabytes),
        median(rounds, Figures::peakMegabytes));
  }

  private static double median(List<Figures> rounds, Function<Figures, Double> figure) {
    return rounds.stream().map(figure).sorted().toList().get(ROUNDS / 2);
  }

  private static Figures round(Supplier<Object> work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    System.gc();
    double before = used(false);
    var pools = ManagementFactory.getMemoryPoolMXBeans();
    pools.forEach(pool -> pool.resetPeakUsage());
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long started = threads.getCurrentThreadCpuTime();
    Object result = work.get();
    long ended = threads.getCurrentThreadCpuTime();
    allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
    double peak = used(true) - before;
    assertNotNull(result);
    return new Figures((ended - started) / 1e6, allocated / 1e6, peak / 1e6);
  }

  /** Of the heap, with the garbage that nobody has taken out yet. */
  private static double used(boolean atPeak) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToDouble(pool -> (atPeak ? pool.getPeakUsage() : pool.getUsage()).getUsed())
        .sum();
  }
}
