package dev.frontdesk.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Gallery;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.kit.LiveHistory.Stage;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Tools;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The history as its parts come in. */
class StreamedHistoryTest {
  private static final Instant START = FakeSession.START;
  private static final Problem DENIED =
      new Problem.Denied("ListInvalidations", "not authorized", "4f2c");

  private final FakeSession session = FakeSession.company();
  private final Entries entries = new Entries();
  private final Sent sent = new Sent();
  private final FastTicker ticker = new FastTicker();
  private final TestThread thread = new TestThread();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<Instant> time = new AtomicReference<>(START);
  private final Tools tools = Gallery.tools(START, thread.work(background));
  private final HistoryModel model =
      new HistoryModel(
          session.open().publisher(),
          sent,
          tools.work(),
          new Now(time::get),
          tools.moments(),
          ticker);

  @AfterEach
  void close() {
    model.close();
    background.close();
    session.open().close();
  }

  @Test
  void theFirstPageIsShownWhileTheRestIsOnItsWay() throws Exception {
    Ours atlas = entries.publication("atlas", "contract ended", START.minusSeconds(60));
    Foreign foreign = Entries.foreign("IFOREIGN1", START.minusSeconds(30));
    model.load();
    assertEquals(Stage.BEGUN, model.condition().get().stage());
    sent.send(part(false, atlas, foreign));
    until("the first page", () -> found().equals(List.of("IFOREIGN1", atlas.id())));
    assertEquals(Stage.COMING, model.condition().get().stage());
    Ours cedar = entries.publication("cedar", "import", START.minusSeconds(90_000));
    sent.send(part(true, cedar));
    until("the rest", () -> model.condition().get().stage() == Stage.WHOLE);
    until("the rest", () -> found().equals(List.of("IFOREIGN1", atlas.id(), cedar.id())));
    assertTrue(model.condition().get().detailsComing());
    assertEquals(1, model.list().get().counts().withoutDetails());
    sent.send(part(true, Entries.detailed(foreign, "/static/*")));
    sent.end();
    until("the details", () -> model.list().get().counts().withoutDetails() == 0);
    until("the end", () -> !model.condition().get().detailsComing());
  }

  /** Whatever the order of the parts, and wherever their entries fall. */
  @Test
  void whatIsChosenStaysChosenWhileThousandsComeInAroundIt() throws Exception {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    var random = new Random(seed);
    List<HistoryEntry> all = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Instant at = START.minusSeconds(random.nextInt(30 * 86_400));
      all.add(
          i % 3 == 0
              ? Entries.foreign("IFOREIGN" + i, at)
              : entries.publication(i % 2 == 0 ? "atlas" : "kestrel", "change " + i, at));
    }
    model.load();
    HistoryEntry first = all.getFirst();
    sent.send(part(false, first));
    until("the first", () -> found().equals(List.of(first.id())));
    model.choose(Optional.of(first));
    for (int from = 1; from < all.size(); from += 97) {
      ticker.pause(Duration.ofMillis(random.nextInt(200)));
      sent.send(part(false, all.subList(from, Math.min(all.size(), from + 97))));
    }
    sent.end();
    until("all of it", () -> found().size() == 5_000);
    HistoryList list = model.list().get();
    assertEquals(Optional.of(first.id()), Entries.id(model.chosen().get()), "seed " + seed);
    for (HistoryEntry entry : all) {
      int place = Objects.requireNonNull(list.places().get(entry.id()));
      assertEquals(
          entry.id(), ((HistoryLine.Entry) list.rows().get(place)).entry().id(), "seed " + seed);
    }
    List<LocalDate> days =
        list.entries().stream().map(entry -> tools.moments().dayOf(entry.at())).toList();
    assertEquals(days.stream().sorted(Comparator.reverseOrder()).toList(), days, "seed " + seed);
  }

  @Test
  void detailsOfAForeignOneArriveWhereItIsLookedAt() throws Exception {
    Foreign foreign = Entries.foreign("IFOREIGN1", START.minusSeconds(30));
    model.load();
    sent.send(part(true, foreign));
    until("the list", () -> found().size() == 1);
    model.choose(Optional.of(foreign));
    model.search().set("/static/app.js");
    until("nothing", () -> found().isEmpty());
    ticker.pause(Duration.ofSeconds(1));
    Foreign detailed = Entries.detailed(foreign, "/static/*");
    sent.send(part(true, detailed));
    until("the details", () -> model.chosen().get().equals(Optional.of(detailed)));
    until("it to be found by them", () -> found().equals(List.of("IFOREIGN1")));
    ticker.pause(Duration.ofSeconds(1));
    sent.send(part(true, foreign));
    sent.end();
    until("the end", () -> !model.condition().get().detailsComing());
    assertEquals(Optional.of(detailed), model.chosen().get(), "what is known stays known");
  }

  @Test
  void whatComesTooFastIsToldTogether() throws Exception {
    model.load();
    sent.send(part(false, Entries.foreign("I1", START.minusSeconds(1))));
    until("the first", () -> found().size() == 1);
    HistoryList shown = model.list().get();
    List<Integer> told = new ArrayList<>();
    model.list().subscribe(list -> told.add(list.entries().size()));
    IntStream.range(2, 500)
        .mapToObj(i -> part(false, Entries.foreign("I" + i, START.minusSeconds(i))))
        .forEach(sent::send);
    assertSame(shown, model.list().get());
    sent.end();
    until("all of it", () -> found().size() == 499);
    assertTrue(told.size() <= 3, () -> "the table was filled anew " + told);
  }

  /** The journal's part stands; nobody is told of the same trouble twice. */
  @Test
  void troubleAtCloudFrontIsToldBesideTheJournal() throws Exception {
    Ours atlas = entries.publication("atlas", "contract ended", START.minusSeconds(60));
    model.load();
    sent.send(new Part(List.of(atlas), 0, false, null));
    sent.send(new Part(List.of(), 0, true, DENIED));
    sent.end();
    until("the trouble", () -> model.told().equals(Optional.of(DENIED)));
    until("the journal", () -> found().equals(List.of(atlas.id())));
    until("the end", () -> !model.condition().get().detailsComing());
    assertEquals(Stage.WHOLE, model.condition().get().stage());
    model.dismissProblem();
    assertEquals(Optional.empty(), model.told());
    passes(Duration.ofSeconds(10));
    sent.send(new Part(List.of(), 0, true, DENIED));
    sent.end();
    sent.send(new Part(List.of(), 0, true, null));
    sent.end();
    untilALaterLook("it to be over", () -> model.condition().get().trouble().isEmpty());
    assertEquals(Optional.empty(), model.told());
  }

  /** It is said for as long as it is there, though a look at what is recent does not see it. */
  @Test
  void whatIsNotUnderstoodIsToldBesideTheRest() throws Exception {
    Ours atlas = entries.publication("atlas", "contract ended", START.minusSeconds(60));
    var odd = Journal.Unreadable.of("01ODD", "no kind");
    model.load();
    sent.send(new Part(List.of(atlas), 0, true, null, List.of(odd)));
    sent.end();
    until("the sentence", () -> model.told().equals(Optional.of(odd.why())));
    until("the end", () -> !model.condition().get().detailsComing());
    until("the rest", () -> found().equals(List.of(atlas.id())));
    passes(Duration.ofSeconds(10));
    sent.send(part(true, Entries.foreign("INEW", START.minusSeconds(30)), atlas));
    sent.end();
    until("what is new", () -> found().size() == 2);
    assertEquals(List.of(odd), model.condition().get().unreadable());
    model.dismissProblem();
    assertEquals(Optional.empty(), model.told());
    model.load();
    sent.send(part(true, atlas));
    sent.end();
    until("it to be mended", () -> model.condition().get().unreadable().isEmpty());
  }

  /** Older foreign ones are missing still: what is recent alone would never bring them. */
  @Test
  void afterTroubleAtCloudFrontAllIsReadAgain() throws Exception {
    Ours atlas = entries.publication("atlas", "contract ended", START.minusSeconds(60));
    model.load();
    sent.send(part(true, atlas));
    sent.send(new Part(List.of(), 1, true, DENIED));
    sent.end();
    until("the trouble", () -> model.told().equals(Optional.of(DENIED)));
    until("the end", () -> !model.condition().get().detailsComing());
    passes(Duration.ofSeconds(10));
    sent.send(part(true, atlas, Entries.foreign("IOLD", START.minusSeconds(90_000))));
    sent.end();
    until("the older one", () -> found().equals(List.of(atlas.id(), "IOLD")));
    assertEquals(List.of(Instant.MIN, Instant.MIN), sent.bounds(), "all of it both times");
  }

  @Test
  void whereTheJournalCannotBeReadWhatCameStandsAndItIsTriedAgain() throws Exception {
    Problem offline = new Problem.Offline("dynamodb", "connection refused");
    Ours atlas = entries.publication("atlas", "contract ended", START.minusSeconds(60));
    model.load();
    sent.send(part(false, atlas));
    sent.breakWith(new ProblemException(offline));
    until("the trouble", () -> model.told().equals(Optional.of(offline)));
    assertEquals(Stage.FAILED, model.condition().get().stage());
    until("what came", () -> found().equals(List.of(atlas.id())));
    passes(Duration.ofSeconds(10));
    sent.send(part(true, atlas));
    sent.end();
    until("the whole", () -> model.condition().get().stage() == Stage.WHOLE);
    assertEquals(List.of(Instant.MIN, Instant.MIN), sent.bounds(), "all of it both times");
    assertEquals(Optional.empty(), model.told());
  }

  /** An hour before the newest, for clocks differ; further back for what is in progress. */
  @Test
  void onceAllIsReadOnlyWhatIsRecentIsReadAgain() throws Exception {
    Ours atlas = entries.publication("atlas", "contract ended", START.minusSeconds(60));
    Ours old = entries.publication("cedar", "import", START.minusSeconds(90_000));
    model.load();
    sent.send(part(true, atlas, old));
    sent.end();
    until("the end", () -> !model.condition().get().detailsComing());
    passes(Duration.ofSeconds(9));
    passes(Duration.ofSeconds(1));
    Foreign open =
        new Foreign(new InvalidationSummary("IOPEN", START.minusSeconds(7_200), false), null);
    sent.send(part(true, open));
    sent.end();
    until("the new one", () -> found().contains("IOPEN"));
    sent.end();
    untilALaterLook("the third look", () -> sent.bounds().size() == 3);
    assertEquals(
        List.of(Instant.MIN, START.minusSeconds(3_660), START.minusSeconds(7_200)), sent.bounds());
  }

  @Test
  void whatAnEntryOfOursHasMadeIsNotForeign() throws Exception {
    Foreign foreign = Entries.foreign("I3QX7B0ZT4LWMA", START.minusSeconds(30));
    model.load();
    sent.send(part(false, foreign));
    until("the foreign one", () -> found().size() == 1);
    Ours late = entries.publication("atlas", "contract ended", START.minusSeconds(60));
    sent.send(part(true, late));
    sent.end();
    until("ours in its place", () -> found().equals(List.of(late.id())));
  }

  @Test
  void whatWasHeardIsNotTurnedBackByWhatWasRead() throws Exception {
    Ours submitted =
        entries.publication("atlas", "contract ended", START.minusSeconds(60), State.SUBMITTED);
    var fresh = new Ours(FakeSession.moved(submitted.entry(), State.FRESH, Duration.ofSeconds(15)));
    model.load();
    sent.send(part(false, fresh));
    sent.send(part(true, submitted));
    sent.end();
    until("the end", () -> !model.condition().get().detailsComing() && found().size() == 1);
    assertEquals(List.of(fresh), model.list().get().entries());
  }

  @Test
  void filtersCombineAndAreTakenBackAtOnce() throws Exception {
    Ours atlas = entries.publication("atlas", "contract ended", START.minusSeconds(60));
    Ours failed = entries.publication("atlas", "second", START.minusSeconds(7_200), State.FAILED);
    Ours cedar = entries.publication("cedar", "import", START.minusSeconds(90_000), State.FAILED);
    Foreign foreign = Entries.foreign("IFOREIGN1", START.minusSeconds(30));
    model.load();
    sent.send(part(true, atlas, failed, cedar, foreign));
    sent.end();
    until("all", () -> found().size() == 4);
    assertEquals(List.of("amara"), model.list().get().choices().people());
    assertEquals(
        List.of("Atlas", "Cedar"),
        model.list().get().choices().projects().stream().map(one -> one.name()).toList());
    model
        .filter()
        .set(HistoryFilter.NONE.in(Optional.of(new HistoryFilter.Standing.In(State.FAILED))));
    until("the failed", () -> found().equals(List.of(failed.id(), cedar.id())));
    model.filter().set(model.filter().get().since(HistoryFilter.Span.DAY));
    until("today's", () -> found().equals(List.of(failed.id())));
    model.search().set("cedar");
    until("none", () -> found().isEmpty());
    assertFalse(model.filter().get().isNone());
    model.reset();
    until("all again", () -> found().size() == 4);
    assertEquals("", model.search().get());
  }

  /** As time goes by, what was within the last hour no longer is. */
  @Test
  void theFiltersTimeGoesOn() throws Exception {
    Ours atlas = entries.publication("atlas", "contract ended", START.minusSeconds(3_590));
    model.load();
    sent.send(part(true, atlas));
    sent.end();
    model.filter().set(HistoryFilter.NONE.since(HistoryFilter.Span.HOUR));
    until("it", () -> found().size() == 1);
    passes(Duration.ofSeconds(11));
    sent.end();
    until("it to be over", () -> found().isEmpty());
  }

  private void passes(Duration length) {
    time.updateAndGet(now -> now.plus(length));
    model.tick();
  }

  /** No look begins before the one before it has ended, which is no news. */
  private void untilALaterLook(String what, BooleanSupplier isSo) throws InterruptedException {
    until(
        what,
        () -> {
          if (!isSo.getAsBoolean()) {
            passes(Duration.ofSeconds(10));
          }
          return isSo.getAsBoolean();
        });
  }

  private void until(String what, BooleanSupplier isSo) throws InterruptedException {
    thread.until(what, isSo);
  }

  private List<String> found() {
    return Entries.ids(model.list().get().entries());
  }

  private static Part part(boolean whole, HistoryEntry... some) {
    return part(whole, List.of(some));
  }

  private static Part part(boolean whole, List<HistoryEntry> some) {
    return new Part(some, 0, whole, null);
  }
}
