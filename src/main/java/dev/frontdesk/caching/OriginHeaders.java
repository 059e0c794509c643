package dev.frontdesk.caching;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What an origin's answer says about its own lifetime.
 *
 * @param control its {@code Cache-Control}
 * @param expiresInSeconds {@code Expires} minus {@code Date}, at least 0 and 0 where {@code
 *     Expires} is no date (RFC 9111, 5.3); empty where the header is not there
 */
public record OriginHeaders(CacheControl control, OptionalLong expiresInSeconds) {
  /** An origin that says nothing. */
  public static final OriginHeaders SILENT =
      new OriginHeaders(CacheControl.NONE, OptionalLong.empty());

  /** The usual form, and the two obsolete ones that have still to be read (RFC 9110, 5.6.7). */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH)
              .withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC));

  /**
   * @param cacheControl the values of all {@code Cache-Control} lines
   * @param expires the {@code Expires} header, or null
   * @param date the {@code Date} header, or null
   * @param received when the answer came, which counts where {@code date} is missing or none
   */
  public static OriginHeaders of(
      List<String> cacheControl,
      @Nullable String expires,
      @Nullable String date,
      Instant received) {
    if (expires == null) {
      return new OriginHeaders(CacheControl.parse(cacheControl), OptionalLong.empty());
    }
    Instant until = date(expires);
    Instant said = date == null ? null : date(date);
    long seconds =
        until == null ? 0 : Duration.between(said == null ? received : said, until).toSeconds();
    return new OriginHeaders(
        CacheControl.parse(cacheControl), OptionalLong.of(Math.max(0, seconds)));
  }

  /** An HTTP date in any of its three forms; null where it is none. */
  public static @Nullable Instant date(String text) {
    for (DateTimeFormatter form : DATES) {
      var date = date(text.strip(), form);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable Instant date(String text, DateTimeFormatter form) {
    try {
      return Instant.from(form.parse(text));
    } catch (DateTimeParseException notThisForm) {
      return null;
    }
  }
}
