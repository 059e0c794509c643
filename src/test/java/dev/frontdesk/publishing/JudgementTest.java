package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Reading;
import dev.frontdesk.publishing.Prober.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Value ONE = person("m1", "viewer");
  private static final Value TWO = person("m2", "owner");
  private static final String HIT = "Hit from cloudfront";
  private static final String MISS = "Miss from cloudfront";

  @Test
  void theSameByMeaningIsFresh() {
    assertEquals("same", reason(roster(42, ONE, TWO), roster(42, ONE, TWO), false, 42));
    assertEquals("same", reason(roster(42, ONE, TWO), roster(42, TWO, ONE), false, 42));
    assertEquals(new Value.Numeric(new BigDecimal("1.0")), new Value.Numeric(BigDecimal.ONE));
  }

  @Test
  void orderMattersWhereTheRouteSaysSo() {
    assertEquals(Verdict.STALE, verdict(roster(null, ONE, TWO), roster(null, TWO, ONE), true, 0));
  }

  @Test
  void arraysWithoutIdsAreOrdered() {
    var mine = new Value.Items(List.of(new Value.Text("a"), new Value.Text("b")));
    var theirs = new Value.Items(List.of(new Value.Text("b"), new Value.Text("a")));
    assertEquals(false, Judgement.same(mine, theirs, false));
    var twice = new Value.Items(List.of(ONE, ONE));
    var once = new Value.Items(List.of(ONE, TWO));
    assertEquals(false, Judgement.same(twice, once, false));
  }

  @Test
  void aNewerVersionAtTheEdgeIsFreshToo() {
    assertEquals("newer", reason(roster(43, ONE), roster(44, ONE, TWO), false, 42));
    assertEquals("differs", reason(roster(41, ONE), roster(42, ONE, TWO), false, 42));
    assertEquals("differs", reason(roster(41, ONE), roster(42, ONE, TWO), false, 0));
  }

  @Test
  void anOriginWithoutTheSavedRosterProvesNothing() {
    assertEquals("origin-behind", reason(roster(41, ONE), roster(41, ONE), false, 42));
  }

  /** Two wrong addresses that answer alike are no proof that anybody reads the saved roster. */
  @Test
  void anOriginThatDoesNotKnowTheRosterProvesNothing() {
    Reading nothing = with(404, roster(null));
    assertEquals("origin-behind", reason(nothing, nothing, false, 42));
    assertEquals("origin-behind", reason(roster(42, ONE), nothing, false, 42));
  }

  @Test
  void aRefusalOrSilenceProvesNothing() {
    Reading answer = roster(42, ONE);
    for (int status : new int[] {302, 403, 429, 500, 503}) {
      Reading refusal = with(status, answer);
      assertEquals("edge-refuses", reason(refusal, answer, false, 42));
      assertEquals("origin-refuses", reason(answer, refusal, false, 42));
      assertEquals("both-refuse", reason(refusal, refusal, false, 42));
      assertEquals(Verdict.INCOMPARABLE, verdict(refusal, refusal, false, 42));
    }
    assertEquals("edge-silent", reason(with(0, answer), answer, false, 42));
    assertEquals("origin-silent", reason(answer, with(0, answer), false, 42));
  }

  @Test
  void aSignInProvesNothingWhateverItsStatus() {
    Reading answer = roster(42, ONE);
    Reading login = with(401, answer);
    assertEquals("edge-login", reason(login, answer, false, 42));
    assertEquals("origin-login", reason(answer, login, false, 42));
    Reading away =
        new Reading(
            with(302, answer).side(),
            new Body.Other("away", 4),
            new Prober.Headers(Map.of("Location", List.of("https://sso.acme.example/start"))));
    assertEquals("edge-login", reason(away, answer, false, 42));
  }

  /**
   * Some sign-in and error pages come with status 200: purging them away once more helps nobody.
   */
  @Test
  void aPageWhereTheOtherHasADocumentProvesNothing() {
    Reading answer = roster(42, ONE);
    assertEquals("edge-page", reason(page("form", HIT), answer, false, 42));
    assertEquals("origin-page", reason(answer, page("form", null), false, 42));
    assertEquals(Verdict.INCOMPARABLE, verdict(page("form", HIT), answer, false, 0));
    assertEquals(
        "edge-page", ofPurge(look(page("form", HIT), answer), look(page("a", HIT), answer)));
    assertEquals(
        "differs", reason(with(404, page("gone", HIT)), answer, false, 42), "an old 404 is old");
  }

  @Test
  void goneAtTheOriginAndThereAtTheEdgeIsStale() {
    assertEquals(Verdict.STALE, verdict(roster(42, ONE), with(404, roster(null)), false, 0));
    assertEquals(
        Verdict.FRESH, verdict(with(404, roster(null)), with(404, roster(null)), false, 0));
  }

  @Test
  void anOriginThatGivesEachRequestAnotherAnswerMakesNoEdgeOld() {
    Judgement.Look first = look(page("a", HIT), page("b", null));
    assertEquals("origin-varies", ofPurge(first, look(page("a", HIT), page("c", null))));
    assertEquals("differs", ofPurge(first, look(page("a", HIT), page("b", null))));
  }

  /** What the edge has read from the origin after the purge is not what was purged. */
  @Test
  void whatTheEdgeHasJustReadIsNotOld() {
    Reading origin = page("b", null);
    assertEquals(
        "edge-differs", ofPurge(look(page("a", MISS), origin), look(page("a", HIT), origin)));
    assertEquals(
        "edge-differs", ofPurge(look(page("a", HIT), origin), look(page("x", MISS), origin)));
    // Another cache of the same location: it says nothing of what the first had to fetch.
    assertEquals("differs", ofPurge(look(page("x", MISS), origin), look(page("a", HIT), origin)));
  }

  /** Versions tell what is older, wherever the answer came from. */
  @Test
  void anOlderVersionIsOldThoughItIsJustRead() {
    Reading old = answer(roster(41, ONE), MISS);
    Judgement.Look look = look(old, roster(42, ONE));
    assertEquals("differs", ofPurge(look, look));
    assertEquals("same", ofPurge(look, look(roster(42, ONE), roster(42, ONE))));
  }

  /** What is saved after the purge is not what was to be purged. */
  @Test
  void anOriginThatHasMovedOnMakesNoEdgeOld() {
    Judgement.Look look = look(roster(42, ONE), roster(43, ONE, TWO));
    assertEquals("moved-on", ofPurge(look, look, 42L));
    assertEquals("differs", ofPurge(look, look, 43L));
    assertEquals("differs", ofPurge(look, look));
  }

  private static String ofPurge(Judgement.Look first, Judgement.Look second) {
    return ofPurge(first, second, null);
  }

  private static String ofPurge(Judgement.Look first, Judgement.Look second, @Nullable Long shown) {
    return Judgement.ofPurge(first, second, false, shown).reason();
  }

  private static Judgement.Look look(Reading edge, Reading origin) {
    return new Judgement.Look(edge, origin);
  }

  private static Reading page(String digest, @Nullable String xCache) {
    var side = new Evidence.Side(200, xCache, null, null, null, null, null, null, 1);
    return new Reading(side, new Body.Other(digest, 4));
  }

  private static Reading answer(Reading reading, String xCache) {
    Evidence.Side s = reading.side();
    var side = new Evidence.Side(200, xCache, 0L, null, null, null, s.version(), s.members(), 1);
    return new Reading(side, reading.body());
  }

  private static Verdict verdict(Reading edge, Reading origin, boolean ordered, long saved) {
    return Judgement.of(edge, origin, ordered, saved).verdict();
  }

  private static String reason(Reading edge, Reading origin, boolean ordered, long saved) {
    return Judgement.of(edge, origin, ordered, saved).reason();
  }

  private static Reading with(int status, Reading reading) {
    Evidence.Side s = reading.side();
    var side = new Evidence.Side(status, null, null, null, null, null, s.version(), s.members(), 1);
    return new Reading(side, reading.body());
  }

  private static Reading roster(@Nullable Integer version, Value... members) {
    Value number = version == null ? new Value.Null() : numeric(version);
    var document =
        new Value.Fields(Map.of("version", number, "members", new Value.Items(List.of(members))));
    Long told = version == null ? null : version.longValue();
    var side = new Evidence.Side(200, null, null, null, null, null, told, members.length, 1);
    return new Reading(side, new Body.Json(document));
  }

  private static Value numeric(long number) {
    return new Value.Numeric(BigDecimal.valueOf(number));
  }

  private static Value person(String id, String role) {
    return new Value.Fields(Map.of("id", new Value.Text(id), "role", new Value.Text(role)));
  }
}
