package dev.frontdesk.cli;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.BrowserCache;
import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.ErrorTtls;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.texts.CachingText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code behaviours --json}; see design.md, "The command line".
 *
 * @param behaviours in matching order
 * @param match null where no path is asked about
 * @param cacheTagHeader null where the distribution takes no tags
 * @param errorTtlSeconds by status, where it is not {@code defaultErrorTtlSeconds}
 */
record BehavioursDocument(
    List<Row> behaviours,
    @Nullable Match match,
    @Nullable String cacheTagHeader,
    Map<Integer, Long> errorTtlSeconds,
    long defaultErrorTtlSeconds) {

  /**
   * A behaviour.
   *
   * @param cachePolicy its name; null for settings of its own
   * @param queryStrings the names of those in the key; {@code *} for all, {@code !name} for all but
   *     that. Headers and cookies likewise.
   * @param authorization {@code in_key}, {@code outside_key}, {@code kept_back} or {@code
   *     not_known}
   */
  record Row(
      String pathPattern,
      @Nullable String cachePolicy,
      boolean managed,
      long minTtlSeconds,
      long defaultTtlSeconds,
      long maxTtlSeconds,
      List<String> queryStrings,
      List<String> headers,
      List<String> cookies,
      String origin,
      @Nullable String originDomain,
      List<String> allowedMethods,
      List<String> cachedMethods,
      boolean compress,
      String authorization) {
    static Row of(Behaviour behaviour, Distribution distribution) {
      Delivery delivery = behaviour.delivery();
      return new Row(
          behaviour.pathPattern(),
          behaviour.isLegacy() ? null : behaviour.policyTitle(),
          behaviour.isManaged(),
          behaviour.ttl().minimumSeconds(),
          behaviour.ttl().defaultSeconds(),
          behaviour.ttl().maximumSeconds(),
          names(behaviour.key().queryStrings()),
          names(behaviour.key().headers()),
          names(behaviour.key().cookies()),
          delivery.originId(),
          distribution.origins().get(delivery.originId()),
          delivery.allowedMethods(),
          delivery.cachedMethods(),
          delivery.compresses(),
          behaviour.authorization().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> names(KeyPart part) {
      return switch (part.mode()) {
        case NONE, LISTED -> part.names();
        case ALL_EXCEPT -> part.names().stream().map(name -> "!" + name).toList();
        case ALL -> List.of("*");
      };
    }
  }

  /**
   * What becomes of a path.
   *
   * @param effectiveTtlSeconds 0 where it is not kept; null where that is not known
   * @param staleWhileRevalidateUntilSeconds until what age it is served while the edge asks anew;
   *     the TTL where it is not; null where that is not known
   * @param staleIfErrorUntilSeconds likewise while the origin fails
   * @param browserTtlSeconds at most, of which its age at the edge goes; null where it is not known
   * @param originStatus null where the origin gave no answer
   * @param why the steps, in English sentences
   * @param warnings likewise
   */
  record Match(
      String path,
      String pathPattern,
      @Nullable Long effectiveTtlSeconds,
      @Nullable Long staleWhileRevalidateUntilSeconds,
      @Nullable Long staleIfErrorUntilSeconds,
      @Nullable Long browserTtlSeconds,
      @Nullable Integer originStatus,
      List<String> why,
      List<String> warnings) {
    /**
     * @param english what programs read, whatever the language
     */
    static Match of(Explanation explanation, CachingText english) {
      return new Match(
          explanation.path(),
          explanation.match().behaviour().pathPattern(),
          explanation.edge().map(EffectiveTtl::seconds).orElse(null),
          explanation.stale().map(use -> use.revalidating().untilSeconds()).orElse(null),
          explanation.stale().map(use -> use.failing().untilSeconds()).orElse(null),
          explanation
              .browser()
              .filter(browser -> browser.rule() != BrowserCache.Rule.GUESSES)
              .map(BrowserCache::seconds)
              .orElse(null),
          explanation.answer().map(OriginAnswer::status).orElse(null),
          english.why(explanation),
          english.warnings(explanation));
    }
  }

  static BehavioursDocument of(Distribution distribution, @Nullable Match match) {
    return new BehavioursDocument(
        distribution.behaviours().stream().map(each -> Row.of(each, distribution)).toList(),
        match,
        distribution.cacheTagHeader(),
        distribution.errors().byStatus(),
        ErrorTtls.DEFAULT_SECONDS);
  }
}
