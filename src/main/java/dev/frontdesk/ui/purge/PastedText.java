package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.InvalidationItem;
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

  /**
   * With an offer taken: its text stands where the first of its lines was, the others go. What else
   * stands in one of these lines stays, in a line of its own.
   *
   * @param plan that was made of this text
   */
  PastedText with(PurgePlan plan, PurgeOffer offer) {
    List<String> lines = lines();
    Set<Integer> replaced = new HashSet<>(offer.lines());
    List<String> next = new ArrayList<>();
    boolean isDone = false;
    for (int number = 1; number <= lines.size(); number++) {
      if (!replaced.contains(number)) {
        next.add(lines.get(number - 1));
        continue;
      }
      if (!isDone) {
        next.addAll(offer.replacement());
        isDone = true;
      }
      next.addAll(others(plan, offer, number));
    }
    return of(next);
  }

  /** What stands in a line beside what the offer is about. */
  private static List<String> others(PurgePlan plan, PurgeOffer offer, int number) {
    List<PastedItem> all =
        plan.lines().stream()
            .map(PurgePlan.Line::pasted)
            .filter(item -> item.line() == number)
            .toList();
    if (all.size() < 2) {
      return List.of();
    }
    return all.stream().filter(item -> !isMeant(offer, item)).map(PastedItem::text).toList();
  }

  private static boolean isMeant(PurgeOffer offer, PastedItem pasted) {
    if (!(pasted.reading() instanceof PastedItem.Readable(InvalidationItem item, var _))) {
      return false;
    }
    return switch (offer) {
      case PurgeOffer.Wildcard(var wildcard, var _, var _) -> begins(item.wire(), wildcard.wire());
      case PurgeOffer.Narrower(var wildcard, var _, var _) -> item.wire().equals(wildcard.wire());
      case PurgeOffer.Tag _ -> !item.isWildcard() && item.wire().startsWith("/");
    };
  }

  private static boolean begins(String wire, String wildcard) {
    return wire.startsWith(wildcard.substring(0, wildcard.length() - 1));
  }

  private List<String> lines() {
    return new ArrayList<>(Arrays.asList(text.split(BREAK, -1)));
  }

  private static PastedText of(List<String> lines) {
    return new PastedText(String.join(BREAK, lines));
  }
}
