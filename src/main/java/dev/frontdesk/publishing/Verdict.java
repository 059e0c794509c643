package dev.frontdesk.publishing;

import java.util.Locale;

/** What a probe found. */
public enum Verdict {
  /** The edge serves what the origin gives. */
  FRESH,
  /** The edge serves something older. */
  STALE,
  /** The two cannot be compared, or the origin does not show what was saved. */
  INCOMPARABLE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Verdict ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
