package dev.frontdesk.invalidation;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for ids in it: {@code /projects/{projectId}/members}. It serves for paths,
 * tags and the keys of tables.
 */
public record PathTemplate(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

  /** What a path segment carries as it is: RFC 3986 pchar without the tilde, see CachePath. */
  private static final String PLAIN = "-._!$&'()+,;=:@";

  /** The names of its places, in their order. */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    places().forEach(place -> names.add(place.group(1)));
    return names;
  }

  /** Where its places stand, in their order; group 1 is the name. */
  List<MatchResult> places() {
    return PLACE.matcher(text).results().toList();
  }

  /**
   * The path with each id encoded so that it stays one segment.
   *
   * @throws ProblemException with {@code Invalid} where an id cannot be said to CloudFront
   */
  public CachePath path(Map<String, String> ids) {
    return new CachePath(filled(ids, PathTemplate::encoded));
  }

  /**
   * Whether it is this template's path for some ids.
   *
   * @param path without a query string
   */
  public boolean matches(String path) {
    return TemplateParts.of(this).ids(path) != null;
  }

  /** The tag, its ids as they are. */
  public CacheTag tag(Map<String, String> ids) {
    return new CacheTag(filled(ids, UnaryOperator.identity()));
  }

  /** The text with the ids in their places, as they are. */
  public String fill(Map<String, String> ids) {
    return filled(ids, UnaryOperator.identity());
  }

  private String filled(Map<String, String> ids, UnaryOperator<String> encoding) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> {
          String id = ids.get(place.group(1));
          if (id == null) {
            throw new ProblemException(
                new Problem.Invalid("template-variable", text, place.group(1)));
          }
          return Matcher.quoteReplacement(encoding.apply(id));
        });
  }

  /**
   * Encodes what is not ASCII, what RFC 1738 calls unsafe, and what would change the path's shape:
   * slash, question mark, and a star that could be read as a wildcard. A tilde stays, for CachePath
   * to refuse.
   */
  public static String encoded(String id) {
    StringBuilder path = new StringBuilder();
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c < 127 && Character.isLetterOrDigit(c)) || PLAIN.indexOf(c) >= 0 || c == '~') {
        path.append(c);
      } else {
        path.append('%').append("%02X".formatted((int) c));
      }
    }
    return path.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
