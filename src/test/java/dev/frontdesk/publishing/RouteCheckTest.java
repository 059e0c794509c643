package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.Strategy;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.publishing.RouteCheck.Finding;
import dev.frontdesk.publishing.RouteCheck.Fit;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteCheckTest {
  private static final Map<String, String> IDS =
      Map.of(Route.PROJECT_ID, "atlas", Route.MEMBER_ID, "m1");

  /**
   * Strategies with {@code #} have the tag {@code project-{projectId}}, with {@code ?*}
   * queryVariants. The key has query strings; the distribution's header is Cache-Tag, or it takes
   * no tags.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # strategy    | maximum | key  | tags      | status | Cache-Control  | Cache-Tag          | findings
          invalidate    | 86400   | -    | Cache-Tag | 200    | s-maxage=3600  | -                  | FITS
          invalidate    | 0       | -    | Cache-Tag | 200    | s-maxage=3600  | -                  | PURGE_OF_NOTHING
          invalidate    | 86400   | -    | Cache-Tag | 200    | no-store       | -                  | PURGE_OF_NOTHING
          invalidate    | 86400   | -    | Cache-Tag | 200    | s-maxage=0     | -                  | PURGE_OF_NOTHING
          invalidate    | 86400   | -    | Cache-Tag | 200    | s-maxage=25    | -                  | RUNS_OUT_SOONER
          invalidate    | 86400   | -    | Cache-Tag | 200    | s-maxage=26    | -                  | FITS
          invalidate    | 86400   | page | Cache-Tag | 200    | s-maxage=3600  | -                  | VARIANTS_STAY
          invalidate    | 86400   | page | Cache-Tag | 200    | s-maxage=5     | -                  | VARIANTS_STAY RUNS_OUT_SOONER
          invalidate ?* | 86400   | page | Cache-Tag | 200    | s-maxage=3600  | -                  | FITS
          invalidate    | 86400   | v    | Cache-Tag | 200    | s-maxage=3600  | -                  | FITS
          invalidate #  | 86400   | page | Cache-Tag | 200    | s-maxage=3600  | all, Project-Atlas | FITS_WITH_TAG
          invalidate #  | 86400   | -    | Cache-Tag | 200    | s-maxage=3600  | project-atlas-2    | TAG_NOT_SENT
          invalidate #  | 86400   | -    | Cache-Tag | 200    | s-maxage=3600  | -                  | TAG_NOT_SENT
          invalidate #  | 86400   | -    | -         | 200    | s-maxage=3600  | project-atlas      | NO_TAGS
          invalidate #  | 86400   | page | -         | 200    | s-maxage=3600  | project-atlas      | VARIANTS_STAY NO_TAGS
          invalidate    | 86400   | -    | Cache-Tag | 404    | s-maxage=3600  | -                  | ORIGIN_NOT_KNOWN
          invalidate    | 86400   | -    | Cache-Tag | 0      | -              | -                  | ORIGIN_NOT_KNOWN
          invalidate    | 0       | -    | Cache-Tag | 0      | -              | -                  | PURGE_OF_NOTHING
          invalidate    | 0       | -    | Cache-Tag | 500    | -              | -                  | PURGE_OF_NOTHING
          expire        | 86400   | -    | Cache-Tag | 200    | s-maxage=60    | -                  | FITS
          expire        | 86400   | -    | Cache-Tag | 200    | s-maxage=3600  | -                  | FITS
          expire        | 86400   | -    | Cache-Tag | 200    | s-maxage=3601  | -                  | SLOW
          expire        | 86400   | -    | Cache-Tag | 200    | -              | -                  | SLOW
          expire        | 86400   | -    | Cache-Tag | 200    | no-store       | -                  | NOTHING_KEPT
          version       | 86400   | v    | Cache-Tag | 200    | s-maxage=3600  | -                  | FITS
          version       | 86400   | page | Cache-Tag | 200    | s-maxage=3600  | -                  | VERSION_NOT_IN_KEY
          version       | 86400   | -    | Cache-Tag | 200    | s-maxage=3600  | -                  | VERSION_NOT_IN_KEY
          version       | 0       | v    | Cache-Tag | 200    | s-maxage=3600  | -                  | NOTHING_KEPT
          uncached      | 0       | -    | Cache-Tag | 200    | s-maxage=3600  | -                  | FITS
          uncached      | 0       | -    | Cache-Tag | 0      | -              | -                  | FITS
          uncached      | 86400   | -    | Cache-Tag | 200    | no-store       | -                  | FITS
          uncached      | 86400   | -    | Cache-Tag | 200    | s-maxage=1     | -                  | KEPT
          """)
  void saysWhetherTheStrategyFits(
      String strategy,
      long maximum,
      @Nullable String key,
      @Nullable String tags,
      int status,
      @Nullable String control,
      @Nullable String sentTags,
      String findings) {
    var answer =
        status == 0
            ? Optional.<OriginAnswer>empty()
            : Optional.of(new OriginAnswer(status, headers(control, sentTags), Instant.EPOCH));
    var check = RouteCheck.of(route(strategy), IDS, distribution(maximum, key, tags), answer);
    assertEquals(
        Arrays.stream(findings.split(" ")).map(Finding::valueOf).toList(), check.findings());
    assertEquals("/projects/atlas/members", check.explanation().path());
    assertEquals(check.findings().getFirst().fit(), check.fit());
  }

  @Test
  void theWorstComesFirst() {
    var check =
        RouteCheck.of(
            route("invalidate #"),
            IDS,
            distribution(86_400, "page", null),
            Optional.of(
                new OriginAnswer(200, headers("s-maxage=5", "project-atlas"), Instant.EPOCH)));
    assertEquals(
        List.of(Fit.MISFIT, Fit.MIND, Fit.MIND),
        check.findings().stream().map(Finding::fit).toList());
  }

  private static Route route(String words) {
    return new Route(
        new PathTemplate("/projects/{projectId}/members"),
        Strategy.valueOf(words.split(" ")[0].toUpperCase(Locale.ROOT)),
        words.endsWith("#") ? new PathTemplate("project-{projectId}") : null,
        false,
        words.endsWith("?*"));
  }

  private static Map<String, List<String>> headers(
      @Nullable String control, @Nullable String tags) {
    Map<String, List<String>> headers = new HashMap<>();
    if (control != null) {
      headers.put("cache-control", List.of(control));
    }
    if (tags != null) {
      headers.put("cache-tag", List.of(tags));
    }
    return headers;
  }

  private static Distribution distribution(
      long maximum, @Nullable String key, @Nullable String tags) {
    var part = key == null ? KeyPart.NONE : KeyPart.listed(key);
    return new Distribution(
        List.of("d1"),
        List.of(
            new Behaviour(
                "*",
                "p",
                "policy",
                new TtlPolicy(0, maximum, maximum),
                new CacheKey(part, KeyPart.NONE, KeyPart.NONE))),
        tags);
  }
}
