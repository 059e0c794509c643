package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PurgeOffer;
import dev.frontdesk.invalidation.PurgePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is in the input, as lines that are counted from 1. Its methods give the text after a step.
 */
record PastedText(String text) {
  private static final String BREAK = "\n";

  /** With these lines at its end. */
  PastedText plus(List<String> more) {
    String before = text.stripTrailing();
    String added = String.join(BREAK, more);
    return new PastedText(before.isEmpty() ? added : before + BREAK + added);
  }

  /**
   * With a thing of a line replaced by what was probably meant.
   *
   * @param plan that was made of this text
   */
  PastedText with(PurgePlan plan, PastedItem wrong, String instead) {
    List<String> lines = lines();
    if (wrong.line() > lines.size()) {
      return this;
    }
    String line = lines.get(wrong.line() - 1);
    int at = 0;
    for (PurgePlan.Line each : plan.lines()) {
      PastedItem item = each.pasted();
      if (item.line() == wrong.line()) {
        int found = line.indexOf(item.text(), at);
        if (found < 0) {
          return this; // the text has moved on since
        }
        if (item.equals(wrong)) {
          String rest = line.substring(found + item.text().length());
          lines.set(wrong.line() - 1, line.substring(0, found) + instead + rest);
          return of(lines);
        }
        at = found + item.text().length();
      }
    }
    return this;
  }

  /** With an offer taken: its text stands where the first of its lines was, the others go. */
  PastedText with(PurgeOffer offer) {
    List<String> lines = lines();
    Set<Integer> replaced = new HashSet<>(offer.lines());
    List<String> next = new ArrayList<>();
    boolean isDone = false;
    for (int number = 1; number <= lines.size(); number++) {
      if (!replaced.contains(number)) {
        next.add(lines.get(number - 1));
      } else if (!isDone) {
        next.addAll(offer.replacement());
        isDone = true;
      }
    }
    return of(next);
  }

  private List<String> lines() {
    return new ArrayList<>(Arrays.asList(text.split(BREAK, -1)));
  }

  private static PastedText of(List<String> lines) {
    return new PastedText(String.join(BREAK, lines));
  }
}
