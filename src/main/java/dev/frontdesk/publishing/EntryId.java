package dev.frontdesk.publishing;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/**
 * Ids of journal entries: 26 characters of Crockford's base 32, the first ten of them the time in
 * milliseconds, so that their order is the order of time (the form of a ULID).
 */
public final class EntryId {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;

  private EntryId() {}

  public static String next(Instant now, RandomGenerator random) {
    char[] id = new char[TIME_DIGITS + RANDOM_DIGITS];
    long millis = now.toEpochMilli();
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      id[i] = DIGITS.charAt((int) (millis & 31));
      millis >>>= 5;
    }
    for (int i = TIME_DIGITS; i < id.length; i++) {
      id[i] = DIGITS.charAt(random.nextInt(32));
    }
    return new String(id);
  }

  /** When the id was made, to the millisecond. */
  public static Instant time(String id) {
    long millis = 0;
    for (int i = 0; i < TIME_DIGITS; i++) {
      int digit = i < id.length() ? DIGITS.indexOf(id.charAt(i)) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException("not an entry's id: " + id);
      }
      millis = millis << 5 | digit;
    }
    return Instant.ofEpochMilli(millis);
  }

  /** The month, in UTC, under which the journal keeps the entry. */
  public static YearMonth month(String id) {
    return YearMonth.from(time(id).atZone(ZoneOffset.UTC));
  }
}
