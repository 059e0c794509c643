package dev.frontdesk.ui.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.Series;
import dev.frontdesk.fakes.FakeTraffic;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.History;
import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.cache.Marks.Effect;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CacheModelTest {
  private static final Instant START = FakeSession.START;
  private static final Problem OFFLINE = new Problem.Offline("https://monitoring", "no route");

  private final FakeSession session = FakeSession.company();
  private final AtomicReference<Instant> time = new AtomicReference<>(START);
  private final Now now = new Now(time::get);
  private final TestThread thread = new TestThread();
  private final FastTicker ticker = new FastTicker();
  private final List<HistoryEntry> entries = new ArrayList<>();
  private final List<@Nullable Instant> historyReadSince = new ArrayList<>();

  @Test
  void readsOnceAMinuteAndOnlyWhileShown() {
    CacheModel model = model(thread.work());
    assertEquals(0, session.metrics().readings());
    assertEquals(List.of(), historyReadSince);
    model.tick();
    assertEquals(1, session.metrics().readings());
    for (int second = 1; second < 60; second++) {
      time.set(START.plusSeconds(second));
      model.tick();
    }
    assertEquals(1, session.metrics().readings());
    time.set(START.plusSeconds(60));
    model.tick();
    assertEquals(2, session.metrics().readings());
    // Nobody ticks while another page is in front; back again, it is due once.
    time.set(START.plusSeconds(600));
    assertEquals(2, session.metrics().readings());
    model.tick();
    model.tick();
    assertEquals(3, session.metrics().readings());
    assertEquals(3, historyReadSince.size());
  }

  /** One that takes longer than a minute is not asked for a second time meanwhile. */
  @Test
  void waitsForAnAnswer() {
    Deque<Runnable> background = new ArrayDeque<>();
    CacheModel model = model(thread.work(background::add));
    model.tick();
    int begun = background.size();
    time.set(START.plusSeconds(90));
    model.tick();
    assertEquals(begun, background.size());
  }

  @Test
  void anotherRangeIsReadAtOnce() {
    CacheModel model = model(thread.work());
    model.tick();
    model.choose(Range.WEEK);
    assertEquals(2, session.metrics().readings());
    assertEquals(Range.WEEK, seen(model).range());
    assertEquals(Duration.ofDays(7), seen(model).window().length());
    model.choose(Range.WEEK);
    assertEquals(2, session.metrics().readings());
  }

  @Test
  void theAnswerForARangeThatIsNoLongerChosenIsDropped() {
    Deque<Runnable> background = new ArrayDeque<>();
    CacheModel model = model(thread.work(background::add));
    model.choose(Range.HOUR);
    Runnable late = background.removeFirst();
    background.clear();
    model.choose(Range.MONTH);
    background.removeFirst().run();
    late.run();
    assertEquals(Range.MONTH, seen(model).range());
    assertFalse(model.isOld());
  }

  @Test
  void whatWasThereStaysAndIsCalledOld() {
    CacheModel model = model(thread.work());
    session.metrics().put(traffic()::read);
    model.tick();
    Seen before = seen(model);
    session
        .metrics()
        .put(_ -> {
          throw new ProblemException(OFFLINE);
        });
    model.choose(Range.HOUR);
    assertEquals(before, seen(model));
    assertTrue(model.isOld());
    assertTrue(model.isOfAnotherRange());
    assertEquals(Optional.of(OFFLINE), model.problem().get());
    model.choose(Range.DAY);
    assertTrue(model.isOld());
    assertFalse(model.isOfAnotherRange(), "they are the day's, old as they are");
  }

  /** Each minute it is tried again, and nobody wants to be told each minute. */
  @Test
  void aProblemThatWasDismissedIsNotToldAgainUntilItHasPassed() {
    CacheModel model = model(thread.work());
    session
        .metrics()
        .put(_ -> {
          throw new ProblemException(OFFLINE);
        });
    model.load();
    assertEquals(Optional.of(OFFLINE), model.problem().get());
    model.dismissProblem();
    model.load();
    assertEquals(Optional.empty(), model.problem().get());
    session.metrics().put(traffic()::read);
    model.load();
    session
        .metrics()
        .put(_ -> {
          throw new ProblemException(OFFLINE);
        });
    model.load();
    assertEquals(Optional.of(OFFLINE), model.problem().get());
  }

  @Test
  void whatWasSentIsMarkedInTheOrderOfTime() {
    JournalEntry publication = entry("atlas", START.minusSeconds(7_200), State.FRESH);
    JournalEntry failed = entry("cedar", START.minusSeconds(3_600), State.FAILED);
    JournalEntry old = entry("helios", START.minusSeconds(90_000), State.FRESH);
    var foreign =
        new HistoryEntry.Foreign(
            new InvalidationSummary("I2FOREIGN", START.minusSeconds(10_000), true), null);
    entries.add(foreign);
    CacheModel model = model(thread.work());
    model.tick();
    assertEquals(List.of("I2FOREIGN", publication.id()), ids(model));
    model.choose(Range.WEEK);
    assertEquals(List.of(old.id(), "I2FOREIGN", publication.id()), ids(model));
    assertFalse(ids(model).contains(failed.id()), "nothing was sent");
  }

  @Test
  void aLongerRangeReadsTheHistoryFurtherBack() {
    CacheModel model = model(thread.work());
    model.tick();
    model.choose(Range.MONTH);
    model.choose(Range.HOUR);
    assertEquals(3, historyReadSince.size());
    assertEquals(seenFrom(Range.DAY), historyReadSince.get(0));
    assertEquals(seenFrom(Range.MONTH), historyReadSince.get(1));
  }

  private static Instant seenFrom(Range range) {
    return MetricsWindow.ending(START, range.length()).from().minus(History.CLOCK_SKEW);
  }

  /** The fall that is deepest is told, not the newest. */
  @Test
  void tellsWhatMatteredMost() {
    JournalEntry deep = entry("atlas", START.minusSeconds(4 * 3_600), State.FRESH);
    entry("cedar", START.minusSeconds(2 * 3_600), State.FRESH);
    entry("helios", START.minusSeconds(2 * 3_600 + 600), State.FRESH);
    session
        .metrics()
        .put(
            new FakeTraffic(
                    START, List.of(new FakeTraffic.Fall(START.minusSeconds(4 * 3_600), 0.3)))
                ::read);
    CacheModel model = model(thread.work());
    model.tick();
    var told = assertInstanceOf(Effect.Told.class, model.marks().get().effect());
    assertEquals(deep.id(), told.mark().entry().id());
    assertEquals(0, told.others());
    // Ten whole minutes are on their way back from a fall by 0.3.
    assertEquals(0.18, told.effect().fall(), 0.03);
  }

  @Test
  void saysWhyNothingIsTold() {
    CacheModel model = model(thread.work());
    session.metrics().put(traffic()::read);
    model.tick();
    assertEquals(new Effect.NotKnown(Effect.Why.NONE_MADE), model.marks().get().effect());
    entry("atlas", START.minusSeconds(600), State.FRESH);
    model.choose(Range.MONTH);
    assertEquals(new Effect.NotKnown(Effect.Why.TOO_COARSE), model.marks().get().effect());
    assertEquals(Followed.Unknown.NOT_ASKED, model.marks().get().marks().getFirst().followed());
    session.metrics().put(window -> traffic().reading(window).additional(Additional.OFF).read());
    model.choose(Range.DAY);
    assertEquals(new Effect.NotKnown(Effect.Why.NOT_MEASURED), model.marks().get().effect());
    session
        .metrics()
        .put(window -> traffic().reading(window).without(START.minusSeconds(7_200), START).read());
    model.load();
    assertEquals(new Effect.NotKnown(Effect.Why.NO_POINTS), model.marks().get().effect());
  }

  /** Of a month a point covers hours; what is asked for is read by points of its own. */
  @Test
  void readsWhatAPurgeDidWhereSomebodyAsks() {
    Instant at = START.minus(Duration.ofDays(9));
    JournalEntry deep = entry("atlas", at, State.FRESH);
    entry("cedar", START.minus(Duration.ofDays(3)), State.FRESH);
    session.metrics().put(new FakeTraffic(START, List.of(new FakeTraffic.Fall(at, 0.3)))::read);
    CacheModel model = model(thread.work());
    model.choose(Range.MONTH);
    int before = session.metrics().readings();
    model.lookAt(List.of(model.marks().get().marks().getFirst()));
    assertEquals(before + 1, session.metrics().readings());
    var told = assertInstanceOf(Effect.Told.class, model.marks().get().effect());
    assertEquals(deep.id(), told.mark().entry().id());
    assertEquals(0.2, told.effect().fall(), 0.05);
    assertEquals(1, model.asked().get().readings());
    // The same where another range has the same invalidation and points as coarse.
    model.load();
    model.lookAt(List.of(model.marks().get().marks().getFirst()));
    assertEquals(before + 2, session.metrics().readings());
    assertInstanceOf(Effect.Told.class, model.marks().get().effect());
  }

  /** Walking down the table by arrow keys costs nothing; staying does, once. */
  @Test
  void whoGoesOnAtOnceAsksForNothing() {
    for (int day = 6; day > 0; day--) {
      entry("atlas", START.minus(Duration.ofDays(day)), State.FRESH);
    }
    session.metrics().put(traffic()::read);
    Deque<Runnable> background = new ArrayDeque<>();
    CacheModel model = model(thread.work(background::add));
    model.choose(Range.WEEK);
    runAll(background);
    List<Mark> marks = model.marks().get().marks();
    assertEquals(6, marks.size());
    int before = session.metrics().readings();
    marks.forEach(mark -> model.restOn(List.of(mark)));
    runAll(background);
    assertEquals(before + 1, session.metrics().readings());
    assertEquals(Set.of(marks.getLast().id()), model.asked().get().newest());

    model.restOn(marks.subList(0, 1));
    model.restOn(List.of());
    runAll(background);
    assertEquals(before + 1, session.metrics().readings(), "a row without any came after it");
    model.restOn(marks.subList(0, 1));
    model.close();
    runAll(background);
    assertEquals(before + 1, session.metrics().readings());
  }

  /** Whoever rests has rested for as long as a hover takes. */
  @Test
  void restingTakesAMoment() {
    entry("atlas", START.minus(Duration.ofDays(3)), State.FRESH);
    session.metrics().put(traffic()::read);
    CacheModel model = model(thread.work());
    model.choose(Range.WEEK);
    long nanos = ticker.nanos();
    model.restOn(model.marks().get().marks());
    assertEquals(CacheModel.REST.toNanos(), ticker.nanos() - nanos);
    assertEquals(1, model.asked().get().readings());
  }

  private static void runAll(Deque<Runnable> background) {
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }
  }

  /** Of many at one place the newest are read, of which the hover tells, too. */
  @Test
  void ofManyOnlyTheNewestAreRead() {
    for (int day = 12; day > 0; day--) {
      entry("atlas", START.minus(Duration.ofDays(day)), State.FRESH);
    }
    session.metrics().put(traffic()::read);
    CacheModel model = model(thread.work());
    model.choose(Range.MONTH);
    List<Mark> looked = model.marks().get().marks();
    model.lookAt(looked);
    List<Boolean> read =
        model.marks().get().marks().stream()
            .map(mark -> mark.followed() instanceof Followed.Known)
            .toList();
    assertEquals(
        List.of(false, false, false, false, true, true, true, true, true, true, true, true), read);
  }

  @Test
  void readsNothingMoreWhereThePointsTellItOrNothingIsMeasured() {
    entry("atlas", START.minusSeconds(7_200), State.FRESH);
    session.metrics().put(traffic()::read);
    CacheModel model = model(thread.work());
    model.tick();
    model.lookAt(model.marks().get().marks());
    assertEquals(1, session.metrics().readings());
    session.metrics().put(window -> traffic().reading(window).additional(Additional.OFF).read());
    model.choose(Range.WEEK);
    model.lookAt(model.marks().get().marks());
    assertEquals(2, session.metrics().readings());
  }

  /** The figures stand there; and what was done after the end of measuring costs no reading. */
  @Test
  void tellsWhatWasMeasuredBeforeItWasTurnedOff() {
    Instant at = START.minus(Duration.ofHours(8));
    JournalEntry deep = entry("atlas", at, State.FRESH);
    JournalEntry after = entry("cedar", START.minus(Duration.ofHours(2)), State.FRESH);
    Instant off = START.minus(Duration.ofHours(5));
    session.metrics().put(window -> turnedOff(window, at, off));
    CacheModel model = model(thread.work());
    model.tick();
    var told = assertInstanceOf(Effect.Told.class, model.marks().get().effect());
    assertEquals(deep.id(), told.mark().entry().id());
    assertEquals(0.2, told.effect().fall(), 0.05);
    Mark unmeasured = model.marks().get().marks().getLast();
    assertEquals(after.id(), unmeasured.entry().id());
    assertEquals(Followed.Unknown.NOT_MEASURED, unmeasured.followed());

    model.choose(Range.WEEK);
    int before = session.metrics().readings();
    model.lookAt(List.of(model.marks().get().marks().getLast()));
    assertEquals(before, session.metrics().readings(), "there is nothing to be read");
    model.lookAt(model.marks().get().marks());
    assertEquals(before + 1, session.metrics().readings());
    told = assertInstanceOf(Effect.Told.class, model.marks().get().effect());
    assertEquals(deep.id(), told.mark().entry().id());
  }

  private static MetricsReading turnedOff(MetricsWindow window, Instant fallen, Instant off) {
    MetricsReading on =
        new FakeTraffic(START, List.of(new FakeTraffic.Fall(fallen, 0.3))).reading(window).read();
    Map<Metric, Series> series = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      series.put(
          metric,
          metric.isAdditional()
              ? new Series(on.series(metric).points().headMap(off))
              : on.series(metric));
    }
    return new MetricsReading(
        window, series, MetricsReading.Additional.OFF, List.of(), on.metricsAsked(), null);
  }

  @Test
  void whatIsAskedForAndCannotBeToldIsSaid() {
    entry("atlas", START.minus(Duration.ofDays(3)), State.FRESH);
    session.metrics().put(traffic()::read);
    CacheModel model = model(thread.work());
    model.choose(Range.WEEK);
    session
        .metrics()
        .put(_ -> {
          throw new ProblemException(OFFLINE);
        });
    model.lookAt(model.marks().get().marks());
    var asked = assertInstanceOf(Effect.Asked.class, model.marks().get().effect());
    assertEquals(new Followed.Failed(OFFLINE), asked.mark().followed());
    assertEquals(Optional.empty(), model.problem().get(), "the page has its figures");
  }

  @Test
  void marksWhatIsPublishedMeanwhile() throws InterruptedException {
    CacheModel model = model(thread.work());
    model.tick();
    assertEquals(List.of(), ids(model));
    Roster seen = session.roster("atlas");
    JournalEntry saved = session.open().publisher().publish(seen, oneLess(seen), "contract ended");
    thread.until("its mark", () -> ids(model).equals(List.of(saved.id())));
  }

  @Test
  void tellsWhereTheHistoryIsMissing() {
    CacheModel model =
        new CacheModel(
            session.open().metrics(),
            (_, told) -> told.accept(new Part(List.of(), 0, true, OFFLINE)),
            session.open().publisher(),
            thread.work(),
            now,
            new FastTicker());
    model.tick();
    assertEquals(Optional.of(OFFLINE), model.historyTrouble().get());
    assertEquals(Optional.empty(), model.problem().get());
    assertEquals(new Effect.NotKnown(Effect.Why.NONE_KNOWN), model.marks().get().effect());
  }

  /** The figures come sooner than a long history: until that is read, nobody says that none was. */
  @Test
  void callsNothingNeverMadeBeforeTheHistoryIsRead() {
    Deque<Runnable> background = new ArrayDeque<>();
    CacheModel model = model(thread.work(background::add));
    model.tick();
    background.removeFirst().run();
    Runnable history = background.removeFirst();
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }
    assertEquals(new Effect.NotKnown(Effect.Why.NONE_KNOWN), model.marks().get().effect());
    history.run();
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }
    assertEquals(new Effect.NotKnown(Effect.Why.NONE_MADE), model.marks().get().effect());
  }

  @Test
  void afterItsEndNothingComesIn() {
    Deque<Runnable> background = new ArrayDeque<>();
    CacheModel model = model(thread.work(background::add));
    model.tick();
    model.close();
    background.forEach(Runnable::run);
    assertInstanceOf(Load.Idle.class, model.seen().get());
  }

  /** The period that runs has a point already: of a minute's requests when two have passed. */
  @Test
  void theLineEndsWithTheLastWholePeriod() {
    session
        .metrics()
        .put(window ->
            traffic()
                .reading(window)
                .put(Metric.REQUESTS, window.start(window.periods() - 1), 40)
                .read());
    CacheModel model = model(thread.work());
    model.tick();
    List<List<Seen.Point>> line = seen(model).line(Quantity.REQUESTS);
    Seen.Point last = line.getLast().getLast();
    assertFalse(last.at().plusSeconds(150).isAfter(START), last::toString);
    assertTrue(last.value() > 1_000, last::toString);
  }

  private CacheModel model(Work work) {
    return new CacheModel(
        session.open().metrics(), this::history, session.open().publisher(), work, now, ticker);
  }

  private void history(@Nullable Instant since, Consumer<Part> told) {
    historyReadSince.add(since);
    told.accept(new Part(entries, 0, true, null));
  }

  private static FakeTraffic traffic() {
    return new FakeTraffic(START, List.of());
  }

  private JournalEntry entry(String project, Instant at, State state) {
    Roster seen = session.roster(project);
    JournalEntry saved = session.entry(seen, oneLess(seen), "contract ended", at);
    JournalEntry entry =
        state == State.FAILED
            ? FakeSession.moved(saved, state, Duration.ofMillis(400))
            : FakeSession.moved(
                FakeSession.moved(saved, State.SUBMITTED, Duration.ofMillis(400)),
                state,
                Duration.ofSeconds(15));
    entries.add(new HistoryEntry.Ours(entry));
    return entry;
  }

  private static RosterChange oneLess(Roster seen) {
    return RosterChange.between(seen.members(), seen.members().subList(1, seen.members().size()));
  }

  private static List<String> ids(CacheModel model) {
    return model.marks().get().marks().stream().map(mark -> mark.entry().id()).toList();
  }

  private static Seen seen(CacheModel model) {
    return model.seen().get().newest().orElseThrow();
  }
}
