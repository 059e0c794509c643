package dev.frontdesk.publishing;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The durable record of every publication and purge: the audit trail and the outbox in one. All
 * calls block, and throw {@link dev.frontdesk.problem.ProblemException}.
 */
public interface Journal {
  /**
   * Writes the change, the roster's next version and the entry in one transaction: all of it or
   * nothing. A lost reply is found out by sending the same again and by reading back, before
   * anything is said of the outcome; the same may also be saved again later, and is saved once.
   *
   * <p>A change too large for one transaction is begun: the entry alone is written, as {@code
   * saving}, with everything needed to finish, and keeps other changes out of the roster until
   * {@link #saveNext} has written its last part.
   *
   * @param seen what the admin saw: the write is conditional on its version and on each member that
   *     the change touches being as seen; a change that removes or demotes an owner also on one who
   *     stays
   * @return the entry as it stands: as given, or being saved; where it was saved before, another
   *     desk may have it by now
   * @throws dev.frontdesk.problem.ProblemException {@code Conflict} where somebody moved first;
   *     {@code Locked} while another change to the roster is being saved in parts; {@code Invalid}
   *     for a change whose record alone is too heavy for a transaction; {@code UnknownOutcome}
   *     where nothing answers any more
   */
  JournalEntry save(Roster seen, RosterChange change, JournalEntry entry);

  /**
   * Writes the next part of a change that is being saved, and with it the entry's next revision. A
   * member that somebody else has changed since the admin saw it is left as it is, and named in
   * {@link Saving#skipped}.
   *
   * @param entry as it stands in the journal, with this desk's lease
   * @param now for the step that the last part is
   * @return the entry after it
   * @throws dev.frontdesk.problem.ProblemException {@code Conflict} where another desk has taken
   *     over
   */
  JournalEntry saveNext(JournalEntry entry, Instant now);

  /**
   * Writes an entry that changes no roster: a purge, or a publication to be tried again. The same
   * may be appended once more where its reply was lost, and is written once.
   *
   * @throws dev.frontdesk.problem.ProblemException {@code Invalid} for an entry that is too heavy
   *     for a transaction; {@code UnknownOutcome} where nothing answers any more
   */
  void append(JournalEntry entry);

  /**
   * The entry, read consistently.
   *
   * @throws dev.frontdesk.problem.ProblemException as {@link Unreadable} has it where it is not
   *     understood
   */
  Optional<JournalEntry> read(String id);

  /**
   * Writes an entry's next revision, provided nobody has written since {@code seen}.
   *
   * @throws dev.frontdesk.problem.ProblemException {@code Conflict} where the lease's counter has
   *     moved: another desk has taken over
   */
  void update(JournalEntry next, Lease seen);

  /**
   * What is open, oldest first, each read consistently. The index that finds them is eventually
   * consistent: one look may miss what has just been opened.
   */
  List<JournalEntry> open();

  /**
   * The newest entries, newest first. One that cannot be read is left out, and keeps no other back.
   *
   * @param since none before it; null for no bound
   * @param limit at least 1
   * @param unreadable told of each that was left out, newest first
   */
  List<JournalEntry> newest(@Nullable Instant since, int limit, Consumer<Unreadable> unreadable);

  /** The same, for those whom what is left out does not concern. */
  default List<JournalEntry> newest(@Nullable Instant since, int limit) {
    return newest(since, limit, _ -> {});
  }

  /**
   * The newest entries that are older than this one, newest first: the next page. One that cannot
   * be read is left out, as above.
   *
   * @param id of an entry, by which the order is told
   * @param limit at least 1
   * @param unreadable told of each that was left out, newest first
   */
  List<JournalEntry> before(String id, int limit, Consumer<Unreadable> unreadable);

  /** The same, for those whom what is left out does not concern. */
  default List<JournalEntry> before(String id, int limit) {
    return before(id, limit, _ -> {});
  }

  /**
   * An entry that is there and not understood: another program, or a later Frontdesk, wrote it.
   *
   * @param why a sentence about it, with its id
   */
  record Unreadable(String id, Problem.Invalid why) {
    private static final String RULE = "journal-unreadable";

    /**
     * @param reason what is wrong with it
     */
    public static Unreadable of(String id, String reason) {
      return new Unreadable(id, new Problem.Invalid(RULE, id, reason));
    }

    /** Whether a problem is that of such an entry, and of nothing else. */
    public static boolean isOne(Problem problem) {
      return problem instanceof Problem.Invalid invalid && invalid.rule().equals(RULE);
    }
  }
}
