package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.CacheTag;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.invalidation.Invalidator;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Ticker;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an {@link Invalidator} promises. */
class InvalidatorContractTest extends CloudFrontContract {
  private static final List<InvalidationItem> PATHS =
      List.of(new CachePath("/projects/1/members"), new CachePath("/projects/1/members?*"));

  private Invalidator invalidator(URI address, String distribution) {
    return connection(address, distribution).invalidator();
  }

  private Invalidator invalidator() {
    return invalidator(cloudfront.address(), cloudfront.distribution());
  }

  private static String reference() {
    return "contract-" + UUID.randomUUID();
  }

  @Test
  void createsAndFollowsToItsCompletion() {
    Invalidator invalidator = invalidator();
    String reference = reference();

    Invalidation made = invalidator.create(reference, PATHS);

    assertEquals(reference, made.callerReference());
    assertEquals(PATHS.stream().map(InvalidationItem::wire).toList(), made.items());
    Invalidation completed = awaitCompletion(invalidator, made.id());
    assertEquals(made.id(), completed.id());
    assertEquals(reference, completed.callerReference());
    // A list of paths is a set to CloudFront: its order is not promised.
    assertEquals(new HashSet<>(made.items()), new HashSet<>(completed.items()));
  }

  @Test
  void theSameReferenceAndPathsAreTheSameInvalidation() {
    Invalidator invalidator = invalidator();
    String reference = reference();

    String first = invalidator.create(reference, PATHS).id();
    String second = invalidator.create(reference, PATHS).id();

    Servers.skipIfForeign(
        "cloudfront", !first.equals(second), "that server takes a reference for a new one");
    assertEquals(first, second);
  }

  private static Invalidation awaitCompletion(Invalidator invalidator, String id) {
    try {
      Await.until(Ticker.system(), Duration.ofSeconds(20), () -> invalidator.get(id).completed());
    } catch (AssertionError e) {
      Servers.skipIfForeign("cloudfront", true, "that server completes no invalidation");
      throw e;
    }
    return invalidator.get(id);
  }

  private boolean keepsReferences() {
    Invalidator invalidator = invalidator();
    String reference = reference();
    return invalidator
        .create(reference, PATHS)
        .id()
        .equals(invalidator.create(reference, PATHS).id());
  }

  @Test
  void theSameReferenceWithOtherPathsIsRefused() {
    Servers.skipIfForeign(
        "cloudfront", !keepsReferences(), "that server takes a reference for a new one");
    Invalidator invalidator = invalidator();
    String reference = reference();
    invalidator.create(reference, PATHS);

    var thrown =
        assertThrows(
            ProblemException.class,
            () -> invalidator.create(reference, List.of(new CachePath("/other"))));

    assertInstanceOf(Problem.Refused.class, thrown.problem());
  }

  @Test
  void sendsExactlyWhatItIsGiven() {
    Invalidator invalidator = invalidator();
    List<InvalidationItem> odd = new ArrayList<>();
    odd.add(new CachePath("/a%20b/%E5%90%8D?q=1&r=<".replace("<", "%3C")));
    odd.add(new CachePath("/projects/*"));
    if (cloudfront.takesTags()) {
      odd.add(new CacheTag("project-1"));
    }

    Invalidation made = invalidator.create(reference(), odd);

    assertEquals(
        new HashSet<>(odd.stream().map(InvalidationItem::wire).toList()),
        new HashSet<>(invalidator.get(made.id()).items()));
  }

  @Test
  void missesAnUnknownDistributionAndAnUnknownInvalidation() {
    var distribution =
        assertThrows(
            ProblemException.class,
            () -> invalidator(cloudfront.address(), "EUNKNOWN").create(reference(), PATHS));
    var invalidation = assertThrows(ProblemException.class, () -> invalidator().get("IUNKNOWN"));

    var noDistribution = assertInstanceOf(Problem.Missing.class, distribution.problem());
    assertEquals("distribution", noDistribution.what());
    assertEquals("EUNKNOWN", noDistribution.name());
    var noInvalidation = assertInstanceOf(Problem.Missing.class, invalidation.problem());
    assertEquals("invalidation", noInvalidation.what());
    assertEquals("IUNKNOWN", noInvalidation.name());
  }

  @Test
  void saysWhetherTheDistributionTakesTags() {
    assertEquals(cloudfront.takesTags(), invalidator().takesTags());
  }

  @Test
  void aDistributionWithoutATagHeaderTakesNone() {
    Servers.skipIfForeign("cloudfront", true, "of the sandbox alone");
    var without = servers.cloudfrontWithoutTags();

    assertFalse(invalidator(without.address(), without.distribution()).takesTags());
  }

  @Test
  void aFullQuotaIsToldAsOne() {
    Servers.skipIfForeign("cloudfront", true, "it would fill somebody's quota");
    var slow = servers.cloudfrontWithoutTags();
    Invalidator invalidator = invalidator(slow.address(), slow.distribution());
    List<InvalidationItem> many =
        IntStream.range(0, Invalidator.MOST_PATHS)
            .<InvalidationItem>mapToObj(i -> new CachePath("/p/" + i))
            .toList();

    // More than 3,000 paths in progress, as soon as the second comes while the first goes on.
    var thrown =
        assertThrows(
            ProblemException.class,
            () -> {
              for (int i = 0; i < 10; i++) {
                invalidator.create(reference(), many);
              }
            });

    assertInstanceOf(Problem.QuotaFull.class, thrown.problem());
  }

  @Test
  void listsWhatIsInProgressAsSuch() {
    Servers.skipIfForeign("cloudfront", true, "it would leave something in progress");
    var endless = servers.cloudfrontWithoutEnd();
    Invalidator invalidator = invalidator(endless.address(), endless.distribution());
    Invalidation made = invalidator.create(reference(), PATHS);

    InvalidationPage page = invalidator.list(null);

    assertEquals(
        List.of(new InvalidationSummary(made.id(), made.created(), false)), page.summaries());
    assertNull(page.next());
  }

  @Test
  void anAddressWhereNobodyAnswersIsOffline() {
    var thrown =
        assertThrows(
            ProblemException.class,
            () -> invalidator(Servers.NOBODY, "E1").create(reference(), PATHS));

    assertInstanceOf(Problem.Offline.class, thrown.problem());
  }
}
