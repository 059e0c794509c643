package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.CacheMetrics;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.PurgeEffect;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.History;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.ui.kit.Gathered;
import dev.frontdesk.ui.kit.LiveHistory;
import dev.frontdesk.ui.kit.LiveHistory.Condition;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The Cache page without its nodes: figures of a range, and the invalidations in it. */
final class CacheModel {
  /** A point covers a minute at least, and each reading is paid for. */
  static final Duration REFRESH = Duration.ofMinutes(1);

  /** As long as a hover takes: who walks along a table or from label to label asks for nothing. */
  static final Duration REST = Duration.ofSeconds(1);

  /** Of invalidations that stand at one place; a hover tells no more either. */
  private static final int MOST_AT_ONCE = 8;

  private final CacheMetrics metrics;
  private final LiveHistory.Source history;
  private final Work work;
  private final Now now;
  private final Ticker ticker;
  private final Loader<Seen> seen;
  private final Loader<Marks> marking;
  private final Asking asking;
  private final Loader<List<Mark>> resting;
  private final Gathered gathered = new Gathered();
  private final ReadOnlyObjectWrapper<Range> range = new ReadOnlyObjectWrapper<>(Range.DAY);
  private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> historyTrouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription subscription;
  private Instant asked = Instant.MIN;

  /** How far back the history is read, and what reads it; nothing until the page is shown. */
  private Instant historyFrom = Instant.MAX;

  private Optional<LiveHistory> reading = Optional.empty();

  /** A problem that somebody has seen enough of. */
  private Optional<Problem> dismissed = Optional.empty();

  /**
   * @param ticker by which the pace of the history's news is kept, and who rests is told
   */
  CacheModel(
      CacheMetrics metrics,
      LiveHistory.Source history,
      Publisher publisher,
      Work work,
      Now now,
      Ticker ticker) {
    this.metrics = metrics;
    this.history = history;
    this.work = work;
    this.now = now;
    this.ticker = ticker;
    this.seen = new Loader<>(work, now.clock());
    this.marking = new Loader<>(work, now.clock());
    this.asking = new Asking(metrics, work, now);
    this.resting = new Loader<>(work, now.clock());
    seen.state().subscribe(this::came);
    asking.asked().subscribe(this::mark);
    resting
        .state()
        .subscribe(load -> {
          if (load instanceof Load.Loaded<List<Mark>>(List<Mark> rested, Instant _)) {
            lookAt(rested);
          }
        });
    marking.state().subscribe(load -> load.newest().ifPresent(marks::set));
    this.subscription =
        publisher.listen(entry ->
            work.onUi(() -> {
              gathered.take(List.of(new HistoryEntry.Ours(entry)));
              mark();
            }));
  }

  // Properties

  ReadOnlyObjectProperty<Range> range() {
    return range.getReadOnlyProperty();
  }

  /** The figures; of another range than is chosen while that one's are on their way. */
  ReadOnlyObjectProperty<Load<Seen>> seen() {
    return seen.state();
  }

  /** The invalidations of what is seen. */
  ReadOnlyObjectProperty<Marks> marks() {
    return marks.getReadOnlyProperty();
  }

  /** What was read around single invalidations, and what that has cost. */
  ReadOnlyObjectProperty<Asked> asked() {
    return asking.asked();
  }

  /** Why the newest figures could not be read, until they are or somebody has seen enough of it. */
  ReadOnlyObjectProperty<Optional<Problem>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Why invalidations may be missing. */
  ReadOnlyObjectProperty<Optional<Problem>> historyTrouble() {
    return historyTrouble.getReadOnlyProperty();
  }

  /** Whether what is shown is not what is asked for: another range, or old. */
  boolean isOld() {
    Load<Seen> load = seen.get();
    return problem.get().isPresent() || load.trouble().isPresent() || isOfAnotherRange();
  }

  /** Whether the figures are of another range than is chosen: its own have not come, or failed. */
  boolean isOfAnotherRange() {
    return seen.get().newest().filter(it -> it.range() != range.get()).isPresent();
  }

  // Commands

  void choose(Range next) {
    if (next != range.get()) {
      range.set(next);
      load();
    }
  }

  /** Reads figures and history, whenever that was done last. */
  void load() {
    asked = now.clock().instant();
    Range of = range.get();
    MetricsWindow window = MetricsWindow.ending(asked, of.length());
    seen.load(() -> Seen.of(of, metrics.read(window), now.clock().instant()));
    // What began before the range may have been sent in it, a second purge above all.
    readHistory(window.from().minus(History.CLOCK_SKEW));
  }

  /** The page has come to the front, or a moment has passed there. */
  void tick() {
    boolean due = !now.clock().instant().isBefore(asked.plus(REFRESH));
    if (seen.get() instanceof Load.Idle<Seen> || (due && !seen.get().isLoading())) {
      load();
    }
  }

  /**
   * Somebody looks at invalidations: where the range's own points cover too much to tell what they
   * did, finer ones are read, which costs a reading.
   *
   * @param looked in the order of time
   */
  void lookAt(List<Mark> looked) {
    Set<String> ids = newest(looked).stream().map(Mark::id).collect(Collectors.toSet());
    // What was looked at may have left the range meanwhile.
    List<Mark> shown =
        marks.get().marks().stream()
            .filter(mark -> ids.contains(mark.id()))
            .filter(mark -> mark.followed() != Followed.Unknown.NOT_MEASURED)
            .toList();
    boolean isCoarse =
        seen.get()
            .newest()
            .filter(it -> it.window().period().compareTo(PurgeEffect.LONGEST_PERIOD) > 0)
            .isPresent();
    if (isCoarse && !shown.isEmpty()) {
      asking.ask(shown);
    }
  }

  /**
   * Somebody has come to invalidations by keyboard: after a moment's rest they are looked at,
   * unless that somebody has gone on.
   *
   * @param come in the order of time; none where there is nothing to look at
   */
  void restOn(List<Mark> come) {
    if (come.isEmpty()) {
      resting.forget();
      return;
    }
    List<Mark> rested = List.copyOf(come);
    resting.load(() -> {
      ticker.pause(REST);
      return rested;
    });
  }

  /** As many of those at one place as are told of at once: what was done last is asked for most. */
  static List<Mark> newest(List<Mark> marks) {
    return marks.subList(Math.max(0, marks.size() - MOST_AT_ONCE), marks.size());
  }

  /** The same problem is not told again before something has been read. */
  void dismissProblem() {
    dismissed = problem.get();
    problem.set(Optional.empty());
  }

  void close() {
    subscription.close();
    reading.ifPresent(LiveHistory::close);
    seen.forget();
    asking.close();
    resting.forget();
  }

  // What comes in

  private void readHistory(Instant from) {
    if (from.isBefore(historyFrom)) {
      historyFrom = from;
      reading.ifPresent(LiveHistory::close);
      var next =
          new LiveHistory(
              (since, told) -> history.read(since == null ? from : since, told),
              gathered,
              work,
              ticker,
              this::mark);
      next.condition().subscribe(condition -> historyTrouble.set(condition.trouble()));
      reading = Optional.of(next);
    }
    reading.ifPresent(LiveHistory::recent);
  }

  private void came(Load<Seen> load) {
    switch (load) {
      case Load.Loaded<Seen> _ -> {
        dismissed = Optional.empty();
        problem.set(Optional.empty());
        mark();
      }
      case Load.Failed<Seen>(Problem told, Optional<Seen> _) -> {
        if (!dismissed.equals(Optional.of(told))) {
          problem.set(Optional.of(told));
        }
      }
      // While it is tried again what stood in the way the last time is told on.
      case Load.Idle<Seen> _, Load.Loading<Seen> _ -> {}
    }
  }

  private void mark() {
    Asked asked = asking.asked().get();
    boolean whole =
        reading.map(history -> history.condition().get()).filter(Condition::isWhole).isPresent();
    seen.get()
        .newest()
        .ifPresent(it ->
            marking.load(
                () -> Marks.of(it.reading(), gathered.all(), whole, asked, now.clock().instant())));
  }
}
