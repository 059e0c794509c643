package dev.frontdesk.cli;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;

/** The exit statuses of design.md, "The command line". */
final class Exit {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USE = 2;
  static final int CONFLICT = 3;
  static final int NOT_ENDED = 4;

  private Exit() {}

  static int of(Problem problem) {
    return switch (problem) {
      case Problem.Invalid _ -> WRONG_USE;
      case Problem.Missing missing when missing.what().equals("project") -> WRONG_USE;
      case Problem.Conflict _, Problem.Locked _ -> CONFLICT;
      case Problem.Denied _,
          Problem.NoCredentials _,
          Problem.Throttled _,
          Problem.QuotaFull _,
          Problem.TooLarge _,
          Problem.Unsaved _,
          Problem.Missing _,
          Problem.Offline _,
          Problem.UnknownOutcome _,
          Problem.Unavailable _,
          Problem.Refused _,
          Problem.Machine _,
          Problem.Bug _ ->
          FAILED;
    };
  }

  /**
   * @param waited whether the command was to stay until the entry had ended
   */
  static int of(JournalEntry entry, boolean waited) {
    return switch (entry.state()) {
      case FRESH, EXPIRING -> DONE;
      case STALE -> FAILED;
      case FAILED -> isSaved(entry) ? FAILED : why(entry);
      case QUEUED, SUBMITTED, COMPLETED -> entry.isOpen() && waited ? NOT_ENDED : DONE;
      case SAVING, SAVED, UNKNOWN -> NOT_ENDED;
    };
  }

  /** Whether it is known that the tables have something of it. */
  static boolean isSaved(JournalEntry entry) {
    return entry.progress().steps().stream()
        .map(Step::state)
        .anyMatch(state -> state == State.SAVED || state == State.SAVING);
  }

  /** Of what was not saved in the end: the same as where that had been known at once. */
  private static int why(JournalEntry entry) {
    Progress.Trouble trouble = entry.progress().trouble();
    return trouble == null ? FAILED : of(trouble.problem());
  }
}
