package dev.frontdesk.publishing;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry of which this desk has the lease: its revisions, written until the journal has them. */
final class HeldEntry {
  /** Another desk has the lease. */
  static final class LeaseLost extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The journal has not taken a revision, or has not said so. */
  static final class Unwritten extends Exception {
    private static final long serialVersionUID = 1L;

    final transient Problem problem;

    Unwritten(Problem problem) {
      this.problem = problem;
    }
  }

  private final Desktop desktop;
  private JournalEntry entry;
  private @Nullable JournalEntry pending;
  private long writtenAt;

  HeldEntry(JournalEntry entry, Desktop desktop) {
    this.entry = entry;
    this.desktop = desktop;
    this.writtenAt = desktop.machine().ticker().nanos();
  }

  /** As the journal has it, as far as is known. */
  JournalEntry entry() {
    return entry;
  }

  /** When the journal last took a revision, by this desk's ticker. */
  long writtenAt() {
    return writtenAt;
  }

  /** Counts the time anew though nothing was written: the next try is not to follow at once. */
  void forgive() {
    writtenAt = desktop.machine().ticker().nanos();
  }

  /** Writes what the journal has not confirmed yet, if there is anything. */
  void flush() throws LeaseLost, Unwritten {
    JournalEntry next = pending;
    if (next != null) {
      write(next);
    }
  }

  /** Writes a revision; one that the journal does not confirm stays pending until it does. */
  void write(JournalEntry next) throws LeaseLost, Unwritten {
    pending = next;
    JournalEntry now = next;
    try {
      desktop.ports().journal().update(next, entry.lease());
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Conflict)) {
        throw new Unwritten(e.problem());
      }
      now = ours(next);
      if (isBeat(now) && !next.progress().equals(now.progress())) {
        entry = now;
        write(now.with(next.progress()));
        return;
      }
    }
    written(now);
  }

  /** The journal has this revision. */
  void written(JournalEntry now) {
    pending = null;
    writtenAt = desktop.machine().ticker().nanos();
    boolean moved =
        !now.progress().equals(entry.progress()) || !Objects.equals(now.roster(), entry.roster());
    entry = now;
    if (moved) {
      desktop.news().accept(entry);
    }
  }

  /** Whether a sign of life, whose reply was lost, has taken the counter of what came next. */
  private boolean isBeat(JournalEntry there) {
    return there.progress().equals(entry.progress())
        && Objects.equals(there.roster(), entry.roster());
  }

  /** What the journal has, where the conflict is with our own write, whose reply was lost. */
  private JournalEntry ours(JournalEntry next) throws LeaseLost, Unwritten {
    try {
      return desktop
          .ports()
          .journal()
          .read(next.id())
          .filter(now -> now.lease().equals(next.lease()))
          .orElseThrow(LeaseLost::new);
    } catch (ProblemException e) {
      throw new Unwritten(e.problem());
    }
  }
}
