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
    TABLE
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          String[] parts = line.split("\\|");
          for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
          }
          int status = Integer.parseInt(parts[0]);
          String control = parts[1].equals("-") ? null : parts[1];
          Long expires = parts[2].equals("-") ? null : Long.valueOf(parts[2]);
          cells.add(new Cell(status, control, expires, FROM_ZERO, parts[3]));
          cells.add(new Cell(status, control, expires, FROM_TEN, parts[4]));
        });
    return cells.stream();
  }
}
