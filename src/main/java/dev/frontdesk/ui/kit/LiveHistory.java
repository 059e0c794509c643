package dev.frontdesk.ui.kit;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.publishing.Journal.Unreadable;
import dev.frontdesk.publishing.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history in the background: all of it once, and then again and again what is recent. Its
 * parts come in on any thread; the page is told of them a few times a second, however many there
 * are.
 */
public final class LiveHistory {
  /** As often as a person can follow; each time the table is laid out anew. */
  private static final Duration PACE = Duration.ofMillis(250);

  /** Where the history is read: {@link dev.frontdesk.publishing.History#read}. */
  public interface Source {
    void read(@Nullable Instant since, Consumer<Part> told) throws InterruptedException;
  }

  /**
   * Who may not list invalidations for good would have all of the journal read with each look: so
   * each time twice as many looks later, up to these.
   */
  private static final int MOST_LOOKS_BETWEEN = 64;

  /** How far the reading has come. */
  public enum Stage {
    /** Nobody has asked for it. */
    IDLE,
    /** Nothing has come yet. */
    BEGUN,
    /** The first page is there, more is on its way. */
    COMING,
    /** All entries are there; details of foreign ones may be on their way. */
    WHOLE,
    /** It could not be read to its end; what came stands. */
    FAILED
  }

  /**
   * @param detailsComing whether a reading is under way that brings details, too
   * @param trouble why the journal, or CloudFront's part alone, could not be read
   * @param unreadable the journal's entries that are not understood, and so are not there
   */
  public record Condition(
      Stage stage, boolean detailsComing, Optional<Problem> trouble, List<Unreadable> unreadable) {
    static final Condition IDLE = new Condition(Stage.IDLE, false, Optional.empty(), List.of());

    /** Whether what is not there was never made: all has come in, and nothing was in the way. */
    public boolean isWhole() {
      return stage == Stage.WHOLE && trouble.isEmpty() && unreadable.isEmpty();
    }

    /** Whether there is anything to show, be it nothing. */
    public boolean hasBegunToShow() {
      return stage != Stage.IDLE && stage != Stage.BEGUN;
    }
  }

  /** What the parts of one reading have told beside their entries; of any thread. */
  private record Told(boolean whole, @Nullable Problem trouble, List<Unreadable> unreadable) {
    static final Told NOTHING = new Told(false, null, List.of());
  }

  private final Source source;
  private final Gathered gathered;
  private final Work work;
  private final Ticker ticker;
  private final Runnable onNews;
  private final ReadOnlyObjectWrapper<Condition> condition =
      new ReadOnlyObjectWrapper<>(Condition.IDLE);
  private final Set<Thread> readers = new HashSet<>();

  /** Whether all of it has been read, and nothing was in the way since. */
  private boolean whole;

  /** Whether the list has once been told to its end, be it with trouble. */
  private boolean shownWhole;

  /** Whether all of it is being read. */
  private boolean reading;

  private boolean readingRecent;

  /** How many looks at what is recent are made before trouble lets all be read again. */
  private int looksBetween = 1;

  private int looks;
  private volatile boolean closed;

  /**
   * @param onNews called on the user interface's thread whenever more is gathered
   */
  public LiveHistory(Source source, Gathered gathered, Work work, Ticker ticker, Runnable onNews) {
    this.source = source;
    this.gathered = gathered;
    this.work = work;
    this.ticker = ticker;
    this.onNews = onNews;
  }

  public ReadOnlyObjectProperty<Condition> condition() {
    return condition.getReadOnlyProperty();
  }

  /** Reads all of it; not twice at a time. */
  public void all() {
    if (!reading) {
      reading = true;
      Condition now = condition.get();
      condition.set(new Condition(beginning(), true, now.trouble(), now.unreadable()));
      begin(null, () -> reading = false);
    }
  }

  /**
   * Reads what may be new since all was read; all of it where that has not been done. Costs a query
   * of the journal and a page of CloudFront's list.
   */
  public void recent() {
    boolean due = !shownWhole || ++looks >= looksBetween;
    if (!whole && due) {
      looks = 0;
      looksBetween = Math.min(MOST_LOOKS_BETWEEN, 2 * looksBetween);
      all();
    } else if (!readingRecent) {
      readingRecent = true;
      begin(gathered.unsettled().orElse(null), () -> readingRecent = false);
    }
  }

  /** What was shown whole once stays so while it is read again. */
  private Stage beginning() {
    if (shownWhole) {
      return Stage.WHOLE;
    }
    return condition.get().hasBegunToShow() ? Stage.COMING : Stage.BEGUN;
  }

  /** Ends what is under way; nothing is told any more. */
  public void close() {
    closed = true;
    synchronized (readers) {
      readers.forEach(Thread::interrupt);
    }
  }

  private void begin(@Nullable Instant since, Runnable ended) {
    var last = new AtomicReference<>(Told.NOTHING);
    var pace = new Pace();
    Runnable news =
        () -> {
          pace.heard();
          came(last.get(), since == null);
        };
    work.run(
        () -> {
          read(since, part -> take(part, last, pace, news));
          return new Told(true, last.get().trouble(), last.get().unreadable());
        },
        told -> {
          ended.run();
          came(told, since == null);
        },
        problem -> {
          ended.run();
          broke(problem);
        });
  }

  private void read(@Nullable Instant since, Consumer<Part> told) throws InterruptedException {
    Thread me = Thread.currentThread();
    synchronized (readers) {
      readers.add(me);
    }
    try {
      if (!closed) {
        source.read(since, told);
      }
    } catch (InterruptedException e) {
      // Whoever closes the page asks for no answer.
      if (!closed) {
        throw e;
      }
    } finally {
      synchronized (readers) {
        readers.remove(me);
      }
    }
  }

  private void take(Part part, AtomicReference<Told> last, Pace pace, Runnable news) {
    gathered.take(part.entries());
    var told = new Told(part.whole(), part.trouble(), part.unreadable());
    Told before = last.getAndSet(told);
    if (pace.isDue(!told.equals(before))) {
      work.onUi(news);
    }
  }

  private void came(Told told, boolean ofAll) {
    if (closed) {
      return;
    }
    if (told.trouble() != null) {
      // What is missing now may be older than what is recent: all has to be read again.
      whole = false;
    } else if (ofAll && told.whole()) {
      whole = true;
      looksBetween = 1;
    }
    shownWhole |= told.whole();
    Stage stage = shownWhole ? Stage.WHOLE : Stage.COMING;
    // Until the list has come to its end again, the trouble of the last time stands.
    Optional<Problem> before = told.whole() ? Optional.empty() : condition.get().trouble();
    Optional<Problem> trouble = Optional.ofNullable(told.trouble()).or(() -> before);
    condition.set(new Condition(stage, reading, trouble, unreadable(told, ofAll)));
    onNews.run();
  }

  /** All that are known: only a reading of all tells that one is none any more. */
  private List<Unreadable> unreadable(Told told, boolean ofAll) {
    if (ofAll && told.whole()) {
      return told.unreadable();
    }
    var known = new LinkedHashSet<>(told.unreadable());
    known.addAll(condition.get().unreadable());
    return List.copyOf(known);
  }

  private void broke(Problem problem) {
    if (!closed) {
      List<Unreadable> known = condition.get().unreadable();
      condition.set(new Condition(Stage.FAILED, reading, Optional.of(problem), known));
      onNews.run();
    }
  }

  /** Lets the first part through, what changes the condition, and a few of the others a second. */
  private final class Pace {
    private final AtomicBoolean waiting = new AtomicBoolean();
    private boolean first = true;
    private long last;

    synchronized boolean isDue(boolean matters) {
      long now = ticker.nanos();
      if (!first && !matters && now - last < PACE.toNanos()) {
        return false;
      }
      first = false;
      last = now;
      return waiting.compareAndSet(false, true);
    }

    void heard() {
      waiting.set(false);
    }
  }
}
