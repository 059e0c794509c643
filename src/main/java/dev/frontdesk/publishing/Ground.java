package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.AskedPath;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
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

  /** Whether a text may be an address, to know which takes the distribution's names. */
  static boolean needsNames(String text) {
    String asked = text.strip();
    return !asked.isEmpty() && !asked.startsWith("/") && !asked.startsWith("#");
  }

  /**
   * The one path that a person asks about, as a request has it.
   *
   * @param text a path, or an address of the edge or the origin
   * @param names of the distribution itself; none where the text needs none
   * @throws ProblemException with {@code Invalid} where it is neither, or stands for many
   */
  String path(String text, Collection<String> names) {
    String asked = text.strip();
    if (asked.isEmpty()) {
      throw invalid("asked-empty", asked);
    }
    if (asked.startsWith("#")) {
      throw invalid("asked-tag", asked);
    }
    if (asked.endsWith("*")) {
      throw invalid("asked-wildcard", asked);
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(hosts);
    return AskedPath.of(asked, all, origin);
  }

  private static ProblemException invalid(String rule, String text) {
    return new ProblemException(new Problem.Invalid(rule, text));
  }
}
