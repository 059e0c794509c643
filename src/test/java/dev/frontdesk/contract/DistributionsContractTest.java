package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Authorization;
import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Distributions;
import dev.frontdesk.caching.ErrorTtls;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.sandbox.edge.SandboxDistribution;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link Distributions} promises. */
class DistributionsContractTest extends CloudFrontContract {
  private Distributions distributions(URI address, String distribution) {
    return connection(address, distribution).distributions();
  }

  @Test
  void readsNamesBehavioursAndTheTagHeader() {
    Distribution read = distributions(cloudfront.address(), cloudfront.distribution()).read();

    assertFalse(read.names().isEmpty());
    assertEquals(Behaviour.DEFAULT_PATTERN, read.behaviours().getLast().pathPattern());
    assertEquals(cloudfront.takesTags(), read.takesTags());
  }

  @Test
  void readsTheSandboxesBehavioursWithWhatTheirPoliciesSay() {
    Servers.skipIfForeign("cloudfront", true, "of the sandbox alone");

    Distribution read = distributions(cloudfront.address(), cloudfront.distribution()).read();

    assertTrue(read.names().getFirst().endsWith(".cloudfront.net"));
    assertEquals(SandboxDistribution.behaviours(), read.behaviours());
    assertEquals(SandboxDistribution.CACHE_TAG_HEADER, read.cacheTagHeader());
    assertEquals(Map.of(SandboxDistribution.ORIGIN, Servers.NOBODY.getHost()), read.origins());
    assertEquals(ErrorTtls.DEFAULT, read.errors());
    assertEquals(
        List.of(Authorization.KEPT_BACK, Authorization.OUTSIDE_KEY),
        read.behaviours().stream().map(Behaviour::authorization).distinct().toList());
  }

  @Test
  void aDistributionWithoutATagHeaderTakesNone() {
    Servers.skipIfForeign("cloudfront", true, "of the sandbox alone");
    var without = servers.cloudfrontWithoutTags();

    assertNull(distributions(without.address(), without.distribution()).read().cacheTagHeader());
  }

  @Test
  void missesAnUnknownDistribution() {
    var thrown =
        assertThrows(
            ProblemException.class, () -> distributions(cloudfront.address(), "EUNKNOWN").read());

    var missing = assertInstanceOf(Problem.Missing.class, thrown.problem());
    assertEquals("distribution", missing.what());
    assertEquals("EUNKNOWN", missing.name());
  }
}
