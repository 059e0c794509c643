package dev.frontdesk.publishing;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The durable record of every publication and purge: the audit trail and the outbox in one. All
 * calls block, and throw {@link dev.frontdesk.problem.ProblemException}.
 */
public interface Journal {
  /**
   * Writes the change, the roster's next version and the entry in one transaction: all of it or
   * nothing. A lost reply is found out by sending the same again and by reading back, before
   * anything is said of the outcome.
   *
   * @param seen what the admin saw: the write is conditional on its version and on each member that
   *     the change touches being as seen; a change that removes or demotes an owner also on one who
   *     stays
   * @throws dev.frontdesk.problem.ProblemException {@code Conflict} where somebody moved first;
   *     {@code Invalid} for a change too large for one transaction; {@code UnknownOutcome} where
   *     nothing answers any more
   */
  void save(Roster seen, RosterChange change, JournalEntry entry);

  /** The entry, read consistently. */
  Optional<JournalEntry> read(String id);

  /**
   * Writes an entry's next revision, provided nobody has written since {@code seen}.
   *
   * @throws dev.frontdesk.problem.ProblemException {@code Conflict} where the lease's counter has
   *     moved: another desk has taken over
   */
  void update(JournalEntry next, Lease seen);

  /**
   * What is open, oldest first. The index behind it is eventually consistent: read before acting.
   */
  List<JournalEntry> open();

  /**
   * The newest entries, newest first.
   *
   * @param since none before it; null for no bound
   * @param limit at least 1
   */
  List<JournalEntry> newest(@Nullable Instant since, int limit);
}
