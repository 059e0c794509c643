package dev.frontdesk.sandbox.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.sandbox.edge.EdgeBench.Seen;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {
  private static final TtlPolicy FROM_ZERO = new TtlPolicy(0, 100, 1000);
  private static final TtlPolicy FROM_TEN = new TtlPolicy(10, 100, 1000);
  private static final String PATH = "/projects/atlas/members";

  @Test
  void missesThenHitsThenTellsTheAge() {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one", "Cache-Control", "s-maxage=60");
    var first = bench.get(PATH);
    assertEquals("200 Miss null one", first.line());
    assertEquals("200 Hit 0 one", bench.get(PATH).line());
    bench.clock.advance(59);
    assertEquals("200 Hit 59 one", bench.get(PATH).line());
    bench.clock.advance(1);
    assertEquals("200 Miss null one", bench.get(PATH).line());
    assertEquals(2, bench.asked.size());
    assertEquals(new EdgeCounters(4, 2, 2, 0), bench.edge.counters());
  }

  @Test
  void signsEveryAnswerAsCloudFrontDoes() {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one", "Via", "1.1 other", "X-Cache", "x");
    var first = bench.get(PATH);
    var second = bench.get(PATH);
    assertEquals("FRA56-P4", second.field("x-amz-cf-pop"));
    assertTrue(
        second.field("via").matches("1\\.1 [0-9a-f]{32}\\.cloudfront\\.net \\(CloudFront\\)"));
    assertEquals(List.of("Hit from cloudfront"), second.response().fields().all("x-cache"));
    assertEquals(56, second.field("x-amz-cf-id").length());
    assertNotEquals(first.field("x-amz-cf-id"), second.field("x-amz-cf-id"));
  }

  @Test
  void staysStaleAfterAPutUntilItIsInvalidated() {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "old", "Cache-Control", "s-maxage=600");
    bench.get(PATH);
    bench.now(204, "");
    assertEquals(204, bench.send("PUT", PATH).response().status());
    bench.now(200, "new", "Cache-Control", "s-maxage=600");
    assertEquals("200 Hit 0 old", bench.get(PATH).line());
    bench.invalidate(PATH);
    assertEquals("200 Miss null new", bench.get(PATH).line());
    assertEquals("200 Hit 0 new", bench.get(PATH).line());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          s-maxage=5               | 5    | 10
          s-maxage=500             | 500  | 500
          s-maxage=5000            | 1000 | 1000
          max-age=0, s-maxage=500  | 500  | 500
          public                   | 100  | 100
          no-store                 | 0    | 10
          private, s-maxage=500    | 0    | 10
          """)
  void clampsTheTtlOfTheOrigin(String control, long fromZero, long fromTen) {
    assertEquals(fromZero, lived(FROM_ZERO, control));
    assertEquals(fromTen, lived(FROM_TEN, control));
  }

  /** For how many seconds the edge answers without asking. */
  private static long lived(TtlPolicy ttl, String control) {
    var bench = EdgeBench.of(ttl).reply(200, "one", "Cache-Control", control);
    bench.get(PATH);
    long low = 0;
    for (long at : new long[] {4, 5, 9, 10, 99, 100, 499, 500, 999, 1000, 1001}) {
      bench.clock.advance(at - low);
      low = at;
      if (!bench.get(PATH).field("x-cache").startsWith("Hit")) {
        return at == 4 ? 0 : at;
      }
    }
    return Long.MAX_VALUE;
  }

  @Test
  void countsTheAgeOfTheUpstreamIn() {
    var bench =
        EdgeBench.of(FROM_ZERO).reply(200, "one", "Cache-Control", "s-maxage=60", "Age", "50");
    assertEquals("200 Miss 50 one", bench.get(PATH).line());
    bench.clock.advance(9);
    assertEquals("200 Hit 59 one", bench.get(PATH).line());
    bench.clock.advance(1);
    assertEquals("200 Miss 50 one", bench.get(PATH).line());
  }

  @Test
  void ignoresAViewersNoCache() {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one");
    bench.get(PATH);
    assertEquals(
        "200 Hit 0 one", bench.get(PATH, "Cache-Control", "no-cache", "Pragma", "no-cache").line());
  }

  @Test
  void validatesAnExpiredObject() {
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(200, "one", "Cache-Control", "s-maxage=5", "ETag", "\"a\"", "X-N", "1")
            .reply(304, "", "Cache-Control", "s-maxage=7", "X-N", "2");
    bench.get(PATH);
    bench.clock.advance(5);
    var refreshed = bench.get(PATH);
    assertEquals("200 RefreshHit 0 one", refreshed.line());
    assertEquals("2", refreshed.field("x-n"));
    assertEquals("\"a\"", refreshed.field("etag"));
    assertEquals("\"a\"", bench.asked.getLast().fields().first("if-none-match"));
    bench.clock.advance(6);
    assertEquals("200 Hit 6 one", bench.get(PATH).line());
    bench.now(200, "two", "ETag", "\"b\"");
    bench.clock.advance(1);
    assertEquals("200 Miss null two", bench.get(PATH).line());
  }

  @Test
  void validatesByDateWhereThereIsNoTag() {
    String date = "Sun, 22 Nov 2026 11:00:00 GMT";
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(200, "one", "Cache-Control", "s-maxage=0", "Last-Modified", date)
            .reply(304, "");
    bench.get(PATH);
    assertEquals("200 RefreshHit 0 one", bench.get(PATH).line());
    assertEquals(date, bench.asked.getLast().fields().first("if-modified-since"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "W/\"a\"", "\"x\", \"a\"", "*"})
  void answersAViewersConditionFromTheCache(String tags) {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one", "ETag", "\"a\"", "Content-Type", "t/t");
    assertEquals(200, bench.get(PATH).response().status());
    var seen = bench.get(PATH, "If-None-Match", tags);
    assertEquals("304 Hit 0 ", seen.line());
    assertEquals("\"a\"", seen.field("etag"));
    assertEquals("null", seen.field("content-type"));
    assertEquals(200, bench.get(PATH, "If-None-Match", "\"b\"").response().status());
    assertEquals(1, bench.asked.size());
  }

  @Test
  void answersAViewersDateFromTheCache() {
    String date = "Sun, 22 Nov 2026 11:00:00 GMT";
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one", "Last-Modified", date);
    bench.get(PATH);
    assertEquals(304, bench.get(PATH, "If-Modified-Since", date).response().status());
    var earlier = bench.get(PATH, "If-Modified-Since", "Sun, 22 Nov 2026 10:59:59 GMT");
    assertEquals(200, earlier.response().status());
  }

  @Test
  void answersHeadFromAStoredGetAndStoresNone() {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one");
    assertEquals("Miss from cloudfront", bench.send("HEAD", PATH).field("x-cache"));
    assertEquals("HEAD", bench.asked.getLast().method());
    assertEquals("Miss from cloudfront", bench.get(PATH).field("x-cache"));
    assertEquals("Hit from cloudfront", bench.send("HEAD", PATH).field("x-cache"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH", "OPTIONS"})
  void passesUnsafeMethodsWholeAndKeepsNothing(String method) {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one", "Cache-Control", "s-maxage=60");
    for (int i = 1; i <= 2; i++) {
      var seen =
          bench.send(
              method, PATH + "?a=1", "Authorization", "me", "Connection", "x-hop", "X-Hop", "1");
      assertEquals("200 Miss null one", seen.line());
      assertEquals(i, bench.asked.size());
    }
    var asked = bench.asked.getLast();
    assertEquals("a=1", asked.query());
    assertEquals("me", asked.fields().first("authorization"));
    assertEquals(null, asked.fields().first("x-hop"));
    assertEquals(0, bench.store.count());
  }

  @Test
  void sendsTheOriginWhatBelongsToTheKeyAndNothingElse() {
    var key =
        new CacheKey(
            KeyPart.listed("v"), KeyPart.listed("Accept-Language"), KeyPart.listed("theme"));
    var bench = EdgeBench.of(FROM_ZERO, key).reply(200, "one");
    String[] fields = {
      "Accept-Language",
      "de",
      "Cookie",
      "sid=1; theme=dark",
      "Authorization",
      "me",
      "Range",
      "bytes=0-1"
    };
    bench.get(PATH + "?utm=1&v=2", fields);
    var asked = bench.asked.getLast();
    assertEquals("v=2", asked.query());
    assertEquals("de", asked.fields().first("accept-language"));
    assertEquals("theme=dark", asked.fields().first("cookie"));
    assertEquals(null, asked.fields().first("authorization"));
    assertEquals(null, asked.fields().first("range"));
    assertEquals("Amazon CloudFront", asked.fields().first("user-agent"));
  }

  @Test
  void tellsObjectsApartByTheKeyAlone() {
    var key =
        new CacheKey(
            KeyPart.listed("v"), KeyPart.listed("Accept-Language"), KeyPart.listed("theme"));
    var bench = EdgeBench.of(FROM_ZERO, key).reply(200, "one");
    bench.get(PATH + "?v=1", "Accept-Language", "de", "Cookie", "theme=dark; sid=1");
    assertEquals(
        "200 Hit 0 one",
        bench
            .get(PATH + "?utm=9&v=1", "accept-language", "de", "Cookie", "sid=2; theme=dark")
            .line());
    for (Seen other :
        List.of(
            bench.get(PATH, "Accept-Language", "de", "Cookie", "theme=dark"),
            bench.get(PATH + "?v=2", "Accept-Language", "de", "Cookie", "theme=dark"),
            bench.get(PATH + "?v=1", "Accept-Language", "fr", "Cookie", "theme=dark"),
            bench.get(PATH + "?v=1", "Cookie", "theme=dark"),
            bench.get(PATH + "?v=1", "Accept-Language", "de", "Cookie", "theme=light"),
            bench.get(PATH + "?v=1", "Accept-Language", "de"))) {
      assertEquals("200 Miss null one", other.line());
    }
  }

  @Test
  void matchesBehavioursInTheirOrderAndByCase() {
    var bench =
        new EdgeBench(
                behaviour("/projects/*/members", FROM_ZERO),
                behaviour("/projects/*", new TtlPolicy(0, 5, 5)),
                behaviour("*", new TtlPolicy(0, 0, 0)))
            .reply(200, "one", "Cache-Control", "s-maxage=600");
    for (String path : List.of(PATH, "/projects/atlas", "/Projects/atlas/members")) {
      bench.get(path);
    }
    bench.clock.advance(5);
    assertEquals("200 Hit 5 one", bench.get(PATH).line());
    assertEquals("200 Miss null one", bench.get("/projects/atlas").line());
    assertEquals("200 Miss null one", bench.get("/Projects/atlas/members").line());
    assertEquals("200 Miss null one", bench.get("/Projects/atlas/members").line());
  }

  private static Behaviour behaviour(String pattern, TtlPolicy ttl) {
    return new Behaviour(pattern, "p", "policy", ttl, CacheKey.PATH);
  }

  @Test
  void invalidatesExactlyThePathUnlessAStarReachesFurther() {
    var key = new CacheKey(KeyPart.ALL, KeyPart.NONE, KeyPart.NONE);
    var bench = EdgeBench.of(FROM_ZERO, key).reply(200, "one");
    String archive = PATH + "-archive";
    var all = List.of(PATH, PATH + "?page=1", PATH + "?page=2", archive, "/Projects/atlas/members");
    all.forEach(bench::get);
    bench.invalidate(PATH);
    assertEquals(List.of("Miss", "Hit", "Hit", "Hit", "Hit"), outcomes(bench, all));
    bench.invalidate(PATH + "?page=2");
    assertEquals(List.of("Hit", "Hit", "Miss", "Hit", "Hit"), outcomes(bench, all));
    bench.invalidate(PATH, PATH + "?*");
    assertEquals(List.of("Miss", "Miss", "Miss", "Hit", "Hit"), outcomes(bench, all));
    bench.invalidate(PATH + "*");
    assertEquals(List.of("Miss", "Miss", "Miss", "Miss", "Hit"), outcomes(bench, all));
    bench.invalidate("/*");
    assertEquals(List.of("Miss", "Miss", "Miss", "Miss", "Miss"), outcomes(bench, all));
    bench.invalidate("/proj*/members", "/projects/atlas/member", "/nothing*");
    assertEquals(List.of("Hit", "Hit", "Hit", "Hit", "Hit"), outcomes(bench, all));
  }

  @Test
  void invalidatesAllVariantsOfAPathTogether() {
    var key = new CacheKey(KeyPart.NONE, KeyPart.listed("Accept-Language"), KeyPart.ALL);
    var bench = EdgeBench.of(FROM_ZERO, key).reply(200, "one");
    bench.get(PATH + "?any=1", "Accept-Language", "de");
    bench.get(PATH, "Accept-Language", "fr", "Cookie", "a=b");
    assertEquals(2, bench.store.count());
    bench.invalidate(PATH + "?any=1");
    assertEquals(2, bench.store.count(), "no query string belongs to this key");
    bench.invalidate(PATH);
    assertEquals(0, bench.store.count());
    assertEquals(0, bench.store.bytes());
  }

  private static List<String> outcomes(EdgeBench bench, List<String> targets) {
    return targets.stream()
        .map(target -> bench.get(target).field("x-cache").replace(" from cloudfront", ""))
        .toList();
  }

  @Test
  void invalidatesByTagInAnyCase() {
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(200, "one", "Cache-Tag", "project-Atlas, all", "Cache-Tag", "third")
            .reply(200, "two", "Cache-Tag", "project-atlas-2");
    bench.get("/a");
    bench.get("/b");
    bench.invalidate("#project-atlas");
    assertEquals(List.of("Miss", "Hit"), outcomes(bench, List.of("/a", "/b")));
    bench.invalidate("#project-*", "#project", "project-atlas-2");
    assertEquals(List.of("Hit", "Hit"), outcomes(bench, List.of("/a", "/b")));
  }

  @Test
  void cachesErrorsForTheErrorTtlAndMarksThem() {
    var bench = EdgeBench.of(FROM_ZERO).reply(404, "none");
    assertEquals("404 Error null none", bench.get(PATH).line());
    bench.now(200, "there");
    bench.clock.advance(9);
    assertEquals("404 Error 9 none", bench.get(PATH).line());
    bench.clock.advance(1);
    assertEquals("200 Miss null there", bench.get(PATH).line());
    assertEquals(new EdgeCounters(3, 0, 1, 2), bench.edge.counters());
  }

  @ParameterizedTest
  @CsvSource({
    "404, no-store, 0",
    "404, s-maxage=60, 60",
    "403, public, 0",
    "403, s-maxage=60, 60",
    "500, no-store, 10",
    "503, max-age=3, 10"
  })
  void keepsErrorsAsTheOriginAndTheErrorTtlSay(int status, String control, long seconds) {
    var bench = EdgeBench.of(FROM_ZERO).reply(status, "bad", "Cache-Control", control);
    bench.get(PATH);
    bench.now(200, "good");
    if (seconds > 0) {
      bench.clock.advanceMillis(seconds * 1000 - 1);
      assertEquals(status, bench.get(PATH).response().status());
      bench.clock.advanceMillis(1);
    }
    assertEquals(200, bench.get(PATH).response().status());
  }

  @Test
  void anInvalidationTakesACachedErrorOut() {
    var bench = EdgeBench.of(FROM_ZERO).reply(404, "none", "Cache-Control", "s-maxage=600");
    bench.get(PATH);
    bench.now(200, "there");
    bench.invalidate(PATH);
    assertEquals("200 Miss null there", bench.get(PATH).line());
  }

  @Test
  void servesTheStoredObjectWhileTheOriginFailsAndAsksAgainAfterTheErrorTtl() {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one", "Cache-Control", "s-maxage=5");
    bench.get(PATH);
    bench.now(503, "down");
    bench.clock.advance(100);
    assertEquals("200 RefreshHit 100 one", bench.get(PATH).line());
    bench.clock.advance(9);
    assertEquals("200 Hit 109 one", bench.get(PATH).line());
    assertEquals(2, bench.asked.size());
    bench.clock.advance(1);
    assertEquals("200 RefreshHit 110 one", bench.get(PATH).line());
    assertEquals(3, bench.asked.size());
    bench.now(404, "gone");
    bench.clock.advance(10);
    assertEquals(404, bench.get(PATH).response().status(), "a 4xx is no failure of the origin");
  }

  /** Beyond the Maximum TTL nothing stale is there any more, whatever is said or not. */
  @Test
  void servesNothingOlderThanTheMaximumWhileTheOriginFails() {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "one", "Cache-Control", "s-maxage=5");
    bench.get(PATH);
    bench.now(503, "down");
    bench.clock.advance(995);
    assertEquals("200 RefreshHit 995 one", bench.get(PATH).line());
    bench.clock.advance(4);
    assertEquals("200 Hit 999 one", bench.get(PATH).line());
    bench.clock.advance(1);
    assertEquals("503 Error null down", bench.get(PATH).line(), "not even within the error TTL");
  }

  /**
   * What the origin forbids to cache stands in for its errors all the same, and for nothing else.
   */
  @Test
  void keepsWhatIsForbiddenForTheTimeOnlyInWhichTheOriginFails() {
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(200, "one", "Cache-Control", "no-store", "ETag", "\"1\"")
            .reply(200, "two", "Cache-Control", "no-store", "ETag", "\"2\"");
    assertEquals("200 Miss null one", bench.get(PATH).line());
    assertEquals("200 Miss null two", bench.get(PATH).line());
    assertNull(bench.asked.getLast().fields().first("if-none-match"), "it is not confirmed");
    bench.now(503, "down");
    bench.clock.advance(7);
    assertEquals("200 RefreshHit 7 two", bench.get(PATH).line());
    bench.invalidate(PATH);
    assertEquals("503 Error null down", bench.get(PATH).line(), "a purge takes it out");

    var never =
        EdgeBench.of(FROM_ZERO)
            .reply(200, "one", "Cache-Control", "no-store, stale-if-error=0")
            .reply(503, "down");
    never.get(PATH);
    assertEquals("503 Error null down", never.get(PATH).line());
    assertEquals(1, never.store.count(), "the error alone");
  }

  @Test
  void heedsStaleIfError() {
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(200, "one", "Cache-Control", "s-maxage=5, stale-if-error=20")
            .reply(500, "down");
    bench.get(PATH);
    bench.clock.advance(24);
    assertEquals(200, bench.get(PATH).response().status());
    bench.clock.advance(10);
    assertEquals(500, bench.get(PATH).response().status());

    var never =
        EdgeBench.of(FROM_ZERO)
            .reply(200, "one", "Cache-Control", "s-maxage=5, stale-if-error=0")
            .reply(500, "down");
    never.get(PATH);
    never.clock.advance(6);
    assertEquals(500, never.get(PATH).response().status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"must-revalidate", "proxy-revalidate"})
  void servesNothingStaleWhereTheOriginRulesItOut(String directive) {
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(
                200,
                "one",
                "Cache-Control",
                "s-maxage=5, stale-while-revalidate=60, stale-if-error=60, " + directive)
            .reply(500, "down");
    bench.get(PATH);
    bench.clock.advance(6);
    assertEquals("500 Error null down", bench.get(PATH).line());
  }

  @Test
  void servesStaleWhileItRevalidates() {
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(200, "one", "Cache-Control", "s-maxage=5, stale-while-revalidate=10")
            .reply(200, "two", "Cache-Control", "s-maxage=5, stale-while-revalidate=10");
    bench.get(PATH);
    bench.clock.advance(7);
    assertEquals("200 Hit 7 one", bench.get(PATH).line());
    assertEquals("200 Hit 7 one", bench.get(PATH).line());
    assertEquals(1, bench.background.size(), "one fetch for all");
    bench.background.removeFirst().run();
    assertEquals("200 Hit 0 two", bench.get(PATH).line());
    bench.clock.advance(15);
    assertEquals("200 Miss null two", bench.get(PATH).line(), "too stale to be served");
  }

  @Test
  void tellsAnOriginThatIsNotThereFromOneThatIsLate() {
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(request -> {
              throw new ConnectException("refused");
            });
    var seen = bench.get(PATH);
    assertEquals(502, seen.response().status());
    assertEquals("Error from cloudfront", seen.field("x-cache"));
    assertTrue(seen.body().contains("Error from cloudfront"), seen.body());
    assertEquals(502, bench.get(PATH).response().status());
    assertEquals(1, bench.asked.size(), "cached for the error TTL");

    var late =
        EdgeBench.of(FROM_ZERO)
            .reply(request -> {
              throw new HttpTimeoutException("late");
            });
    assertEquals(504, late.get(PATH).response().status());
  }

  @Test
  void keepsCookiesOnlyWhereTheBehaviourKnowsCookies() {
    var without = EdgeBench.of(FROM_ZERO).reply(200, "one", "Set-Cookie", "a=b");
    assertEquals("null", without.get(PATH).field("set-cookie"));
    var key = new CacheKey(KeyPart.NONE, KeyPart.NONE, KeyPart.listed("a"));
    var with = EdgeBench.of(FROM_ZERO, key).reply(200, "one", "Set-Cookie", "a=b");
    with.get(PATH);
    assertEquals("a=b", with.get(PATH).field("set-cookie"));
    var apart =
        EdgeBench.of(FROM_ZERO, key)
            .reply(200, "one", "Set-Cookie", "a=b", "Cache-Control", "no-cache=\"Set-Cookie\"");
    assertEquals("a=b", apart.get(PATH).field("set-cookie"), "who asks first has it");
    assertEquals("200 Hit 0 one", apart.get(PATH).line());
    assertEquals("null", apart.get(PATH).field("set-cookie"));
  }

  @Test
  void storesNeitherPartsNorWhatVariesWithEverything() {
    var bench =
        EdgeBench.of(FROM_ZERO)
            .reply(206, "o", "Content-Range", "bytes 0-0/3")
            .reply(200, "one", "Vary", "*")
            .reply(200, "one", "Vary", "Accept-Encoding");
    bench.get(PATH);
    bench.get(PATH);
    assertEquals("200 Miss null one", bench.get(PATH).line());
    assertEquals("200 Hit 0 one", bench.get(PATH).line());
  }

  @Test
  void neverCachesWhereAllHeadersAreInTheKey() {
    var key = new CacheKey(KeyPart.NONE, KeyPart.ALL, KeyPart.NONE);
    var bench = EdgeBench.of(FROM_ZERO, key).reply(200, "one", "Cache-Control", "s-maxage=60");
    bench.get(PATH);
    assertEquals("200 Miss null one", bench.get(PATH).line());
  }

  @Test
  void dropsTheLeastRecentlyUsedWhenItIsFull() {
    var bench = EdgeBench.of(FROM_ZERO).reply(200, "x".repeat(300_000));
    for (String path : List.of("/a", "/b", "/c", "/a", "/d")) {
      bench.get(path);
    }
    assertEquals(3, bench.store.count());
    assertTrue(bench.store.bytes() <= 1 << 20);
    assertEquals(List.of("Hit", "Hit", "Hit"), outcomes(bench, List.of("/a", "/c", "/d")));
    bench.now(200, "x".repeat(2_000_000));
    bench.get("/huge");
    assertEquals(3, bench.store.count(), "what is larger than the cache displaces nothing");
  }

  @Test
  void collapsesConcurrentMissesIntoOneFetch() throws Exception {
    var arrived = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var bench =
        EdgeBench.of(FROM_ZERO).reply(request -> held(arrived, release, "one", "s-maxage=60"));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = executor.submit(() -> bench.get(PATH));
      assertTrue(arrived.await(5, TimeUnit.SECONDS));
      var others =
          java.util.stream.IntStream.range(0, 20)
              .mapToObj(i -> executor.submit(() -> bench.get(PATH)))
              .toList();
      release.countDown();
      assertEquals("200 Miss null one", first.get(5, TimeUnit.SECONDS).line());
      for (var other : others) {
        assertEquals("200 Hit 0 one", other.get(5, TimeUnit.SECONDS).line());
      }
    }
    assertEquals(1, bench.asked.size());
  }

  /** A GET that the purge overtakes brings the old answer back: facts.md's race. */
  @Test
  void anAnswerOnItsWayWhenThePurgeLandsIsCachedAgain() throws Exception {
    var arrived = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var bench =
        EdgeBench.of(FROM_ZERO).reply(request -> held(arrived, release, "old", "s-maxage=600"));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = executor.submit(() -> bench.get(PATH));
      assertTrue(arrived.await(5, TimeUnit.SECONDS));
      bench.invalidate(PATH);
      release.countDown();
      assertEquals("200 Miss null old", slow.get(5, TimeUnit.SECONDS).line());
    }
    bench.now(200, "new", "Cache-Control", "s-maxage=600");
    assertEquals("200 Hit 0 old", bench.get(PATH).line());
    bench.invalidate(PATH);
    assertEquals("200 Miss null new", bench.get(PATH).line());
  }

  private static EdgeResponse held(
      CountDownLatch arrived, CountDownLatch release, String body, String control)
      throws IOException {
    arrived.countDown();
    try {
      if (!release.await(5, TimeUnit.SECONDS)) {
        throw new IOException("the test never released the origin");
      }
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
    return new EdgeResponse(
        200,
        Fields.of("Cache-Control", control),
        new Body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
