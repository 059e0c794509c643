package dev.frontdesk.invalidation;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A path of the edge that a person asks about, be it written as a path or as an address. */
public final class AskedPath {
  private static final String SCHEME_END = "://";

  private AskedPath() {}

  /**
   * The path with its query string, spelled as a request has it. What stands behind a hash is left
   * out, for it never reaches the edge.
   *
   * @param text a path, or an address of http or https
   * @param names under which readers reach the edge, with a port where it is not the scheme's own
   * @param origin an address that will do as well; the path in it comes before the edge's, and is
   *     taken off; null where there is none
   * @throws ProblemException with {@code Invalid} where it is neither, or of another host
   */
  public static String of(String text, Collection<String> names, @Nullable URI origin) {
    String asked = text.strip();
    if (Spelling.isBroken(asked)) {
      throw invalid("path-broken", asked);
    }
    int hash = asked.indexOf('#');
    String sent = hash < 0 ? asked : asked.substring(0, hash);
    if (!sent.startsWith("/")) {
      sent = behindHost(asked, sent, new EdgeNames(names), origin);
    }
    return Spelling.withoutUnsafe(Spelling.withoutLonePercents(sent));
  }

  private static String behindHost(
      String asked, String address, EdgeNames names, @Nullable URI origin) {
    int end = address.indexOf(SCHEME_END);
    if (end <= 0) {
      throw invalid("path-no-slash", asked);
    }
    String scheme = address.substring(0, end).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw invalid("url-scheme", scheme);
    }
    String rest = address.substring(end + SCHEME_END.length());
    int path = 0;
    while (path < rest.length() && "/?".indexOf(rest.charAt(path)) < 0) {
      path++;
    }
    String authority = rest.substring(0, path);
    if (authority.isEmpty()) {
      throw invalid("url-no-host", asked);
    }
    String behind = rest.substring(path);
    if (names.have(scheme, authority)) {
      return rooted(behind);
    }
    if (origin == null) {
      throw new ProblemException(
          new Problem.Invalid("url-host", List.of(authority, names.toString())));
    }
    String prefix = origin.getRawPath();
    boolean isOrigin = new EdgeNames(List.of(origin.getRawAuthority())).have(scheme, authority);
    if (!isOrigin || !isBelow(behind, prefix)) {
      throw new ProblemException(
          new Problem.Invalid(
              "url-neither", List.of(authority, names.toString(), origin.toString())));
    }
    return rooted(behind.substring(prefix.length()));
  }

  private static boolean isBelow(String path, String prefix) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || "/?".indexOf(path.charAt(prefix.length())) >= 0);
  }

  private static String rooted(String behind) {
    return behind.startsWith("/") ? behind : "/" + behind;
  }

  private static ProblemException invalid(String rule, String text) {
    return new ProblemException(new Problem.Invalid(rule, text));
  }
}
