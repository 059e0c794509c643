package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The journal's entries and the foreign invalidations in one, read a part at a time. */
public final class History {
  private final Journal journal;
  private final InvalidationLog invalidations;

  /**
   * A part of it that has come in.
   *
   * @param entries new ones, and what more is known of those told before, in no order
   * @param detailsMissing how many of the foreign ones told so far have no details yet
   * @param whole whether everything has come in but for details
   * @param trouble why CloudFront's part is missing; null while all is well
   */
  public record Part(
      List<HistoryEntry> entries, int detailsMissing, boolean whole, @Nullable Problem trouble) {
    public Part {
      entries = List.copyOf(entries);
    }
  }

  public History(Journal journal, InvalidationLog invalidations) {
    this.journal = journal;
    this.invalidations = invalidations;
  }

  /**
   * Reads all of it, newest first, then the details that are missing; tells each part as it comes,
   * the first page of both first. Blocks until it is read; an interrupt ends it.
   *
   * @param since none before it; null for no bound
   * @param told called on the reading threads, one part at a time
   * @throws dev.frontdesk.problem.ProblemException where the journal cannot be read
   */
  public void read(@Nullable Instant since, Consumer<Part> told) throws InterruptedException {
    throw new UnsupportedOperationException("to be written " + journal + invalidations + since);
  }
}
