package dev.frontdesk.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.ErrorTtls;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.TtlPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachingTextTest {
  private static final TtlPolicy FROM_ZERO = new TtlPolicy(0, 100, 1000);
  private static final TtlPolicy FROM_TEN = new TtlPolicy(10, 100, 1000);

  private final CachingText english = new CachingText(Texts.of(Locale.ENGLISH));

  /** The last steps, which tell what comes after the TTL. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          max-age=50 | While the origin fails, served up to the maximum TTL (no stale-if-error): until it is 1,000 s old.
          max-age=50, stale-while-revalidate=20, stale-if-error=0 | Then served while the edge asks anew (stale-while-revalidate 20 s): until it is 70 s old. While the origin fails, readers get its error once the TTL is over (stale-if-error 0 s, maximum TTL 1,000 s).
          max-age=50, stale-while-revalidate=2000, stale-if-error=30 | Then served while the edge asks anew, up to the maximum TTL (stale-while-revalidate 2,000 s): until it is 1,000 s old. While the origin fails, served on (stale-if-error 30 s): until it is 80 s old.
          max-age=1000, stale-while-revalidate=20 | No time is left to serve it while the edge asks anew (stale-while-revalidate 20 s, maximum TTL 1,000 s). While the origin fails, readers get its error once the TTL is over (no stale-if-error, maximum TTL 1,000 s).
          max-age=50, stale-if-error=2000 | While the origin fails, served on, up to the maximum TTL (stale-if-error 2,000 s): until it is 1,000 s old.
          max-age=50, must-revalidate | Never served once the TTL is over (must-revalidate or proxy-revalidate).
          max-age=50, no-cache="Set-Cookie" | The cookie alone is not kept (no-cache="Set-Cookie"): 50 s. While the origin fails, served up to the maximum TTL (no stale-if-error): until it is 1,000 s old.
          no-store | The origin’s no-store is heeded, so nothing is kept (minimum TTL 0 s). While the origin fails, what it sent last is served all the same (no stale-if-error): until it is 1,000 s old.
          no-cache="X", stale-if-error=0 | The origin’s no-cache is heeded, so nothing is kept (minimum TTL 0 s).
          """)
  void tellsWhatComesAfterTheTtl(String control, String told) {
    List<String> why = english.why(explained(FROM_ZERO, 200, control));
    int sentences = told.split("\\. ").length;
    assertEquals(told, String.join(" ", why.subList(why.size() - sentences, why.size())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | no-store   | The origin’s no-store is heeded, so nothing is kept (status 404; of errors it is heeded for 404, 410, 414 and 501, whatever the minimum TTL).
          501 | private    | The origin’s private is heeded, so nothing is kept (status 501; of errors it is heeded for 404, 410, 414 and 501, whatever the minimum TTL).
          503 | no-store   | Errors are kept for the error TTL at least (status 503): 10 s.
          401 | max-age=60 | Such an error is not kept (status 401).
          """)
  void tellsWhyAnErrorIsKeptOrNot(int status, String control, String told) {
    var explanation = explained(FROM_TEN, status, control);
    assertEquals(told, english.why(explanation).getLast());
    assertEquals(List.of(), english.warnings(explanation));
  }

  @Test
  void tellsWhichErrorsAreKept() {
    String rest =
        ", with max-age or s-maxage 400, 403, 405, 412 and 415 too; with no-store, no-cache or"
            + " private, 404, 410, 414 and 501 are not.";
    assertEquals(
        "Of cached paths, errors 404, 410, 414 and 500 to 504 are kept for at least 10 s" + rest,
        english.errors(distribution(FROM_ZERO, ErrorTtls.DEFAULT)));
    assertEquals(
        "Of cached paths, errors 404, 410, 414 and 500 to 504 are kept for at least 1 min (404),"
            + " 5 s (503), any other 10 s"
            + rest,
        english.errors(distribution(FROM_ZERO, new ErrorTtls(Map.of(503, 5L, 404, 60L)))));
  }

  @Test
  void tellsTheBoundsOfWhatNobodyKnows() {
    assertEquals(
        "The edge keeps a document for 16 min 40 s at most, and not at all where the origin forbids"
            + " that. Errors have bounds of their own.",
        english.bounds(behaviour(FROM_ZERO)));
    assertEquals(
        "Whatever the origin says, the edge keeps a document between 10 s and 16 min 40 s, even"
            + " where the origin forbids that. Errors have bounds of their own.",
        english.bounds(behaviour(FROM_TEN)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          max-age=60                        | 1 min (at most, less its age at the edge).
          max-age=60, no-cache="Set-Cookie" | 1 min (at most, less its age at the edge).
          max-age=60, no-cache              | 0 s (asks each time).
          no-store                          | 0 s (keeps nothing).
          s-maxage=60                       | not known (each guesses, for nothing is said).
          """)
  void tellsWhatBrowsersMayDo(String control, String told) {
    assertEquals(told, english.browser(explained(FROM_ZERO, 200, control)).line());
  }

  @Test
  void tellsWhatALostPurgeWouldMean() {
    var year = new TtlPolicy(0, 86_400, 31_536_000);
    assertEquals(
        List.of(
            "If a purge is lost, readers see the old answer for 8 d. The TTL and"
                + " stale-while-revalidate are all that bounds it then. Beyond 7 d nobody waits it"
                + " out; give them such a length only on addresses that change with what they"
                + " name."),
        english.warnings(explained(year, 200, "max-age=86400, stale-while-revalidate=604800")));
  }

  private static Explanation explained(TtlPolicy policy, int status, String control) {
    return Explanation.of(
        "/x",
        distribution(policy, ErrorTtls.DEFAULT),
        Optional.of(
            new OriginAnswer(status, Map.of("cache-control", List.of(control)), Instant.EPOCH)));
  }

  private static Distribution distribution(TtlPolicy policy, ErrorTtls errors) {
    return new Distribution(List.of(), List.of(behaviour(policy)), null, Map.of(), errors);
  }

  private static Behaviour behaviour(TtlPolicy policy) {
    return new Behaviour("*", "p", "mine", policy, CacheKey.PATH);
  }
}
