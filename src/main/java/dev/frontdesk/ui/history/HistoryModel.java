package dev.frontdesk.ui.history;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.Journal.Unreadable;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.ui.history.HistoryFilter.Span;
import dev.frontdesk.ui.kit.Gathered;
import dev.frontdesk.ui.kit.LiveHistory;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The History page without its nodes: everything newest first, live, filtered, by days. */
final class HistoryModel {
  /**
   * How often what others do is looked for while the page is shown. A look is one call more for
   * CloudFront, which answers few a second, to everybody in the account together.
   */
  private static final Duration REFRESH = Duration.ofSeconds(10);

  private final Publisher publisher;
  private final Work work;
  private final Now now;
  private final Moments moments;
  private final Gathered gathered = new Gathered();
  private final LiveHistory reading;
  private final ObjectProperty<HistoryFilter> filter =
      new SimpleObjectProperty<>(HistoryFilter.NONE);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<HistoryList> list =
      new ReadOnlyObjectWrapper<>(HistoryList.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<HistoryEntry>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription subscription;

  /** The trouble of a reading that somebody has seen enough of. */
  private final Set<Problem> dismissed = new HashSet<>();

  private Instant asked = Instant.MIN;

  /** Whether a list is being made, and whether another has to be made after it. */
  private boolean making;

  private boolean makingAgain;

  /** What the newest list was made of. */
  private long madeOf = -1;

  private Instant madeAt = Instant.MIN;

  /** The id of an entry that is to be chosen once it is read; empty for none. */
  private String wanted = "";

  /**
   * @param ticker by which the pace of news is kept
   */
  HistoryModel(
      Publisher publisher,
      LiveHistory.Source source,
      Work work,
      Now now,
      Moments moments,
      Ticker ticker) {
    this.publisher = publisher;
    this.work = work;
    this.now = now;
    this.moments = moments;
    this.reading = new LiveHistory(source, gathered, work, ticker, this::news);
    search.subscribe(words -> filter.set(filter.get().searching(words)));
    filter.subscribe(wish -> {
      search.set(wish.search());
      make();
    });
    this.subscription = publisher.listen(entry -> work.onUi(() -> heard(entry)));
  }

  // Properties

  /** What the filter leaves, with a line before each day. */
  ReadOnlyObjectProperty<HistoryList> list() {
    return list.getReadOnlyProperty();
  }

  /** How far the reading has come. */
  ReadOnlyObjectProperty<LiveHistory.Condition> condition() {
    return reading.condition();
  }

  ObjectProperty<HistoryFilter> filter() {
    return filter;
  }

  /** The filter's words. */
  StringProperty search() {
    return search;
  }

  /** The entry whose details are shown. */
  ReadOnlyObjectProperty<Optional<HistoryEntry>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** What a command came upon, until it is dealt with. */
  ReadOnlyObjectProperty<Optional<Problem>> problem() {
    return problem.getReadOnlyProperty();
  }

  /**
   * What is to be told at the top of the page: of a command, else of the reading, else of an entry
   * that is not understood.
   */
  Optional<Problem> told() {
    return problem.get().or(this::ofReading);
  }

  private Optional<Problem> ofReading() {
    LiveHistory.Condition now = condition().get();
    Stream<Problem> entries = now.unreadable().stream().map(Unreadable::why);
    return Stream.concat(now.trouble().stream(), entries)
        .filter(each -> !dismissed.contains(each))
        .findFirst();
  }

  /** Who goes on with an entry. */
  Hands hands(JournalEntry entry) {
    return publisher.hands(entry);
  }

  // Commands

  /** Reads everything. */
  void load() {
    asked = now.clock().instant();
    reading.all();
  }

  /** Reads what is new since everything was read; everything the first time. */
  void refresh() {
    asked = now.clock().instant();
    reading.recent();
  }

  /** A moment has passed while the page is shown. */
  void tick() {
    Instant time = now.clock().instant();
    if (!time.isBefore(asked.plus(REFRESH))) {
      refresh();
    }
    boolean moves = filter.get().since() != Span.ALL && !time.isBefore(madeAt.plus(REFRESH));
    if (moves || gathered.revision() != madeOf) {
      make();
    }
  }

  /** Lets everything through again. */
  void reset() {
    filter.set(HistoryFilter.NONE);
  }

  void choose(Optional<HistoryEntry> entry) {
    wanted = "";
    chosen.set(entry);
  }

  /** Chooses an entry by its id; one that is not read yet as soon as it comes. */
  void choose(String id) {
    wanted = id;
    chooseWanted();
  }

  private void chooseWanted() {
    gathered.find(wanted).ifPresent(entry -> choose(Optional.of(entry)));
  }

  /** Tries an ended entry again: a new one, which is chosen. */
  void retry(JournalEntry old) {
    problem.set(Optional.empty());
    work.run(
        () -> publisher.retry(old),
        entry -> {
          heard(entry);
          choose(entry.id());
        },
        this::tell);
  }

  /** Tries at once what an entry waits to try. */
  void tryNow(JournalEntry entry) {
    publisher.tryNow(entry.id());
  }

  /** Shows what a command came upon. */
  void tell(Problem told) {
    problem.set(Optional.of(told));
  }

  /** What is told at the top has been seen; the same trouble is not told again. */
  void dismissProblem() {
    if (problem.get().isEmpty()) {
      ofReading().ifPresent(dismissed::add);
    }
    problem.set(Optional.empty());
  }

  void close() {
    subscription.close();
    reading.close();
  }

  // What comes in

  private void heard(JournalEntry entry) {
    gathered.take(List.of(new HistoryEntry.Ours(entry)));
    news();
  }

  private void news() {
    Optional<HistoryEntry> old = chosen.get();
    old.flatMap(entry -> gathered.find(entry.id()))
        .filter(entry -> !entry.equals(old.orElseThrow()))
        .ifPresent(entry -> chosen.set(Optional.of(entry)));
    chooseWanted();
    make();
  }

  /** One list at a time: however much comes meanwhile, one more is made after it. */
  private void make() {
    if (!condition().get().hasBegunToShow()) {
      return;
    }
    if (making) {
      makingAgain = true;
      return;
    }
    making = true;
    HistoryFilter wish = filter.get();
    Instant time = now.clock().instant();
    madeAt = time;
    madeOf = gathered.revision();
    work.run(
        () -> HistoryList.of(gathered.all(), wish, time, moments::dayOf), this::made, this::broke);
  }

  private void made(HistoryList next) {
    if (!next.equals(list.get())) {
      list.set(next);
    }
    makeNext();
  }

  private void broke(Problem bug) {
    tell(bug);
    makeNext();
  }

  private void makeNext() {
    making = false;
    if (makingAgain) {
      makingAgain = false;
      make();
    }
  }
}
