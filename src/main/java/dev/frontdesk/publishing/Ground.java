package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.AskedPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection says of where readers ask.
 *
 * @param hosts under which readers reach the edge, beside the distribution's own names
 * @param origin null where it has no address
 */
public record Ground(List<Route> routes, Set<String> hosts, @Nullable URI origin) {
  public Ground {
    routes = List.copyOf(routes);
    hosts = Set.copyOf(hosts);
  }

  /**
   * The path that a person asks about, as a request has it.
   *
   * @param text a path, or an address of the edge or the origin
   * @param names of the distribution itself
   * @throws dev.frontdesk.problem.ProblemException with {@code Invalid} where it is neither
   */
  String path(String text, Collection<String> names) {
    List<String> all = new ArrayList<>(names);
    all.addAll(hosts);
    return AskedPath.of(text, all, origin);
  }
}
