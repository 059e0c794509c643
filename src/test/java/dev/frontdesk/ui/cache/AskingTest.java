package dev.frontdesk.ui.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.fakes.FakeMetrics;
import dev.frontdesk.fakes.FakeTraffic;
import dev.frontdesk.fakes.FakeTraffic.Fall;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.kit.Now;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read around single invalidations. */
class AskingTest {
  private static final Instant START = FakeSession.START;
  private static final Problem OFFLINE = new Problem.Offline("https://monitoring", "no route");
  private static final Mark OLD = mark("I1", Duration.ofDays(20));
  private static final Mark OTHER = mark("I2", Duration.ofDays(20).minusMinutes(90));
  private static final Mark NEW = mark("I3", Duration.ofMinutes(20));

  private final FakeMetrics metrics = new FakeMetrics();
  private final List<MetricsWindow> windows = new ArrayList<>();
  private final AtomicReference<Instant> time = new AtomicReference<>(START);
  private final TestThread thread = new TestThread();

  @Test
  void tellsWhatFollowed() {
    Asking asking = asking(Runnable::run);
    asking.ask(List.of(OLD, OTHER));
    var deep = assertInstanceOf(Followed.Known.class, asking.asked().get().of(OLD));
    // Ten whole minutes are on their way back from a fall by 0.3.
    assertEquals(0.18, deep.effect().fall(), 0.03);
    var none = assertInstanceOf(Followed.Known.class, asking.asked().get().of(OTHER));
    assertEquals(Duration.ZERO, none.effect().backAfter().orElseThrow());
    assertEquals(Set.of("I1", "I2"), asking.asked().get().newest());
    assertEquals(Followed.Unknown.NOT_ASKED, asking.asked().get().of(NEW));
  }

  /** Both in one reading, by points as fine as are kept; asked for again, nothing is read. */
  @Test
  void readsOnceAndPaysOnce() {
    Asking asking = asking(Runnable::run);
    asking.ask(List.of(OLD, OTHER));
    time.set(START.plus(Duration.ofHours(2)));
    asking.ask(List.of(OTHER));
    asking.ask(List.of(OLD));
    assertEquals(1, windows.size());
    MetricsWindow window = windows.getFirst();
    assertEquals(Duration.ofMinutes(5), window.period());
    assertTrue(!window.from().isAfter(OLD.at().minus(Duration.ofMinutes(30))));
    assertTrue(!window.to().isBefore(OTHER.at().plus(Duration.ofMinutes(30))));
    assertEquals(1, asking.asked().get().readings());
    assertEquals(8, asking.asked().get().metricsAsked());
    assertEquals(new BigDecimal("0.00008"), asking.asked().get().costUsd());
    assertEquals(Set.of("I1"), asking.asked().get().newest());
  }

  /** What lies between those that are far apart is not read; each reading is told and paid for. */
  @Test
  void readsNothingBetweenThoseFarApart() {
    Asking asking = asking(Runnable::run);
    List<Mark> week =
        IntStream.iterate(8, day -> day - 1)
            .limit(8)
            .mapToObj(day -> mark("D" + day, Duration.ofDays(day).plusHours(day % 2)))
            .toList();
    asking.ask(week);
    assertEquals(4, windows.size(), windows::toString);
    for (MetricsWindow window : windows) {
      assertEquals(Duration.ofMinutes(1), window.period());
      int points = 2 * window.periods() * Metric.values().length;
      assertTrue(points <= 100_800 / 2, () -> points + " points");
    }
    for (Mark mark : week) {
      assertInstanceOf(Followed.Known.class, asking.asked().get().of(mark));
    }
    assertEquals(4, asking.asked().get().readings());
    assertEquals(4 * 8, asking.asked().get().metricsAsked());
    assertEquals(new BigDecimal("0.00032"), asking.asked().get().costUsd());
  }

  /** Its half hour is not over: another reading says more, but not before a minute has passed. */
  @Test
  void whatGoesOnIsReadAgain() {
    Asking asking = asking(Runnable::run);
    asking.ask(List.of(NEW));
    asking.ask(List.of(NEW));
    assertEquals(1, windows.size());
    assertEquals(Duration.ofMinutes(1), windows.getFirst().period());
    time.set(START.plusSeconds(60));
    asking.ask(List.of(NEW));
    assertEquals(2, windows.size());
    time.set(START.plus(Duration.ofMinutes(30)));
    asking.ask(List.of(NEW));
    assertEquals(3, windows.size());
    time.set(START.plus(Duration.ofMinutes(90)));
    asking.ask(List.of(NEW));
    assertEquals(3, windows.size());
  }

  @Test
  void saysThatItIsBeingReadAndAsksOnce() {
    Deque<Runnable> background = new ArrayDeque<>();
    Asking asking = asking(background::add);
    asking.ask(List.of(OLD));
    assertEquals(Followed.Unknown.READING, asking.asked().get().of(OLD));
    asking.ask(List.of(OLD));
    assertEquals(1, background.size());
    background.removeFirst().run();
    assertInstanceOf(Followed.Known.class, asking.asked().get().of(OLD));
  }

  @Test
  void aFailureIsToldAndTriedAgain() {
    Asking asking = asking(Runnable::run);
    metrics.put(_ -> {
      throw new ProblemException(OFFLINE);
    });
    asking.ask(List.of(OLD));
    assertEquals(new Followed.Failed(OFFLINE), asking.asked().get().of(OLD));
    assertEquals(0, asking.asked().get().readings());
    metrics.put(this::read);
    asking.ask(List.of(OLD));
    assertInstanceOf(Followed.Known.class, asking.asked().get().of(OLD));
  }

  /** Nothing is read that CloudWatch does not keep. */
  @Test
  void saysWhatIsTooOld() {
    Asking asking = asking(Runnable::run);
    Mark ancient = mark("I0", Duration.ofDays(63));
    asking.ask(List.of(ancient));
    asking.ask(List.of(ancient));
    assertEquals(Followed.Unknown.TOO_OLD, asking.asked().get().of(ancient));
    assertEquals(List.of(), windows);
  }

  @Test
  void saysWhereThereAreNoPoints() {
    Asking asking = asking(Runnable::run);
    metrics.put(window -> {
      windows.add(window);
      return traffic().reading(window).without(window.before().from(), window.to()).read();
    });
    asking.ask(List.of(OLD));
    time.set(START.plusSeconds(600));
    asking.ask(List.of(OLD));
    assertEquals(Followed.Unknown.NO_POINTS, asking.asked().get().of(OLD));
    assertEquals(1, windows.size(), "there will be none");
  }

  @Test
  void afterItsEndNothingComesIn() {
    Deque<Runnable> background = new ArrayDeque<>();
    Asking asking = asking(background::add);
    asking.ask(List.of(OLD));
    asking.close();
    background.forEach(Runnable::run);
    assertEquals(Map.of("I1", Followed.Unknown.READING), asking.asked().get().answers());
  }

  private Asking asking(Executor background) {
    metrics.put(this::read);
    return new Asking(metrics, thread.work(background), new Now(time::get));
  }

  private MetricsReading read(MetricsWindow window) {
    windows.add(window);
    return traffic().reading(window).read();
  }

  private FakeTraffic traffic() {
    return new FakeTraffic(time.get(), List.of(new Fall(OLD.at(), 0.3)));
  }

  private static Mark mark(String id, Duration ago) {
    var summary = new InvalidationSummary(id, START.minus(ago), true);
    return Mark.of(new HistoryEntry.Foreign(summary, null)).getFirst();
  }
}
