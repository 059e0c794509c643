package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheControlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          max-age=60                          | 60
          MAX-AGE=60                          | 60
          max-age="60"                        | 60
            max-age = 60 ,, public            | 60
          max-age=060                         | 60
          max-age=10, max-age=60              | 10
          x="a, max-age=1", max-age=60        | 60
          x="a\\", max-age=1", max-age=60     | 60
          max-age=-1                          | 0
          max-age=1.5                         | 0
          max-age                             | 0
          max-age=                            | 0
          max-age=60s                         | 0
          max-age='60'                        | 0
          max-age=99999999999999999999999     | 3153600000
          """)
  void readsSeconds(String line, long seconds) {
    assertEquals(
        OptionalLong.of(seconds), CacheControl.parse(List.of(line)).seconds("max-age"), line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "public", "x-max-age=3", "max-agee=3", "\"max-age=3"})
  void findsNothingWhereNothingIs(String line) {
    assertTrue(CacheControl.parse(List.of(line)).seconds("max-age").isEmpty(), line);
  }

  @Test
  void joinsLinesAndTakesTheFirstOfRepeatedDirectives() {
    var control = CacheControl.parse(List.of("s-maxage=7", "No-Store, s-maxage=9"));
    assertEquals(OptionalLong.of(7), control.seconds("s-maxage"));
    assertTrue(control.forbidsCaching());
    var lines = List.of("no-cache=\"Set-Cookie\"", "no-cache=\"X-Seen\"");
    assertTrue(CacheControl.parse(lines).forbidsCaching(), "names of fields add up");
    assertTrue(CacheControl.parse(lines).leavesCookiesOut());
    assertFalse(CacheControl.parse(List.of("x=\"no-store\"")).forbidsCaching());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          max-age=60                                | -        | false | 60
          no-cache, max-age=60                      | no-cache | false | 0
          no-store, no-cache="Set-Cookie"           | no-store | true  | 0
          private, no-cache, no-store               | no-store | false | 0
          private, max-age=60                       | private  | false | 60
          private="Set-Cookie", max-age=60          | private  | false | 60
          no-cache="Set-Cookie", max-age=60         | -        | true  | 60
          NO-CACHE="set-cookie", max-age=60         | -        | true  | 60
          no-cache=Set-Cookie, max-age=60           | -        | true  | 60
          no-cache="X-Seen", max-age=60             | no-cache | false | 60
          no-cache="Set-Cookie, X-Seen", max-age=60 | no-cache | true  | 60
          no-cache="Set-Cookie", no-cache, max-age=60 | no-cache | false | 0
          no-cache="", max-age=60                   | no-cache | false | 0
          """)
  void readsNamesOfFields(
      String line, @Nullable String forbidding, boolean leavesCookiesOut, long browserSeconds) {
    var control = CacheControl.parse(List.of(line));
    assertEquals(Optional.ofNullable(forbidding), control.forbidding());
    assertEquals(forbidding != null, control.forbidsCaching());
    assertEquals(leavesCookiesOut, control.leavesCookiesOut());
    assertEquals(browserSeconds, control.browserSeconds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void readsAllThreeFormsOfDates(String text) {
    assertEquals(Instant.parse("1994-11-06T08:49:37Z"), OriginHeaders.date(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "", "tomorrow", "Sun, 06 Nov 1994"})
  void takesExpiresThatIsNoDateAsPast(String text) {
    assertNull(OriginHeaders.date(text));
    var headers = OriginHeaders.of(List.of(), text, null, Instant.EPOCH);
    assertEquals(OptionalLong.of(0), headers.expiresInSeconds());
  }

  @Test
  void measuresExpiresFromTheTimeOfReceiptWhereThereIsNoDate() {
    var headers =
        OriginHeaders.of(
            List.of(), "Thu, 01 Jan 1970 00:01:40 GMT", null, Instant.ofEpochSecond(40));
    assertEquals(OptionalLong.of(60), headers.expiresInSeconds());
  }
}
