package dev.frontdesk.publishing;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.invalidation.CacheTag;
import dev.frontdesk.invalidation.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a route's strategy fits the way its answers are cached.
 *
 * @param explanation of one of its paths, as an example
 * @param findings what there is to say, the worst first; never empty
 */
public record RouteCheck(Route route, Explanation explanation, List<Finding> findings) {
  /**
   * AWS states that a purge by path takes effect within seconds and is reported within 25: an
   * answer that lives no longer is fresh as soon by itself.
   */
  static final long SHORT_SECONDS = 25;

  /**
   * An hour. Whoever waits for a TTL to run out waits for a change of their own to be seen; beyond
   * an hour they ask the support desk instead.
   */
  static final long SLOW_SECONDS = 3_600;

  /** The query string that names a version in a versioned URL. */
  private static final String VERSION = "v";

  public RouteCheck {
    findings = List.copyOf(findings);
  }

  /** How well something fits. */
  public enum Fit {
    FITS,
    /** It works, and something about it should be known. */
    MIND,
    MISFIT,
    /** The origin did not tell what is needed. */
    NOT_KNOWN
  }

  /** Something that a check found. */
  public enum Finding {
    /** The origin did not answer, or with an error: nobody knows how the answer is cached. */
    ORIGIN_NOT_KNOWN(Fit.NOT_KNOWN),
    /** Invalidate, and nothing is kept: a purge costs and does nothing. */
    PURGE_OF_NOTHING(Fit.MISFIT),
    /** Invalidate by a tag that the origin does not send: the purge hits nothing. */
    TAG_NOT_SENT(Fit.MISFIT),
    /** Invalidate by path, and query strings tell objects apart that stay as they are. */
    VARIANTS_STAY(Fit.MISFIT),
    /** Invalidate by tag on a distribution that takes none: the path is sent instead. */
    NO_TAGS(Fit.MIND),
    /** Invalidate, and the answer runs out before a purge is over. */
    RUNS_OUT_SOONER(Fit.MIND),
    /** Expire, and it takes long. */
    SLOW(Fit.MIND),
    /**
     * Version, and the query string with the version is not in the key: all get the same object.
     */
    VERSION_NOT_IN_KEY(Fit.MISFIT),
    /** Version or expire, and nothing is kept: it is always fresh, and nothing is gained. */
    NOTHING_KEPT(Fit.MIND),
    /** Uncached, and yet kept: a change is not seen until that has run out. */
    KEPT(Fit.MISFIT),
    /** As it should be. */
    FITS(Fit.FITS),
    /** As it should be: the origin sends the route's tag. */
    FITS_WITH_TAG(Fit.FITS);

    private final Fit fit;

    Finding(Fit fit) {
      this.fit = fit;
    }

    public Fit fit() {
      return fit;
    }
  }

  /** How well the strategy fits in all. */
  public Fit fit() {
    return findings.getFirst().fit();
  }

  /**
   * Checks a route by an example.
   *
   * @param ids of the project and the member that stand as the example
   * @param answer what the origin sends for the example's path; empty where it is not known
   */
  public static RouteCheck of(
      Route route,
      Map<String, String> ids,
      Distribution distribution,
      Optional<OriginAnswer> answer) {
    var explanation = Explanation.of(route.path().path(ids).wire(), distribution, answer);
    return new RouteCheck(
        route,
        explanation,
        findings(route, explanation, distribution, tagged(route, ids, distribution, answer)));
  }

  /** Whether the origin names the route's tag in the distribution's header. */
  private static boolean tagged(
      Route route,
      Map<String, String> ids,
      Distribution distribution,
      Optional<OriginAnswer> answer) {
    PathTemplate template = route.tag();
    String header = distribution.cacheTagHeader();
    if (template == null || header == null || answer.isEmpty()) {
      return false;
    }
    CacheTag tag = template.tag(ids);
    return answer.get().isTagged(header, tag.name());
  }

  private static List<Finding> findings(
      Route route, Explanation explanation, Distribution distribution, boolean tagged) {
    Optional<Boolean> kept = explanation.isKept();
    boolean wrong = explanation.answer().filter(OriginAnswer::isError).isPresent();
    boolean never = !explanation.match().behaviour().caches();
    if (kept.isEmpty() || (wrong && !never)) {
      return List.of(Finding.ORIGIN_NOT_KNOWN);
    }
    boolean keeps = kept.get() && !never;
    return switch (route.strategy()) {
      case INVALIDATE ->
          keeps
              ? ofPurge(route, explanation, distribution, tagged)
              : List.of(Finding.PURGE_OF_NOTHING);
      case EXPIRE ->
          !keeps
              ? List.of(Finding.NOTHING_KEPT)
              : List.of(seconds(explanation) > SLOW_SECONDS ? Finding.SLOW : Finding.FITS);
      case VERSION ->
          !keeps
              ? List.of(Finding.NOTHING_KEPT)
              : List.of(
                  queryStrings(explanation).includes(VERSION::equals)
                      ? Finding.FITS
                      : Finding.VERSION_NOT_IN_KEY);
      case UNCACHED -> List.of(keeps ? Finding.KEPT : Finding.FITS);
    };
  }

  private static List<Finding> ofPurge(
      Route route, Explanation explanation, Distribution distribution, boolean tagged) {
    var findings = new ArrayList<Finding>();
    boolean byTag = route.tag() != null && distribution.takesTags();
    if (byTag && !tagged) {
      findings.add(Finding.TAG_NOT_SENT);
    }
    if (leavesVariants(route, explanation.match().behaviour(), distribution)) {
      findings.add(Finding.VARIANTS_STAY);
    }
    if (route.tag() != null && !byTag) {
      findings.add(Finding.NO_TAGS);
    }
    if (seconds(explanation) <= SHORT_SECONDS) {
      findings.add(Finding.RUNS_OUT_SOONER);
    }
    if (findings.isEmpty()) {
      findings.add(byTag ? Finding.FITS_WITH_TAG : Finding.FITS);
    }
    return findings;
  }

  /**
   * Whether purging the route leaves stale objects of its path with other query strings. A tag
   * takes them along; and where the version alone is in the key, each has an address of its own,
   * and what an old one says stays right.
   */
  static boolean leavesVariants(Route route, Behaviour behaviour, Distribution distribution) {
    boolean byTag = route.tag() != null && distribution.takesTags();
    KeyPart queryStrings = behaviour.key().queryStrings();
    return behaviour.caches()
        && queryStrings.mode() != KeyPart.Mode.NONE
        && !queryStrings.equals(KeyPart.listed(VERSION))
        && !byTag
        && !route.queryVariants();
  }

  private static long seconds(Explanation explanation) {
    return explanation.edge().orElseThrow().seconds();
  }

  private static KeyPart queryStrings(Explanation explanation) {
    return explanation.match().behaviour().key().queryStrings();
  }
}
