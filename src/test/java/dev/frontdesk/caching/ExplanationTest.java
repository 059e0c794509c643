package dev.frontdesk.caching;

import static dev.frontdesk.caching.StaleUse.Rule.SAID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.BrowserCache.Rule;
import dev.frontdesk.caching.EffectiveTtl.Reason;
import dev.frontdesk.caching.PathPattern.Mismatch;
import dev.frontdesk.caching.StaleUse.Span;
import dev.frontdesk.caching.Warning.AuthorizationOutsideKey;
import dev.frontdesk.caching.Warning.CookieKept;
import dev.frontdesk.caching.Warning.LongTtl;
import dev.frontdesk.caching.Warning.MinimumOverridesOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final TtlPolicy FROM_ZERO = new TtlPolicy(0, 86_400, 31_536_000);
  private static final TtlPolicy FROM_ONE = new TtlPolicy(1, 86_400, 31_536_000);

  private static final Behaviour ROSTERS = policy("/projects/*/members", "rosters", FROM_ZERO);
  private static final Behaviour OPTIMIZED =
      policy("/members/*", "Managed-CachingOptimized", FROM_ONE);
  private static final Behaviour LEGACY =
      new Behaviour(
          "/old/*",
          "",
          "",
          new TtlPolicy(5, 60, 600),
          new CacheKey(KeyPart.ALL, KeyPart.NONE, KeyPart.listed("session")));
  private static final Behaviour ALL_HEADERS =
      new Behaviour(
          "/live/*", "", "", FROM_ONE, new CacheKey(KeyPart.ALL, KeyPart.ALL, KeyPart.ALL));
  private static final Behaviour FORWARDING =
      new Behaviour(
          "/me/*",
          "p",
          "mine",
          FROM_ZERO,
          CacheKey.PATH,
          new Delivery("api", Delivery.METHODS, Delivery.READING, false, Forwarding.EVERYTHING));
  private static final Behaviour REST =
      policy("*", "Managed-CachingDisabled", new TtlPolicy(0, 0, 0));

  private static final Distribution DISTRIBUTION =
      new Distribution(
          List.of("d1.cloudfront.net"),
          List.of(ROSTERS, OPTIMIZED, LEGACY, ALL_HEADERS, FORWARDING, REST),
          null,
          Map.of(),
          new ErrorTtls(Map.of(404, 60L)));

  private static Behaviour policy(String pattern, String name, TtlPolicy ttl) {
    return new Behaviour(pattern, "p", name, ttl, CacheKey.PATH);
  }

  private static Explanation of(String path, int status, Map<String, List<String>> headers) {
    return Explanation.of(path, DISTRIBUTION, Optional.of(new OriginAnswer(status, headers, NOW)));
  }

  private static Explanation sent(String path, String cacheControl) {
    return of(path, 200, Map.of("cache-control", List.of(cacheControl)));
  }

  private static List<Reason> reasons(Explanation explanation) {
    return explanation.edge().orElseThrow().why().stream().map(EffectiveTtl.Step::reason).toList();
  }

  @Test
  void tellsWhichBehaviourMatchesAndWhyNotThoseBefore() {
    var match = sent("/members/m2041/projects?page=2", "s-maxage=60").match();
    assertEquals(OPTIMIZED, match.behaviour());
    assertEquals(2, match.number());
    assertEquals(4, match.after());
    assertEquals(
        List.of(
            new Explanation.Passed(ROSTERS, new Mismatch(Mismatch.Where.BEGINNING, "/projects/"))),
        match.passed());
  }

  @Test
  void choosesAsTheEdgeDoes() {
    for (String path :
        List.of("/projects/a/members", "/members/x", "/old/", "/live/1", "/me/1", "/", "/old")) {
      assertEquals(
          Behaviour.of(DISTRIBUTION.behaviours(), path),
          sent(path, "max-age=1").match().behaviour(),
          path);
      assertEquals(
          sent(path, "max-age=1").match().behaviour(),
          sent(path + "?q=/projects/a/members", "max-age=1").match().behaviour(),
          "query strings take no part");
    }
  }

  @Test
  void goesStepByStepToTheTtl() {
    var explanation = sent("/members/m1", "max-age=0, s-maxage=86400");
    assertEquals(86_400, explanation.edge().orElseThrow().seconds());
    assertEquals(
        List.of(Reason.S_MAXAGE, Reason.NOT_BELOW_MINIMUM, Reason.NOT_ABOVE_MAXIMUM),
        reasons(explanation));
    assertEquals(Optional.of(new BrowserCache(Rule.ASKS_EACH_TIME, 0)), explanation.browser());
  }

  @Test
  void knowsTheErrorTtlOfEachStatus() {
    assertEquals(60, of("/members/m1", 404, Map.of()).edge().orElseThrow().seconds());
    assertEquals(10, of("/members/m1", 500, Map.of()).edge().orElseThrow().seconds());
    assertFalse(of("/members/m1", 401, Map.of()).edge().orElseThrow().cached());
  }

  @Test
  void explainsSettingsOfItsOwnToo() {
    assertEquals(600, sent("/old/1", "s-maxage=5000").edge().orElseThrow().seconds());
    assertEquals(List.of(Reason.ALL_HEADERS_IN_KEY), reasons(sent("/live/1", "s-maxage=5000")));
  }

  @Test
  void saysNothingThatItDoesNotKnow() {
    var silent = Explanation.of("/members/m1", DISTRIBUTION, Optional.empty());
    assertTrue(silent.edge().isEmpty());
    assertTrue(silent.browser().isEmpty());
    assertTrue(silent.isKept().isEmpty());
    var never = Explanation.of("/nothing", DISTRIBUTION, Optional.empty());
    assertEquals(List.of(Reason.CACHING_DISABLED), reasons(never));
    assertEquals(Optional.of(false), never.isKept());
  }

  @Test
  void warnsOfAMinimumOverTheOriginsWord() {
    assertEquals(
        List.of(new MinimumOverridesOrigin(1, false, Optional.of("rosters"))),
        sent("/members/m1", "s-maxage=60").warnings(),
        "it may happen");
    for (String word : List.of("no-store", "no-cache", "private")) {
      assertEquals(
          List.of(new MinimumOverridesOrigin(1, true, Optional.of("rosters"))),
          sent("/members/m1", word).warnings(),
          "it happens");
    }
    assertEquals(
        List.of(new MinimumOverridesOrigin(1, false, Optional.of("rosters"))),
        Explanation.of("/members/m1", DISTRIBUTION, Optional.empty()).warnings(),
        "whatever the origin says");
    assertEquals(List.of(), sent("/projects/a/members", "no-store").warnings());
    assertEquals(List.of(), sent("/live/1", "private").warnings());
    assertEquals(
        List.of(),
        of("/members/m1", 404, Map.of("cache-control", List.of("no-store"))).warnings(),
        "no minimum TTL counts for an error");
    assertEquals(List.of(), of("/members/m1", 503, Map.of()).warnings());
  }

  @Test
  void tellsWhatIsServedOnceTheTtlIsOver() {
    var said = sent("/members/m1", "s-maxage=60, stale-while-revalidate=20, stale-if-error=30");
    assertEquals(Optional.of(new StaleUse(new Span(SAID, 80), new Span(SAID, 90))), said.stale());
    assertTrue(Explanation.of("/members/m1", DISTRIBUTION, Optional.empty()).stale().isEmpty());
    assertEquals(Optional.of(true), sent("/me/1", "max-age=0, stale-while-revalidate=5").isKept());
    assertEquals(Optional.of(false), sent("/me/1", "max-age=0, stale-if-error=5").isKept());
  }

  @Test
  void warnsOfAuthorizationOutsideTheKeyOfWhatIsKept() {
    assertEquals(List.of(new AuthorizationOutsideKey()), sent("/me/1", "s-maxage=60").warnings());
    assertEquals(List.of(), sent("/nothing", "s-maxage=60").warnings());
  }

  @Test
  void warnsOfACookieThatIsKept() {
    var cookie = Map.of("cache-control", List.of("s-maxage=60"), "set-cookie", List.of("a=b"));
    assertEquals(
        List.of(new AuthorizationOutsideKey(), new CookieKept()),
        of("/me/1", 200, cookie).warnings());
    assertTrue(of("/old/1", 200, cookie).warnings().contains(new CookieKept()));
    assertEquals(
        List.of(),
        of("/projects/a/members", 200, cookie).warnings(),
        "the edge takes it off where the behaviour knows no cookies");
    var personal = Map.of("cache-control", List.of("private"), "set-cookie", List.of("a=b"));
    assertEquals(List.of(new AuthorizationOutsideKey()), of("/me/1", 200, personal).warnings());
    var apart =
        Map.of(
            "cache-control", List.of("s-maxage=60, no-cache=\"Set-Cookie\""),
            "set-cookie", List.of("a=b"));
    assertEquals(List.of(new AuthorizationOutsideKey()), of("/me/1", 200, apart).warnings());
    var stale =
        Map.of(
            "cache-control", List.of("max-age=0, stale-while-revalidate=60"),
            "set-cookie", List.of("a=b"));
    assertTrue(of("/me/1", 200, stale).warnings().contains(new CookieKept()));
  }

  @Test
  void warnsOfATtlBeyondAWeek() {
    String path = "/projects/a/members";
    assertEquals(List.of(), sent(path, "s-maxage=604800").warnings());
    assertEquals(List.of(new LongTtl(604_801, false)), sent(path, "s-maxage=604801").warnings());
    assertEquals(
        List.of(new LongTtl(604_801, true)),
        sent(path, "s-maxage=1, stale-while-revalidate=604800").warnings(),
        "what is served while the edge asks anew counts");
    assertEquals(
        List.of(new LongTtl(31_536_000, true)),
        sent(path, "s-maxage=604801, stale-while-revalidate=99999999").warnings(),
        "as long as the maximum TTL has it");
    assertEquals(
        List.of(),
        sent(path, "s-maxage=1, stale-while-revalidate=604800, must-revalidate").warnings());
    assertEquals(
        List.of(),
        sent(path, "s-maxage=1, stale-if-error=99999999").warnings(),
        "an origin seldom fails for so long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          max-age=0, s-maxage=500 | -                             | ASKS_EACH_TIME | 0
          max-age=60              | -                             | KEEPS          | 60
          max-age=60              | Sun, 22 Nov 2026 12:10:00 GMT | KEEPS          | 60
          public                  | Sun, 22 Nov 2026 12:10:00 GMT | KEEPS          | 600
          public                  | Sun, 22 Nov 2026 11:00:00 GMT | ASKS_EACH_TIME | 0
          no-cache, max-age=60    | -                             | ASKS_EACH_TIME | 0
          no-cache="Set-Cookie", max-age=60 | -                   | KEEPS          | 60
          no-cache="Set-Cookie"   | -                             | GUESSES        | 0
          no-store                | -                             | KEEPS_NOTHING  | 0
          private                 | -                             | GUESSES        | 0
          s-maxage=500            | -                             | GUESSES        | 0
          """)
  void keepsTheBrowserApart(String control, @Nullable String expires, Rule rule, long seconds) {
    Map<String, List<String>> headers =
        expires == null
            ? Map.of("cache-control", List.of(control))
            : Map.of("cache-control", List.of(control), "expires", List.of(expires));
    assertEquals(
        Optional.of(new BrowserCache(rule, seconds)), of("/members/m1", 200, headers).browser());
  }
}
