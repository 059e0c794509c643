package dev.frontdesk.cli;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;

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
      case STALE, FAILED -> FAILED;
      case QUEUED, SUBMITTED, COMPLETED -> entry.isOpen() && waited ? NOT_ENDED : DONE;
      case SAVING, SAVED, UNKNOWN -> NOT_ENDED;
    };
  }
}
