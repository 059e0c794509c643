package dev.frontdesk.files;

import dev.frontdesk.problem.Problem;
import java.util.List;

/** What reading a file came to: a roster, or everything that is wrong with the file. */
public sealed interface SheetReading permits RosterSheet, SheetReading.Mistakes {
  /**
   * Why the file is not taken.
   *
   * @param first the mistakes in the order of the file, 1 to 20; each names file, line and remedy
   * @param more how many others there are
   */
  record Mistakes(List<Problem.Invalid> first, int more) implements SheetReading {
    public Mistakes {
      first = List.copyOf(first);
    }
  }
}
