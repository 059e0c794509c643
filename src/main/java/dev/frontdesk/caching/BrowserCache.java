package dev.frontdesk.caching;

/**
 * What a browser may do with an answer, whatever the edge does (RFC 9111, 4.2 and 5.2.2).
 *
 * @param seconds for how long it may use it again without asking, at most: of that goes the age
 *     that the answer had at the edge when it came (RFC 9111, 4.2.3); at least 0
 */
public record BrowserCache(Rule rule, long seconds) {
  /** How it comes to that. */
  public enum Rule {
    /** No-store: it keeps nothing. */
    KEEPS_NOTHING,
    /** It may keep it, and asks each time before it uses it again. */
    ASKS_EACH_TIME,
    /** It uses it again without asking. */
    KEEPS,
    /** Nothing is said: each browser guesses by itself (RFC 9111, 4.2.2). */
    GUESSES
  }

  /** What the origin's headers tell it, for the edge hands them on as they are. */
  public static BrowserCache of(OriginHeaders origin) {
    CacheControl control = origin.control();
    if (control.has("no-store")) {
      return new BrowserCache(Rule.KEEPS_NOTHING, 0);
    }
    boolean said = control.seconds("max-age").isPresent();
    if (!control.wantsAsking() && !said && origin.expiresInSeconds().isEmpty()) {
      return new BrowserCache(Rule.GUESSES, 0);
    }
    long seconds = said ? control.browserSeconds() : origin.expiresInSeconds().orElse(0);
    return control.wantsAsking() || seconds == 0
        ? new BrowserCache(Rule.ASKS_EACH_TIME, 0)
        : new BrowserCache(Rule.KEEPS, seconds);
  }
}
