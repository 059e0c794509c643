package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.EffectiveTtl.Reason;
import dev.frontdesk.caching.EffectiveTtl.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveTtlTest {
  private static final TtlPolicy FROM_ZERO = new TtlPolicy(0, 100, 1000);
  private static final TtlPolicy FROM_TEN = new TtlPolicy(10, 100, 1000);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /** Every cell of the table, each with a value below, between and above the bounds. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # Cache-Control             | Expires in | from 0                             | from 10
          s-maxage=500                | -          | 500 S_MAXAGE                       | 500 S_MAXAGE
          s-maxage=5                  | -          | 5 S_MAXAGE                         | 10 S_MAXAGE RAISED_TO_MINIMUM
          s-maxage=5000               | -          | 1000 S_MAXAGE LOWERED_TO_MAXIMUM   | 1000 S_MAXAGE LOWERED_TO_MAXIMUM
          s-maxage=0                  | -          | 0 S_MAXAGE                         | 10 S_MAXAGE RAISED_TO_MINIMUM
          max-age=500                 | -          | 500 MAX_AGE                        | 500 MAX_AGE
          max-age=5                   | -          | 5 MAX_AGE                          | 10 MAX_AGE RAISED_TO_MINIMUM
          max-age=5000                | -          | 1000 MAX_AGE LOWERED_TO_MAXIMUM    | 1000 MAX_AGE LOWERED_TO_MAXIMUM
          max-age=0, s-maxage=500     | -          | 500 S_MAXAGE                       | 500 S_MAXAGE
          s-maxage=20, max-age=500    | 700        | 20 S_MAXAGE                        | 20 S_MAXAGE
          max-age=20                  | 700        | 20 MAX_AGE                         | 20 MAX_AGE
          -                           | 700        | 700 EXPIRES                        | 700 EXPIRES
          -                           | 7          | 7 EXPIRES                          | 10 EXPIRES RAISED_TO_MINIMUM
          -                           | 7000       | 1000 EXPIRES LOWERED_TO_MAXIMUM    | 1000 EXPIRES LOWERED_TO_MAXIMUM
          -                           | -7         | 0 EXPIRES                          | 10 EXPIRES RAISED_TO_MINIMUM
          -                           | -          | 100 DEFAULT_TTL                    | 100 DEFAULT_TTL
          public, immutable           | -          | 100 DEFAULT_TTL                    | 100 DEFAULT_TTL
          no-cache                    | -          | - ORIGIN_FORBIDS                   | 10 MINIMUM_OVERRIDES_ORIGIN
          no-store                    | -          | - ORIGIN_FORBIDS                   | 10 MINIMUM_OVERRIDES_ORIGIN
          private                     | -          | - ORIGIN_FORBIDS                   | 10 MINIMUM_OVERRIDES_ORIGIN
          no-store, s-maxage=500      | 700        | - ORIGIN_FORBIDS                   | 10 MINIMUM_OVERRIDES_ORIGIN
          max-age=nonsense            | 700        | 0 MAX_AGE                          | 10 MAX_AGE RAISED_TO_MINIMUM
          """)
  void followsTheTable(
      @Nullable String control, @Nullable Long expiresIn, String fromZero, String fromTen) {
    var origin = origin(control, expiresIn);
    assertEquals(fromZero, told(EffectiveTtl.of(FROM_ZERO, origin)));
    var ttl = EffectiveTtl.of(FROM_TEN, origin);
    assertEquals(fromTen, told(ttl));
    assertEquals(fromTen.contains("MINIMUM_OVERRIDES_ORIGIN"), ttl.overrulesOrigin());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # status | Cache-Control          | expected
          404      | -                      | 30 ERROR_MINIMUM
          404      | s-maxage=500           | 500 S_MAXAGE
          404      | max-age=5              | 30 MAX_AGE ERROR_MINIMUM
          404      | s-maxage=5000          | 1000 S_MAXAGE LOWERED_TO_MAXIMUM
          404      | no-store               | - ORIGIN_FORBIDS
          410      | private                | - ORIGIN_FORBIDS
          414      | no-cache               | - ORIGIN_FORBIDS
          501      | no-store               | - ORIGIN_FORBIDS
          500      | no-store, s-maxage=500 | 30 ERROR_MINIMUM
          503      | no-store               | 30 ERROR_MINIMUM
          503      | -                      | 30 ERROR_MINIMUM
          502      | max-age=40             | 40 MAX_AGE
          400      | -                      | - ERROR_NOT_CACHED
          400      | max-age=40             | 40 MAX_AGE
          403      | s-maxage=40            | 40 S_MAXAGE
          405      | -                      | - ERROR_NOT_CACHED
          412      | max-age=4              | 30 MAX_AGE ERROR_MINIMUM
          415      | -                      | - ERROR_NOT_CACHED
          401      | max-age=500            | - ERROR_NOT_CACHED
          416      | max-age=500            | - ERROR_NOT_CACHED
          """)
  void keepsErrorsAsConfigured(int status, @Nullable String control, String expected) {
    var ttl = EffectiveTtl.ofError(status, FROM_ZERO, origin(control, null), 30);
    assertEquals(expected, told(ttl));
  }

  @Test
  void keepsNothingWhereCachingIsDisabled() {
    var disabled = new TtlPolicy(0, 0, 0);
    var ttl = EffectiveTtl.of(disabled, origin("s-maxage=500", null));
    assertFalse(ttl.cached());
    assertEquals(List.of(new Step(Reason.CACHING_DISABLED, 0)), ttl.why());
    assertTrue(EffectiveTtl.ofError(500, disabled, OriginHeaders.SILENT, 10).cached());
  }

  private static OriginHeaders origin(@Nullable String control, @Nullable Long expiresIn) {
    var date = "Sun, 22 Nov 2026 12:00:00 GMT";
    String expires =
        expiresIn == null
            ? null
            : java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                NOON.plusSeconds(expiresIn).atOffset(java.time.ZoneOffset.UTC));
    var lines = control == null ? List.<String>of() : List.of(control);
    return OriginHeaders.of(lines, expires, date, NOON.plusSeconds(3));
  }

  private static String told(EffectiveTtl ttl) {
    var reasons =
        ttl.why().stream().map(step -> step.reason().name()).collect(Collectors.joining(" "));
    assertEquals(ttl.seconds(), ttl.why().getLast().seconds(), Arrays.toString(new Object[] {ttl}));
    return (ttl.cached() ? ttl.seconds() : "-") + " " + reasons;
  }
}
