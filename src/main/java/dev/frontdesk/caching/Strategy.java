package dev.frontdesk.caching;

import java.util.Locale;

/** How a route gets fresh after a change. */
public enum Strategy {
  /** Purge on change. */
  INVALIDATE,
  /** Let the TTL run out. */
  EXPIRE,
  /** A new URL for each version. */
  VERSION,
  /** Never cached. */
  UNCACHED;

  /** As the connections file, the journal and the labels have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
