package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Journal.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The journal's entries and the foreign invalidations in one, read a part at a time. */
public final class History {
  /**
   * By how much the clocks of desks and of CloudFront may differ: what is new to us may have begun
   * so long before.
   */
  public static final Duration CLOCK_SKEW = Duration.ofHours(1);

  /** How many entries of the journal are asked for at a time; CloudFront's pages have as many. */
  static final int PAGE = 100;

  /** How many details are asked for at once: CloudFront throttles bursts of more. */
  static final int AT_ONCE = 4;

  private final Journal journal;
  private final InvalidationLog invalidations;
  private final Insistence insistence;
  private final InstantSource time;

  /**
   * A part of it that has come in.
   *
   * @param entries new ones, and what more is known of those told before, in no order. What was
   *     told as foreign is none as soon as an entry is told that has its id
   * @param detailsMissing how many have no details yet: foreign ones told so far, and those that
   *     are not told, since only their details say whether they are foreign
   * @param whole whether everything has come in but for details
   * @param trouble why CloudFront's part, or its details, are missing; null while all is well
   * @param unreadable the journal's entries that were come upon so far and are not understood,
   *     newest first; what they sent is told as foreign
   */
  public record Part(
      List<HistoryEntry> entries,
      int detailsMissing,
      boolean whole,
      @Nullable Problem trouble,
      List<Unreadable> unreadable) {
    public Part {
      entries = List.copyOf(entries);
      unreadable = List.copyOf(unreadable);
    }

    /** One of a journal that is understood. */
    public Part(
        List<HistoryEntry> entries, int detailsMissing, boolean whole, @Nullable Problem trouble) {
      this(entries, detailsMissing, whole, trouble, List.of());
    }
  }

  /**
   * The newest of it.
   *
   * @param entries newest first, the foreign ones with their details
   * @param trouble why foreign ones, or their details, are missing; null while all is well
   * @param unreadable the journal's entries among these that are not understood, newest first
   */
  public record Newest(
      List<HistoryEntry> entries, @Nullable Problem trouble, List<Unreadable> unreadable) {
    public Newest {
      entries = List.copyOf(entries);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * @param time by which what was sent while the journal is read is told from what is older
   */
  public History(Journal journal, InvalidationLog invalidations, InstantSource time) {
    this(journal, invalidations, Insistence.system(), time);
  }

  /**
   * @param insistence paces what CloudFront has refused for now
   */
  History(
      Journal journal, InvalidationLog invalidations, Insistence insistence, InstantSource time) {
    this.journal = journal;
    this.invalidations = invalidations;
    this.insistence = insistence;
    this.time = time;
  }

  /**
   * Reads all of it, journal and CloudFront's list at the same time, each newest first, and the
   * details that are missing; tells each part as it comes, the last with {@code whole}. Blocks
   * until it is read; an interrupt ends it.
   *
   * @param since none before it; null for no bound
   * @param told called on the reading threads, one part at a time
   * @throws dev.frontdesk.problem.ProblemException where the journal cannot be read
   */
  public void read(@Nullable Instant since, Consumer<Part> told) throws InterruptedException {
    var span = new HistoryReading.Span(since, time.instant());
    new HistoryReading(journal, invalidations, insistence, span, told).run();
  }

  /**
   * Reads the newest of it and no more: no further page is asked for, and no details but of the
   * foreign ones among these. Blocks.
   *
   * @param since none before it; null for no bound
   * @param limit at least 1
   * @throws dev.frontdesk.problem.ProblemException where the journal cannot be read: without it
   *     nobody can tell which invalidations are foreign
   */
  public Newest newest(@Nullable Instant since, int limit) throws InterruptedException {
    return new NewestReading(journal, invalidations, insistence, limit).read(since);
  }
}
