package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.fakes.FakeRoutes;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Headers;
import dev.frontdesk.publishing.Prober.Reading;
import dev.frontdesk.publishing.Prober.Silence;
import dev.frontdesk.texts.ProbeText;
import dev.frontdesk.texts.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProbingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:50:00Z");
  private static final String PATH = "/projects/atlas/members";
  private static final String HIT = "Hit from cloudfront";
  private static final String MISS = "Miss from cloudfront";
  private static final String CONTROL = "max-age=0, s-maxage=86400";

  private final FakeDistributions distributions = new FakeDistributions();

  @Test
  void anOldAnswerIsStaleSinceItsAgeBeforeNow() throws Exception {
    Probe probe = probe(edge(200, "old", HIT, 2_880L), origin(200, "new"));

    assertEquals(Verdict.STALE, probe.verdict());
    assertEquals("differs", probe.finding().word());
    assertEquals(Optional.of(Instant.parse("2026-11-22T14:02:00Z")), probe.staleSince());
    assertInstanceOf(Differences.Whole.class, probe.differences());
  }

  @Test
  void aFreshOneIsStaleSinceNever() throws Exception {
    Probe probe = probe(edge(200, "x", HIT, 2_880L), origin(200, "x"));

    assertEquals(Verdict.FRESH, probe.verdict());
    assertEquals(Optional.empty(), probe.staleSince());
    assertTrue(probe.differences().isEmpty());
  }

  /** A change between the two answers is no staleness: both are read once more. */
  @Test
  void whatDiffersIsReadOnceMore() throws Exception {
    var prober =
        new Told(
            List.of(edge(200, "old", HIT, 9L), edge(200, "new", MISS, null)),
            List.of(origin(200, "new"), origin(200, "new")));

    assertEquals(Verdict.FRESH, probing(prober).probe(PATH, RequestHeaders.NONE).verdict());
  }

  @Test
  void anOriginThatAnswersEachTimeAnewIsNotComparable() throws Exception {
    var prober =
        new Told(
            List.of(edge(200, "1", HIT, 9L), edge(200, "1", HIT, 9L)),
            List.of(origin(200, "2"), origin(200, "3")));

    Probe probe = probing(prober).probe(PATH, RequestHeaders.NONE);
    assertEquals("origin-varies", probe.finding().word());
    assertEquals(Verdict.INCOMPARABLE, probe.verdict());
  }

  @ParameterizedTest
  @CsvSource({
    "401, , login",
    "403, , refuses",
    "302, https://sso.acme.example/start, login",
    "302, /login?back=/projects, login",
    "307, https://acme.eu.auth0.example/oauth2/authorize, login",
    "302, /authors/7, redirects",
    "301, /projects?next=/login, redirects",
    "304, , redirects",
    "429, , throttles",
    "500, , fails",
    "503, , fails"
  })
  void aRefusalIsToldApartFromADifference(int status, @Nullable String location, String reason)
      throws Exception {
    Reading wall = wall(status, location);
    Reading answer = origin(200, "x");
    for (Probe.Place place : List.of(Probe.Place.EDGE, Probe.Place.ORIGIN)) {
      Probe probe = place == Probe.Place.EDGE ? probe(wall, answer) : probe(answer, wall);

      assertEquals(Verdict.INCOMPARABLE, probe.verdict());
      assertEquals(place.word() + "-" + reason, probe.finding().word());
      assertTrue(probe.differences().isEmpty(), "nothing was compared");
    }
    Probe both = probe(wall, wall);
    assertEquals(Verdict.INCOMPARABLE, both.verdict(), "the document was not to be seen");
    assertEquals("both-" + reason, both.finding().word());
    assertTrue(both.isAlike());
    assertTrue(both.differences().isEmpty(), "they were compared");
  }

  @Test
  void twoRefusalsAreComparedByWhatTheySay() throws Exception {
    Probe other = probe(edge(403, "<request id 1>", MISS, null), origin(403, "<request id 2>"));
    assertEquals("both-refuses", other.finding().word());
    assertFalse(other.isAlike());
    assertInstanceOf(Differences.Whole.class, other.differences());
    assertFalse(probe(edge(500, "x", MISS, null), origin(503, "x")).isAlike());
    assertFalse(probe(wall(302, "/b"), wall(302, "/c")).isAlike());
    assertEquals(
        "edge-fails",
        probe(edge(500, "x", MISS, null), wall(302, "/b")).finding().word(),
        "each in its way");
  }

  @Test
  void aRefusalThatSaysHowToSignInIsASignIn() throws Exception {
    Reading wall =
        new Reading(
            new Evidence.Side(403, MISS, null, "FRA56-P4", null, null, null, null, 3),
            new Body.Other("wall", 4),
            new Headers(Map.of("WWW-Authenticate", List.of("Bearer"))));
    assertEquals("edge-login", probe(wall, origin(200, "x")).finding().word());
  }

  /** Some sign-in pages come with status 200; a purge would be for nothing. */
  @Test
  void aPageWhereTheOtherHasADocumentIsNotStale() throws Exception {
    Reading page = edge(200, "<form>sign in</form>", HIT, 5L);
    Reading document =
        new Reading(page.side(), new Body.Json(new Prober.Value.Text("x")), page.headers());
    assertEquals("edge-page", probe(page, document).finding().word());
    assertEquals("origin-page", probe(document, page).finding().word());
    assertEquals(Verdict.INCOMPARABLE, probe(page, document).verdict());
  }

  @ParameterizedTest
  @EnumSource(Silence.class)
  void silenceTellsItsReason(Silence why) throws Exception {
    Reading silent =
        new Reading(
            new Evidence.Side(0, null, null, null, null, null, null, null, 1), new Body.None(why));
    Probe probe = probe(edge(200, "x", HIT, 5L), silent);

    assertEquals("origin-" + why.word(), probe.finding().word());
    assertEquals(Verdict.INCOMPARABLE, probe.verdict());
    assertEquals(OptionalLong.of(86_395), probe.kept().secondsLeft(), "the edge's is told yet");
  }

  @Test
  void theSameErrorIsFreshAndSaidToBeOne() throws Exception {
    assertEquals("same-error", probe(edge(404, "x", HIT, 1L), origin(404, "x")).finding().word());
    assertEquals(Verdict.STALE, probe(edge(200, "x", HIT, 1L), origin(404, "y")).verdict());
  }

  // TTL left

  @ParameterizedTest
  @CsvSource({
    "'s-maxage=86400', 0, 86400",
    "'s-maxage=86400', 60, 86340",
    "'s-maxage=86400', 86400, 0",
    "'s-maxage=86400', 90000, 0",
    "'no-store', 0, ",
    "'max-age=0', 0, 0",
    "'max-age=30', 10, 20"
  })
  void theTtlLeftIsTheEffectiveOneLessTheAge(String control, long age, @Nullable Long left)
      throws Exception {
    Probe probe = probe(edge(200, "x", HIT, age, control), origin(200, "x"));

    assertEquals(
        left == null ? OptionalLong.empty() : OptionalLong.of(left), probe.kept().secondsLeft());
  }

  /** What is older than its TTL and served all the same is told as such, not as over. */
  @ParameterizedTest
  @CsvSource({
    "'s-maxage=60', 60, , 'none of 1 min: the next reader makes the edge ask again'",
    "'s-maxage=60, stale-while-revalidate=600', 59, , '1 s of 1 min'",
    "'max-age=0', 0, , 'none of 0 s: the next reader makes the edge ask again'",
    "'max-age=0, stale-while-revalidate=30', 10, 20, 'none of 0 s: stale-while-revalidate lets the"
        + " edge serve it for up to 20 s more, while it asks anew'",
    "'s-maxage=60, stale-while-revalidate=600', 60, 600, 'none of 1 min: stale-while-revalidate"
        + " lets the edge serve it for up to 10 min, 600 s more, while it asks anew'",
    "'s-maxage=60, stale-while-revalidate=600', 659, 1, 'none of 1 min: stale-while-revalidate"
        + " lets the edge serve it for up to 1 s more, while it asks anew'",
    "'s-maxage=60', 61, , 'none of 1 min: the next reader makes the edge ask again; while the"
        + " origin fails, the edge may serve it for up to 364 d 23 h, 31,535,939 s more'",
    "'s-maxage=60, stale-if-error=0', 61, , 'none of 1 min: the next reader makes the edge ask"
        + " again'",
    "'s-maxage=60, stale-while-revalidate=600, stale-if-error=700', 660, , 'none of 1 min: the"
        + " next reader makes the edge ask again; while the origin fails, the edge may serve it for"
        + " up to 1 min 40 s, 100 s more'",
    "'s-maxage=60, stale-while-revalidate=600, stale-if-error=700', 760, , 'none of 1 min: the"
        + " next reader makes the edge ask again'",
    "'s-maxage=60, stale-while-revalidate=600, must-revalidate', 70, , 'none of 1 min: the next"
        + " reader makes the edge ask again'"
  })
  void whatIsServedWhileTheEdgeAsksAnewIsSaid(
      String control, long age, @Nullable Long left, String text) throws Exception {
    Probe probe = probe(edge(200, "x", HIT, age, control), origin(200, "x"));

    assertEquals(
        left == null ? OptionalLong.empty() : OptionalLong.of(left), probe.kept().staleLeft());
    assertEquals(text, new ProbeText(Texts.of(Locale.ENGLISH)).left(probe));
  }

  @Test
  void whatWasJustReadHasItAllAndAHitWithoutAnAgeTellsNothing() throws Exception {
    assertEquals(
        OptionalLong.of(86_400),
        probe(edge(200, "x", MISS, null), origin(200, "x")).kept().secondsLeft());
    assertEquals(
        OptionalLong.empty(),
        probe(edge(200, "x", HIT, null), origin(200, "x")).kept().secondsLeft());
  }

  @Test
  void withoutTheDistributionTheVerdictIsThereYet() throws Exception {
    distributions.trouble(new Problem.Throttled("GetDistributionConfig", null));

    Probe probe = probe(edge(200, "x", HIT, 5L), origin(200, "x"));

    assertEquals(Verdict.FRESH, probe.verdict());
    assertEquals(OptionalLong.empty(), probe.kept().secondsLeft());
    assertInstanceOf(Problem.Throttled.class, probe.kept().unread());
    assertNull(probe.kept().ttl().orElse(null));
  }

  // Input

  @ParameterizedTest
  @CsvSource({
    "/a?v=1, /a?v=1",
    "' /a#top ', /a",
    "https://edge.example/a, /a",
    "HTTPS://Edge.Example:443?x, /?x",
    "https://origin.example/prod/a?b, /a?b",
    "https://origin.example/prod, /"
  })
  void anAddressOfEitherSideIsThePathBehindIt(String text, String path) throws Exception {
    assertEquals(path, said(text).path());
  }

  @ParameterizedTest
  @CsvSource({
    "'', asked-empty",
    "a, path-no-slash",
    "#tag, asked-tag",
    "/a/*, asked-wildcard",
    "https://other.example/a, url-neither",
    "https://origin.example/production/a, url-neither",
    "https://origin.example/a, url-neither",
    "ftp://edge.example/a, url-scheme"
  })
  void anythingElseIsRefused(String text, String rule) {
    var refused = assertThrows(ProblemException.class, () -> said(text));
    assertEquals(rule, assertInstanceOf(Problem.Invalid.class, refused.problem()).rule());
  }

  @Test
  void headersGoToBoth() throws Exception {
    var prober = new Told(List.of(edge(200, "x", HIT, 1L)), List.of(origin(200, "x")));
    probing(prober).probe(PATH, RequestHeaders.ofText("X-Tenant: a"));

    assertEquals(List.of(Map.of("X-Tenant", "a"), Map.of("X-Tenant", "a")), prober.sent);
  }

  // At the same time

  @Test
  @Timeout(30)
  void bothAreAskedAtTheSameTime() throws Exception {
    var both = new CyclicBarrier(2);
    var prober =
        new Told(List.of(edge(200, "x", HIT, 1L)), List.of(origin(200, "x"))) {
          @Override
          void asked() throws Exception {
            both.await(20, TimeUnit.SECONDS);
          }
        };
    assertEquals(Verdict.FRESH, probing(prober).probe(PATH, RequestHeaders.NONE).verdict());
  }

  @Test
  @Timeout(30)
  void whoLetsGoIsNotKeptWaiting() throws Exception {
    var asked = new CountDownLatch(2);
    var never = new CountDownLatch(1);
    var ended = new CountDownLatch(2);
    var prober =
        new Told(List.of(edge(200, "x", HIT, 1L)), List.of(origin(200, "x"))) {
          @Override
          void asked() throws Exception {
            asked.countDown();
            try {
              never.await();
            } finally {
              ended.countDown();
            }
          }
        };
    var outcome = new java.util.concurrent.CompletableFuture<Throwable>();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                probing(prober).probe(PATH, RequestHeaders.NONE);
                outcome.complete(new AssertionError("it came back"));
              } catch (InterruptedException e) {
                outcome.complete(e);
              }
            });
    asked.await();
    waiting.interrupt();

    assertInstanceOf(InterruptedException.class, outcome.get());
    ended.await(); // and the requests under way were dropped
  }

  // Answers

  /** Gives these answers, one after the other, the last again and again. */
  private static class Told implements Prober {
    private final Deque<Reading> edge;
    private final Deque<Reading> origin;
    private final List<Map<String, String>> sent =
        new java.util.concurrent.CopyOnWriteArrayList<>();

    Told(List<Reading> edge, List<Reading> origin) {
      this.edge = new ArrayDeque<>(edge);
      this.origin = new ArrayDeque<>(origin);
    }

    void asked() throws Exception {}

    @Override
    public boolean canProbe() {
      return true;
    }

    @Override
    public Reading edge(String path, Map<String, String> extra) {
      return next(edge, extra);
    }

    @Override
    public Reading origin(String path, Map<String, String> extra) {
      return next(origin, extra);
    }

    private Reading next(Deque<Reading> answers, Map<String, String> extra) {
      sent.add(extra);
      try {
        asked();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
    }
  }

  private Probing probing(Prober prober) {
    Distribution like = FakeDistributions.sandboxLike();
    distributions.put(
        new Distribution(List.of("edge.example"), like.behaviours(), like.cacheTagHeader()));
    var route = FakeRoutes.members();
    return new Probing(
        prober,
        distributions,
        new Ground(List.of(route), Set.of(), URI.create("https://origin.example/prod")),
        () -> NOW);
  }

  private Probe probe(Reading edge, Reading origin) throws InterruptedException {
    return probing(new Told(List.of(edge), List.of(origin))).probe(PATH, RequestHeaders.NONE);
  }

  private Probe said(String text) throws InterruptedException {
    return probing(new Told(List.of(origin(200, "x")), List.of(origin(200, "x"))))
        .probe(text, RequestHeaders.NONE);
  }

  private static Reading edge(int status, String body, String xCache, @Nullable Long age) {
    return edge(status, body, xCache, age, CONTROL);
  }

  private static Reading edge(
      int status, String body, @Nullable String xCache, @Nullable Long age, String control) {
    return new Reading(
        new Evidence.Side(status, xCache, age, "FRA56-P4", null, control, null, null, 3),
        new Body.Other(body, body.length()),
        new Headers(Map.of("Cache-Control", List.of(control))));
  }

  private static Reading origin(int status, String body) {
    return edge(status, body, null, null, CONTROL);
  }

  private static Reading wall(int status, @Nullable String location) {
    return new Reading(
        new Evidence.Side(status, MISS, null, "FRA56-P4", null, null, null, null, 3),
        new Body.Other("wall", 4),
        new Headers(location == null ? Map.of() : Map.of("Location", List.of(location))));
  }
}
