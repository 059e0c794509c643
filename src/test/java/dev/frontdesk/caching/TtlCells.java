package dev.frontdesk.caching;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every cell of the table of origin headers and Minimum TTL (CloudFront Developer Guide, Manage how
 * long content stays in the cache), each with values below, between and above the bounds; and what
 * becomes of errors (How CloudFront processes HTTP 4xx and 5xx status codes).
 */
public final class TtlCells {
  /** Minimum TTL 0. */
  public static final TtlPolicy FROM_ZERO = new TtlPolicy(0, 100, 1000);

  /** A Minimum TTL above 0. */
  public static final TtlPolicy FROM_TEN = new TtlPolicy(10, 100, 1000);

  /** The Error Caching Minimum TTL of all these cells, in seconds. */
  public static final long ERROR_SECONDS = 30;

  /** What the origin's clock says in its Date. */
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static final String TABLE =
      """
      # status | Cache-Control             | Expires in | from 0                        | from 10
      200 | s-maxage=500                   | -    | 500 S_MAXAGE = =                    | 500 S_MAXAGE = =
      200 | s-maxage=5                     | -    | 5 S_MAXAGE = =                      | 10 S_MAXAGE RAISED =
      200 | s-maxage=10                    | -    | 10 S_MAXAGE = =                     | 10 S_MAXAGE = =
      200 | s-maxage=1000                  | -    | 1000 S_MAXAGE = =                   | 1000 S_MAXAGE = =
      200 | s-maxage=5000                  | -    | 1000 S_MAXAGE = LOWERED             | 1000 S_MAXAGE = LOWERED
      200 | s-maxage=0                     | -    | 0 S_MAXAGE = =                      | 10 S_MAXAGE RAISED =
      200 | max-age=500                    | -    | 500 MAX_AGE = =                     | 500 MAX_AGE = =
      200 | max-age=5                      | -    | 5 MAX_AGE = =                       | 10 MAX_AGE RAISED =
      200 | max-age=5000                   | -    | 1000 MAX_AGE = LOWERED              | 1000 MAX_AGE = LOWERED
      200 | max-age=0                      | -    | 0 MAX_AGE = =                       | 10 MAX_AGE RAISED =
      200 | max-age=0, s-maxage=500        | -    | 500 S_MAXAGE = =                    | 500 S_MAXAGE = =
      200 | s-maxage=20, max-age=500       | 700  | 20 S_MAXAGE = =                     | 20 S_MAXAGE = =
      200 | max-age=20                     | 700  | 20 MAX_AGE = =                      | 20 MAX_AGE = =
      200 | max-age=700                    | 20   | 700 MAX_AGE = =                     | 700 MAX_AGE = =
      200 | -                              | 700  | 700 EXPIRES = =                     | 700 EXPIRES = =
      200 | -                              | 7    | 7 EXPIRES = =                       | 10 EXPIRES RAISED =
      200 | -                              | 7000 | 1000 EXPIRES = LOWERED              | 1000 EXPIRES = LOWERED
      200 | -                              | -7   | 0 EXPIRES = =                       | 10 EXPIRES RAISED =
      200 | -                              | -    | 100 DEFAULT_TTL = =                 | 100 DEFAULT_TTL = =
      200 | public, immutable              | -    | 100 DEFAULT_TTL = =                 | 100 DEFAULT_TTL = =
      200 | no-cache                       | -    | - ORIGIN_FORBIDS                    | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-store                       | -    | - ORIGIN_FORBIDS                    | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | private                        | -    | - ORIGIN_FORBIDS                    | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-cache, max-age=500          | -    | - ORIGIN_FORBIDS                    | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-store, s-maxage=500         | 700  | - ORIGIN_FORBIDS                    | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | private, s-maxage=500          | -    | - ORIGIN_FORBIDS                    | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-cache="Set-Cookie"          | -    | 100 DEFAULT_TTL = = COOKIES_LEFT_OUT | 100 DEFAULT_TTL = = COOKIES_LEFT_OUT
      200 | max-age=5, No-Cache="SET-COOKIE" | -  | 5 MAX_AGE = = COOKIES_LEFT_OUT  | 10 MAX_AGE RAISED = COOKIES_LEFT_OUT
      200 | no-cache=" set-cookie ,", s-maxage=5000 | - | 1000 S_MAXAGE = LOWERED COOKIES_LEFT_OUT | 1000 S_MAXAGE = LOWERED COOKIES_LEFT_OUT
      200 | no-cache=Set-Cookie, max-age=500 | -  | 500 MAX_AGE = = COOKIES_LEFT_OUT | 500 MAX_AGE = = COOKIES_LEFT_OUT
      200 | no-cache="", max-age=500       | -    | - ORIGIN_FORBIDS                | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-cache="X-Seen", max-age=500 | -    | - ORIGIN_FORBIDS                | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-cache="Set-Cookie, X-Seen", max-age=500 | - | - ORIGIN_FORBIDS      | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-cache="Set-Cookie", no-cache="X-Seen" | - | - ORIGIN_FORBIDS        | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-cache, no-cache="Set-Cookie", max-age=500 | - | - ORIGIN_FORBIDS    | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-cache="Set-Cookie", no-cache, max-age=500 | - | - ORIGIN_FORBIDS    | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | no-cache="Set-Cookie", no-store | -   | - ORIGIN_FORBIDS                | 10 MINIMUM_OVERRIDES_ORIGIN
      200 | private="Set-Cookie", max-age=500 | - | - ORIGIN_FORBIDS                | 10 MINIMUM_OVERRIDES_ORIGIN
      404 | no-cache="Set-Cookie"          | -    | 30 ERROR_MINIMUM                | 30 ERROR_MINIMUM
      410 | no-cache="X-Seen"              | -    | - ORIGIN_FORBIDS                | - ORIGIN_FORBIDS
      200 | max-age=nonsense               | 700  | 0 MAX_AGE = =                       | 10 MAX_AGE RAISED =
      404 | -                              | -    | 30 ERROR_MINIMUM                    | 30 ERROR_MINIMUM
      404 | s-maxage=500                   | -    | 500 S_MAXAGE = NOT_BELOW_ERROR      | 500 S_MAXAGE = NOT_BELOW_ERROR
      404 | max-age=5                      | -    | 30 MAX_AGE = ERROR_MINIMUM          | 30 MAX_AGE = ERROR_MINIMUM
      404 | -                              | 700  | 700 EXPIRES = NOT_BELOW_ERROR       | 700 EXPIRES = NOT_BELOW_ERROR
      404 | s-maxage=5000                  | -    | 1000 S_MAXAGE LOWERED NOT_BELOW_ERROR | 1000 S_MAXAGE LOWERED NOT_BELOW_ERROR
      404 | no-store                       | -    | - ORIGIN_FORBIDS                    | - ORIGIN_FORBIDS
      410 | private                        | -    | - ORIGIN_FORBIDS                    | - ORIGIN_FORBIDS
      414 | no-cache                       | -    | - ORIGIN_FORBIDS                    | - ORIGIN_FORBIDS
      501 | no-store                       | -    | - ORIGIN_FORBIDS                    | - ORIGIN_FORBIDS
      500 | no-store, s-maxage=500         | -    | 30 ERROR_MINIMUM                    | 30 ERROR_MINIMUM
      503 | no-store                       | -    | 30 ERROR_MINIMUM                    | 30 ERROR_MINIMUM
      503 | -                              | -    | 30 ERROR_MINIMUM                    | 30 ERROR_MINIMUM
      502 | max-age=40                     | -    | 40 MAX_AGE = NOT_BELOW_ERROR        | 40 MAX_AGE = NOT_BELOW_ERROR
      504 | -                              | -    | 30 ERROR_MINIMUM                    | 30 ERROR_MINIMUM
      400 | -                              | -    | - ERROR_NOT_CACHED                  | - ERROR_NOT_CACHED
      400 | max-age=40                     | -    | 40 MAX_AGE = NOT_BELOW_ERROR        | 40 MAX_AGE = NOT_BELOW_ERROR
      403 | s-maxage=40                    | -    | 40 S_MAXAGE = NOT_BELOW_ERROR       | 40 S_MAXAGE = NOT_BELOW_ERROR
      405 | -                              | -    | - ERROR_NOT_CACHED                  | - ERROR_NOT_CACHED
      412 | max-age=4                      | -    | 30 MAX_AGE = ERROR_MINIMUM          | 30 MAX_AGE = ERROR_MINIMUM
      415 | -                              | -    | - ERROR_NOT_CACHED                  | - ERROR_NOT_CACHED
      401 | max-age=500                    | -    | - ERROR_NOT_CACHED                  | - ERROR_NOT_CACHED
      416 | max-age=500                    | -    | - ERROR_NOT_CACHED                  | - ERROR_NOT_CACHED
      """;

  /**
   * What may be served beyond the TTL (the same page: Serve stale (expired) content). Ages: the
   * TTL, until when while the edge asks anew, until when while the origin fails.
   */
  private static final String STALE =
      """
      # status | Cache-Control                                  | from 0                    | from 10
      200 | s-maxage=50                                         | 50 50 1000 UNSAID UNSAID  | 50 50 1000 UNSAID UNSAID
      200 | s-maxage=50, stale-while-revalidate=20              | 50 70 1000 SAID UNSAID    | 50 70 1000 SAID UNSAID
      200 | s-maxage=50, stale-if-error=20                      | 50 50 70 UNSAID SAID      | 50 50 70 UNSAID SAID
      200 | s-maxage=50, stale-while-revalidate=20, stale-if-error=300 | 50 70 350 SAID SAID | 50 70 350 SAID SAID
      200 | s-maxage=50, stale-while-revalidate=300, stale-if-error=20 | 50 350 70 SAID SAID | 50 350 70 SAID SAID
      200 | s-maxage=5, stale-while-revalidate=20, stale-if-error=30 | 5 25 35 SAID SAID     | 10 30 40 SAID SAID
      200 | max-age=0, stale-while-revalidate=20, stale-if-error=30  | 0 20 30 SAID SAID     | 10 30 40 SAID SAID
      200 | stale-while-revalidate=20, stale-if-error=30        | 100 120 130 SAID SAID     | 100 120 130 SAID SAID
      200 | max-age=50, stale-while-revalidate=950, stale-if-error=950 | 50 1000 1000 SAID SAID | 50 1000 1000 SAID SAID
      200 | max-age=50, stale-while-revalidate=951, stale-if-error=951 | 50 1000 1000 LOWERED LOWERED | 50 1000 1000 LOWERED LOWERED
      200 | max-age=5000, stale-while-revalidate=20, stale-if-error=30 | 1000 1000 1000 NO_TIME NO_TIME | 1000 1000 1000 NO_TIME NO_TIME
      200 | max-age=5000                                        | 1000 1000 1000 UNSAID NO_TIME | 1000 1000 1000 UNSAID NO_TIME
      200 | max-age=50, stale-while-revalidate=0, stale-if-error=0 | 50 50 50 NO_TIME NO_TIME | 50 50 50 NO_TIME NO_TIME
      200 | max-age=50, stale-while-revalidate=x                | 50 50 1000 NO_TIME UNSAID | 50 50 1000 NO_TIME UNSAID
      200 | max-age=50, stale-while-revalidate=20, stale-if-error=30, must-revalidate | 50 50 50 RULED_OUT RULED_OUT | 50 50 50 RULED_OUT RULED_OUT
      200 | max-age=50, stale-while-revalidate=20, proxy-revalidate | 50 50 50 RULED_OUT RULED_OUT | 50 50 50 RULED_OUT RULED_OUT
      200 | no-cache="Set-Cookie", max-age=50, stale-while-revalidate=20 | 50 70 1000 SAID UNSAID | 50 70 1000 SAID UNSAID
      200 | no-store                                            | - 0 1000 UNSAID UNSAID    | 10 10 1000 UNSAID UNSAID
      200 | private, stale-if-error=300                         | - 0 300 UNSAID SAID       | 10 10 310 UNSAID SAID
      200 | no-cache, max-age=50, stale-while-revalidate=20     | - 0 1000 UNSAID UNSAID    | 10 10 1000 UNSAID UNSAID
      200 | no-store, stale-if-error=0                          | - 0 0 UNSAID NO_TIME      | 10 10 10 UNSAID NO_TIME
      200 | no-cache, must-revalidate                           | - 0 0 RULED_OUT RULED_OUT | 10 10 10 RULED_OUT RULED_OUT
      404 | max-age=50, stale-while-revalidate=20, stale-if-error=30 | 50 50 50 NOTHING_THERE NOTHING_THERE | 50 50 50 NOTHING_THERE NOTHING_THERE
      404 | no-store                                            | - 0 0 NOTHING_THERE NOTHING_THERE | - 0 0 NOTHING_THERE NOTHING_THERE
      """;

  private TtlCells() {}

  /**
   * One cell.
   *
   * @param expiresIn seconds from Date to Expires; null for no Expires
   * @param expected the seconds, a dash for not cached, and the reasons; {@code =} is a bound that
   *     changes nothing
   */
  public record Cell(
      int status,
      @Nullable String control,
      @Nullable Long expiresIn,
      TtlPolicy policy,
      String expected) {
    /** What the origin sends, names in lower case. */
    public Map<String, List<String>> headers() {
      Map<String, List<String>> headers = new HashMap<>();
      headers.put("date", List.of(date(NOON)));
      if (control != null) {
        headers.put("cache-control", List.of(control));
      }
      if (expiresIn != null) {
        headers.put("expires", List.of(date(NOON.plusSeconds(expiresIn))));
      }
      return headers;
    }

    private static String date(Instant at) {
      return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
  }

  public static Stream<Cell> all() {
    var cells = new ArrayList<Cell>();
    for (String[] parts : rows(TABLE)) {
      int status = Integer.parseInt(parts[0]);
      String control = parts[1].equals("-") ? null : parts[1];
      Long expires = parts[2].equals("-") ? null : Long.valueOf(parts[2]);
      cells.add(new Cell(status, control, expires, FROM_ZERO, parts[3]));
      cells.add(new Cell(status, control, expires, FROM_TEN, parts[4]));
    }
    return cells.stream();
  }

  /** What is expected of them is the TTL, both ages and both rules, in this order. */
  public static Stream<Cell> stale() {
    var cells = new ArrayList<Cell>();
    for (String[] parts : rows(STALE)) {
      int status = Integer.parseInt(parts[0]);
      cells.add(new Cell(status, parts[1], null, FROM_ZERO, parts[2]));
      cells.add(new Cell(status, parts[1], null, FROM_TEN, parts[3]));
    }
    return cells.stream();
  }

  private static List<String[]> rows(String table) {
    return table
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.strip().split(" *\\| *"))
        .toList();
  }
}
