package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Styles;

/** What becomes of one thing pasted, as the table tells it: by an icon and a word. */
enum LineState {
  SEND("send", Icon.CHECK_CIRCLE, Styles.DONE),
  WILDCARD("wildcard", Icon.CHECK_CIRCLE, Styles.DONE),
  TAG("tag", Icon.CHECK_CIRCLE, Styles.DONE),
  REDUNDANT("redundant", Icon.MINUS_CIRCLE, Styles.QUIET),
  IN_PROGRESS("in-progress", Icon.CLOCK, Styles.RUNNING),
  WRONG("wrong", Icon.X_CIRCLE, Styles.WRONG);

  /** Its part of the keys of its sentences. */
  final String word;

  final Icon icon;
  final String tone;

  LineState(String word, Icon icon, String tone) {
    this.word = word;
    this.icon = icon;
    this.tone = tone;
  }

  static LineState of(PurgePlan.Line line) {
    return switch (line.fate()) {
      case PurgePlan.Sent(var items) -> of(items.getFirst());
      case PurgePlan.CoveredBy _ -> REDUNDANT;
      case PurgePlan.InProgress _ -> IN_PROGRESS;
      case PurgePlan.NotSent _ -> WRONG;
    };
  }

  private static LineState of(InvalidationItem item) {
    if (item.wire().startsWith("#")) {
      return TAG;
    }
    return item.isWildcard() ? WILDCARD : SEND;
  }
}
