package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.invalidation.PurgePlan.CoveredBy;
import dev.frontdesk.invalidation.PurgePlan.InProgress;
import dev.frontdesk.invalidation.PurgePlan.NotSent;
import dev.frontdesk.invalidation.PurgePlan.Sent;
import dev.frontdesk.invalidation.PurgePlan.Target;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurgePlanTest {
  private static final Distribution DISTRIBUTION =
      new Distribution(
          List.of("d1.cloudfront.net"),
          List.of(
              behaviour("/projects/*/events", KeyPart.NONE),
              behaviour("/projects/*", KeyPart.NONE),
              behaviour("/projects/atlas/*", KeyPart.NONE),
              behaviour("/search", KeyPart.listed("q")),
              behaviour("*.json", KeyPart.NONE),
              behaviour("*", KeyPart.NONE)),
          "Cache-Tag");

  private static final List<KnownRoute> ROUTES =
      List.of(
          new KnownRoute(
              new PathTemplate("/projects/{projectId}/members"),
              new PathTemplate("project-{projectId}")),
          new KnownRoute(
              new PathTemplate("/projects/{projectId}"), new PathTemplate("project-{projectId}")),
          new KnownRoute(new PathTemplate("/members/{memberId}/projects"), null));

  private static Behaviour behaviour(String pattern, KeyPart queryStrings) {
    return new Behaviour(
        pattern,
        "id",
        "policy",
        new TtlPolicy(0, 0, 0),
        new CacheKey(queryStrings, KeyPart.NONE, KeyPart.NONE));
  }

  private static PurgePlan plan(String text, Invalidation... inProgress) {
    return planOf(text, 0, inProgress);
  }

  private static PurgePlan planOf(String text, long pathsThisMonth, Invalidation... inProgress) {
    return PurgePlan.of(
        new PurgeReader(DISTRIBUTION, Set.of()).read(text),
        new PurgeCircumstances(
            DISTRIBUTION,
            new QuotaUse(List.of(inProgress)),
            pathsThisMonth,
            ROUTES,
            Instant.EPOCH));
  }

  private static Invalidation running(String id, String... items) {
    return new Invalidation(id, Instant.EPOCH, false, "reference", List.of(items));
  }

  private static InvalidationItem item(String wire) {
    return InvalidationItem.parse(wire);
  }

  private static List<PurgePlan.Fate> fates(PurgePlan plan) {
    return plan.lines().stream().map(PurgePlan.Line::fate).toList();
  }

  private static String wires(PurgePlan plan) {
    return plan.items().stream().map(InvalidationItem::wire).collect(Collectors.joining(" "));
  }

  private static String numbered(int count, String format) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(format::formatted)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void tellsWhatBecomesOfEachLine() {
    var plan =
        plan(
            "/a/x\n/b\n/b\n#T\n#t\n/a/*\n/a/y/*\n/r/1\nwrong\n/search\n/search?q=1\n/search?q*",
            running("I1", "/r/*", "/b"));
    assertEquals(
        List.of(
            new CoveredBy(6, item("/a/*")),
            // It was asked for before; whether before the change, nobody knows.
            new Sent(List.of(item("/b"))),
            new CoveredBy(2, item("/b")),
            new Sent(List.of(item("#T"))),
            new CoveredBy(4, item("#T")),
            new Sent(List.of(item("/a/*"))),
            new CoveredBy(6, item("/a/*")),
            new InProgress("I1", "/r/*"),
            new NotSent(),
            new Sent(List.of(item("/search"), item("/search?*"))),
            new CoveredBy(10, item("/search?*")),
            new CoveredBy(10, item("/search?*"))),
        fates(plan));
    assertEquals("/b #T /a/* /search /search?*", wires(plan));
    assertEquals(2, plan.wildcards());
    assertEquals(
        List.of(
            new Target("/a/x", List.of(item("/a/*"))),
            new Target("/b", List.of(item("/b"))),
            new Target("#T", List.of(item("#T"))),
            new Target("/a/*", List.of(item("/a/*"))),
            new Target("/a/y/*", List.of(item("/a/*"))),
            new Target("/search", List.of(item("/search"), item("/search?*"))),
            new Target("/search?q=1", List.of(item("/search?*"))),
            new Target("/search?q*", List.of(item("/search?*")))),
        plan.targets());
    var probed = plan.targets().stream().filter(Target::canBeProbed).map(Target::path).toList();
    assertEquals(List.of("/a/x", "/b", "/search", "/search?q=1"), probed);
  }

  @Test
  void aWildcardOfItsOwnIsLaterThanOneInProgress() {
    var plan = plan("/a/x/1\n/a/*", running("I1", "/a/x/*"));
    assertEquals(new CoveredBy(2, item("/a/*")), fates(plan).getFirst());
  }

  @Test
  void namesNoVariantsThatAreNamedOtherwise() {
    assertEquals("/search*", wires(plan("/search\n/search?q=1\n/search*")));
    assertEquals("/search", wires(plan("/search", running("I1", "/search?*"))));
    assertEquals("", wires(plan("/search", running("I1", "/s*"))));
    assertEquals("/search?q=1", wires(plan("/search?q=1")));
  }

  @Test
  void aPathTooLongForItsVariantsIsSentAlone() {
    var distribution = new Distribution(List.of("d"), List.of(behaviour("*", KeyPart.ALL)), null);
    String path = "/" + "a".repeat(CachePath.LONGEST - 2);
    var plan =
        PurgePlan.of(
            new PurgeReader(distribution, Set.of()).read(path),
            new PurgeCircumstances(distribution, QuotaUse.NONE, 0, List.of(), Instant.EPOCH));
    assertEquals(path, wires(plan));
  }

  @Test
  void nothingPastedIsNothingSent() {
    var plan = plan("\n \n");
    assertEquals(List.of(), plan.items());
    assertEquals(List.of(), plan.hits());
    assertFalse(plan.isEverything());
    assertEquals(0, plan.costUsd());
  }

  @ParameterizedTest
  @CsvSource({
    // The first that matches counts.
    "/projects/atlas/events, /projects/*/events",
    "/projects/atlas/members, /projects/*",
    "/other/x.json, *.json",
    "/search?q=1, /search",
    // One whose paths an earlier one takes is never hit, be it by a wildcard or by a tag.
    "/projects/*, /projects/*/events|/projects/*",
    "/projects/atlas/*, /projects/*/events|/projects/*",
    "/pro*, /projects/*/events|/projects/*|*.json|*",
    "/s*, /search|*.json|*",
    "/search/*, *.json|*",
    "/*, /projects/*/events|/projects/*|/search|*.json|*",
    "/?x*, *",
  })
  void tellsWhichBehavioursItHits(String text, String patterns) {
    var hits = plan(text).hits();
    assertEquals(
        patterns,
        hits.stream().map(hit -> hit.behaviour().pathPattern()).collect(Collectors.joining("|")));
    assertTrue(hits.stream().allMatch(PurgePlan.Hit::certain));
  }

  @Test
  void whatATagHitsIsNotCertain() {
    var hits = plan("#t\n/search").hits();
    assertEquals(
        List.of("/projects/*/events", "/projects/*", "/search", "*.json", "*"),
        hits.stream().map(hit -> hit.behaviour().pathPattern()).toList());
    assertEquals(
        List.of("/search"),
        hits.stream()
            .filter(PurgePlan.Hit::certain)
            .map(hit -> hit.behaviour().pathPattern())
            .toList());
  }

  @Test
  void everythingIsAllPathsOrAWildcardOfNoWholeSegmentThatHitsAllBehaviours() {
    assertTrue(plan("/x\n/*").isEverything());
    assertFalse(plan("/p*").isEverything());
    assertFalse(plan("/?*").isEverything());
    var one = new Distribution(List.of("d"), List.of(behaviour("*", KeyPart.NONE)), null);
    for (String text : List.of("/p*", "/projects*", "/projects/*", "/p", "/?*")) {
      var plan =
          PurgePlan.of(
              new PurgeReader(one, Set.of()).read(text),
              new PurgeCircumstances(one, QuotaUse.NONE, 0, List.of(), Instant.EPOCH));
      assertEquals(Set.of("/p*", "/projects*").contains(text), plan.isEverything(), text);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "998, 0", "999, 0.005", "1000, 0.01", "5000, 0.01"})
  void costsWhatIsBeyondTheFreePathsOfTheMonth(long before, double usd) {
    var plan = planOf("/a\n/b", before);
    assertEquals(usd, plan.costUsd(), 1e-9);
    assertEquals(0.01, plan.costAtMostUsd(), 1e-9);
  }

  @Test
  void fitsWherePathsAndWildcardsHaveRoomEach() {
    String[] wildcards =
        IntStream.range(0, 14).mapToObj(i -> "/w" + i + "/*").toArray(String[]::new);
    String[] paths = IntStream.range(0, 2_999).mapToObj(i -> "/p" + i).toArray(String[]::new);
    assertTrue(plan("/a*\n/b", running("I1", wildcards), running("I2", paths)).fitsQuota());
    assertFalse(plan("/a*\n/b*", running("I1", wildcards)).fitsQuota());
    assertFalse(plan("/b\n#c", running("I2", paths)).fitsQuota());
  }

  @Test
  void offersTheDeepestFolderThatHoldsFivePaths() {
    var plan = plan(numbered(4, "/f/%d") + "\n/g/h/x/*\n" + numbered(6, "/g/h/%d.json"));
    var offer = assertInstanceOf(PurgeOffer.Wildcard.class, plan.offers().getFirst());
    assertEquals(1, plan.offers().size());
    assertEquals("/g/h/*", offer.wildcard().wire());
    assertEquals(List.of(5, 6, 7, 8, 9, 10, 11), offer.lines());
    assertEquals(List.of("/g/h/*"), offer.replacement());
    assertEquals(6, offer.spares());
    assertTrue(offer.overReaches("/g/h/7.json"));
    assertTrue(offer.overReaches("/g/h/1.json?v=1"));
    assertFalse(offer.overReaches("/g/h/1.json"));
    assertFalse(offer.overReaches("/g/h/x/y"));
    assertFalse(offer.overReaches("/g/other"));
  }

  @Test
  void offersOneFolderWhereThoseBelowAreTooMany() {
    var few = numbered(5, "/p/1/%d") + "\n" + numbered(5, "/p/2/%d");
    assertEquals(List.of("/p/1/*", "/p/2/*"), offered(few));
    var many = few + "\n" + numbered(5, "/p/3/%d") + "\n" + numbered(5, "/p/4/%d");
    assertEquals(List.of("/p/*"), offered(many));
    assertEquals(List.of("/p/*"), offered(few + "\n" + numbered(5, "/p/%d")));
    assertEquals(List.of(), offered(numbered(50, "/%d")), "never everything");
    assertEquals(List.of(), offered(numbered(50, "/s?to=/x/%d")), "no folder in a query string");
    var first = numbered(6, "/a/%d") + "\n" + numbered(5, "/b/%d");
    var four = first + "\n" + numbered(8, "/c/%d") + "\n" + numbered(7, "/d/%d");
    assertEquals(List.of("/c/*", "/d/*", "/a/*"), offered(four));
  }

  private static List<String> offered(String text) {
    return plan(text).offers().stream()
        .filter(PurgeOffer.Wildcard.class::isInstance)
        .map(offer -> ((PurgeOffer.Wildcard) offer).wildcard().wire())
        .toList();
  }

  @Test
  void keepsWhatElseIsInALineThatGivesWay() {
    var offer = plan("/a/1 /b \"/c d\"\n" + numbered(5, "/a/x%d")).offers().getFirst();
    assertEquals(List.of(1, 2, 3, 4, 5, 6), offer.lines());
    assertEquals(List.of("/a/*", "/b", "\"/c d\""), offer.replacement());
  }

  @Test
  void offersTheTagThatPathsShare() {
    var plan = plan("/projects/atlas/members\n/projects/atlas\n/projects/atlas\n/other");
    var offer = assertInstanceOf(PurgeOffer.Tag.class, plan.offers().getFirst());
    assertEquals(1, plan.offers().size());
    assertEquals(item("#project-atlas"), offer.tag());
    assertEquals(List.of(1, 2, 3), offer.lines());
    assertEquals(1, offer.spares());
    assertFalse(offer.overReaches("/projects/atlas"));
    assertTrue(offer.overReaches("/projects/atlas?x=1"));
    assertFalse(offer.overReaches("/projects/borealis"));
    assertEquals(List.of(), plan("/projects/atlas\n/projects/borealis").offers());
    var sent = plan("/projects/atlas\n#PROJECT-Atlas").offers().getFirst();
    assertEquals(1, ((PurgeOffer.Tag) sent).spares());
  }

  @Test
  void offersThePathsThatAWildcardProbablyMeans() {
    var plan = plan("/projects/borealis/*\n/projects/borealis/x");
    var offer = assertInstanceOf(PurgeOffer.Narrower.class, plan.offers().getFirst());
    assertEquals(List.of(1), offer.lines());
    assertEquals(List.of("/projects/borealis/members"), offer.replacement());
    assertFalse(offer.overReaches("/projects/borealis/members"));
    var exact = plan("/members/m%201/projects*").offers().getFirst();
    assertEquals(List.of("/members/m%201/projects"), exact.replacement());
    for (String text : List.of("/*", "/projects/*", "/projects/bor*", "/projects/a/b/*")) {
      assertEquals(List.of(), plan(text).offers(), text);
    }
  }
}
