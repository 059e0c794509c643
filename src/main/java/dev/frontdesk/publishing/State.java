package dev.frontdesk.publishing;

import java.util.Locale;

/** How far a publication or purge, or one of its routes, has come; in the order of progress. */
public enum State {
  /** A change of several transactions whose last is not done. */
  SAVING,
  /** The tables have it, CloudFront does not know yet. */
  SAVED,
  /** Waits for room in CloudFront's quota. */
  QUEUED,
  /** CloudFront has taken the invalidation. */
  SUBMITTED,
  /** CloudFront says that every edge location has carried it out. */
  COMPLETED,
  /** A probe has seen the edge serve it. */
  FRESH,
  /** A probe has seen the edge serve the old answer, after two purges. */
  STALE,
  /** The old answer lives until its TTL runs out. */
  EXPIRING,
  /** It cannot go on until somebody mends something. */
  FAILED,
  /** What became of the last step is not known; it is tried again. */
  UNKNOWN;

  /** The English word of the contracts, whatever the language of the desk. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static State ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
