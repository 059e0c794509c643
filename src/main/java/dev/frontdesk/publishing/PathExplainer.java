package dev.frontdesk.publishing;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Distributions;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.Strategy;
import dev.frontdesk.caching.Warning;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.RosterStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains how paths are cached, by the distribution as it is set up and by what the origin sends
 * when it is asked. Reads alone.
 */
public final class PathExplainer {
  private final Distributions distributions;
  private final RosterStore rosters;
  private final Prober prober;
  private final Ground ground;
  private final InstantSource time;

  public PathExplainer(
      Distributions distributions,
      RosterStore rosters,
      Prober prober,
      Ground ground,
      InstantSource time) {
    this.distributions = distributions;
    this.rosters = rosters;
    this.prober = prober;
    this.ground = ground;
    this.time = time;
  }

  /** The behaviours. Asks CloudFront where it has not been asked lately. Blocks. */
  public Distribution distribution() {
    return distributions.read();
  }

  /** The next question is answered by the distribution as it is set up then. */
  public void forget() {
    distributions.forget();
  }

  /**
   * Explains a path, and asks the origin for it once. Blocks.
   *
   * @param text a path, or an address of the edge or the origin
   * @throws dev.frontdesk.problem.ProblemException with {@code Invalid} where it is neither, or
   *     stands for many
   */
  public Explanation explain(String text) {
    Distribution distribution = distributions.read();
    String path = ground.path(text, distribution.names());
    Explanation explained = Explanation.of(path, distribution, ask(path));
    return routesOf(path).stream()
        .filter(route -> route.strategy() == Strategy.INVALIDATE)
        .filter(
            route -> RouteCheck.leavesVariants(route, explained.match().behaviour(), distribution))
        .findFirst()
        .map(route -> explained.with(new Warning.VariantsStay(route.path().text())))
        .orElse(explained);
  }

  /** The routes that a path belongs to. */
  private List<Route> routesOf(String path) {
    int question = path.indexOf('?');
    String bare = question < 0 ? path : path.substring(0, question);
    return ground.routes().stream().filter(route -> route.path().matches(bare)).toList();
  }

  /**
   * Checks each route of the connection by the first project and its first member, and asks the
   * origin once a route. Blocks.
   *
   * @return empty where there is no example: no project, or nobody in it
   */
  public Optional<List<RouteCheck>> checks() {
    if (ground.routes().isEmpty()) {
      return Optional.of(List.of());
    }
    Distribution distribution = distributions.read();
    return example()
        .map(ids ->
            ground.routes().stream()
                .map(route ->
                    RouteCheck.of(route, ids, distribution, ask(route.path().path(ids).wire())))
                .toList());
  }

  private Optional<Map<String, String>> example() {
    for (Project project : rosters.projects()) {
      List<Member> members = rosters.roster(project.id()).members();
      if (!members.isEmpty()) {
        return Optional.of(
            Map.of(Route.PROJECT_ID, project.id(), Route.MEMBER_ID, members.getFirst().id()));
      }
    }
    return Optional.empty();
  }

  /** Empty where nobody answers. */
  private Optional<OriginAnswer> ask(String path) {
    Prober.Reading reading = prober.origin(path);
    return reading.side().status() == 0
        ? Optional.empty()
        : Optional.of(
            new OriginAnswer(reading.side().status(), reading.headers().lines(), time.instant()));
  }
}
