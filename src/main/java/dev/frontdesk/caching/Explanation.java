package dev.frontdesk.caching;

import dev.frontdesk.caching.PathPattern.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a path is cached, and why.
 *
 * @param path as it was asked for, with its query string
 * @param match which behaviour has it
 * @param answer what the origin sends for it; empty where that is not known
 * @param edge how long the edge keeps the answer; empty where that hangs on what is not known
 * @param stale how long the edge may serve it beyond that; empty where the origin's answer is not
 *     known
 * @param browser what browsers may do; empty where the origin's answer is not known
 * @param warnings in the order of their weight
 */
public record Explanation(
    String path,
    Match match,
    Optional<OriginAnswer> answer,
    Optional<EffectiveTtl> edge,
    Optional<StaleUse> stale,
    Optional<BrowserCache> browser,
    List<Warning> warnings) {
  public Explanation {
    warnings = List.copyOf(warnings);
  }

  /**
   * The first behaviour that matches.
   *
   * @param passed those before it, and why they do not match
   * @param after how many behind it are not looked at
   */
  public record Match(List<Passed> passed, Behaviour behaviour, int after) {
    public Match {
      passed = List.copyOf(passed);
    }

    /** Its place in the matching order, from 1. */
    public int number() {
      return passed.size() + 1;
    }

    /**
     * @param behaviours in matching order, the default one last
     * @param path without its query string
     */
    static Match of(List<Behaviour> behaviours, String path) {
      Behaviour chosen = Behaviour.of(behaviours, path);
      var passed = new ArrayList<Passed>();
      for (Behaviour behaviour : behaviours) {
        Optional<Mismatch> why = new PathPattern(behaviour.pathPattern()).mismatch(path);
        if (why.isEmpty()) {
          break;
        }
        passed.add(new Passed(behaviour, why.get()));
      }
      return new Match(passed, chosen, behaviours.size() - passed.size() - 1);
    }
  }

  /** A behaviour that does not match, and why. */
  public record Passed(Behaviour behaviour, Mismatch why) {}

  /**
   * Explains a path.
   *
   * @param path with a slash at its beginning, and with its query string if it has one
   * @param answer what the origin sends for exactly that; empty where it is not known
   */
  public static Explanation of(
      String path, Distribution distribution, Optional<OriginAnswer> answer) {
    int question = path.indexOf('?');
    Match match =
        Match.of(distribution.behaviours(), question < 0 ? path : path.substring(0, question));
    Behaviour behaviour = match.behaviour();
    Optional<EffectiveTtl> edge =
        answer
            .map(told ->
                EffectiveTtl.of(
                    behaviour,
                    told.status(),
                    told.lifetime(),
                    told.tokens("vary").contains("*"),
                    distribution.errors().seconds(told.status())))
            .or(() -> EffectiveTtl.ofNothingKept(behaviour));
    Optional<StaleUse> stale =
        answer.flatMap(told ->
            edge.map(ttl -> StaleUse.of(behaviour, told.status(), told.lifetime().control(), ttl)));
    return new Explanation(
        path,
        match,
        answer,
        edge,
        stale,
        answer.map(OriginAnswer::lifetime).map(BrowserCache::of),
        warnings(behaviour, distribution, answer, edge, stale));
  }

  /** The same with one more warning. */
  public Explanation with(Warning warning) {
    var more = new ArrayList<>(warnings);
    more.add(warning);
    return new Explanation(path, match, answer, edge, stale, browser, more);
  }

  /** Whether the answer is kept for any time at all; empty where that is not known. */
  public Optional<Boolean> isKept() {
    return stale
        .map(use -> use.revalidating().untilSeconds() > 0)
        .or(() -> edge.map(ttl -> ttl.cached() && ttl.seconds() > 0));
  }

  private static List<Warning> warnings(
      Behaviour behaviour,
      Distribution distribution,
      Optional<OriginAnswer> answer,
      Optional<EffectiveTtl> edge,
      Optional<StaleUse> stale) {
    var warnings = new ArrayList<Warning>();
    if (!behaviour.caches()) {
      return warnings;
    }
    long minimum = behaviour.ttl().minimumSeconds();
    boolean error = answer.filter(OriginAnswer::isError).isPresent();
    // Of an error no Minimum TTL counts: the answer in hand says nothing against the origin's word.
    if (minimum > 0 && !error) {
      boolean now = edge.filter(EffectiveTtl::overrulesOrigin).isPresent();
      warnings.add(new Warning.MinimumOverridesOrigin(minimum, now, safer(distribution)));
    }
    if (behaviour.authorization() == Authorization.OUTSIDE_KEY) {
      warnings.add(new Warning.AuthorizationOutsideKey());
    }
    boolean kept = stale.filter(use -> use.revalidating().untilSeconds() > 0).isPresent();
    if (kept && behaviour.passesCookies() && answer.filter(Explanation::givesCookie).isPresent()) {
      warnings.add(new Warning.CookieKept());
    }
    stale
        .map(use -> use.revalidating().untilSeconds())
        .filter(until -> until > Warning.LONG_SECONDS)
        .ifPresent(until ->
            warnings.add(new Warning.LongTtl(until, until > edge.orElseThrow().seconds())));
    return warnings;
  }

  /** Whether a cookie comes with it that would be kept with it. */
  private static boolean givesCookie(OriginAnswer answer) {
    return answer.setsCookie() && !answer.lifetime().control().leavesCookiesOut();
  }

  private static Optional<String> safer(Distribution distribution) {
    return distribution.behaviours().stream()
        .filter(each -> each.caches() && !each.isLegacy() && each.ttl().minimumSeconds() == 0)
        .map(Behaviour::policyTitle)
        .findFirst();
  }
}
