package dev.frontdesk.invalidation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template taken apart, to find the ids in a path and to put them into a tag a million times.
 *
 * @param literals what stands before, between and behind the places; one more than there are places
 * @param names of the places, in their order
 */
record TemplateParts(List<String> literals, List<String> names) {

  /**
   * How a text was read to its end.
   *
   * @param missing what the template has behind it, without a place
   * @param endsInId whether the text ends in an id, of which there may be more
   */
  private record Walk(List<String> ids, String missing, boolean endsInId) {}

  static TemplateParts of(PathTemplate template) {
    var literals = new ArrayList<String>();
    var names = new ArrayList<String>();
    int at = 0;
    for (var place : template.places()) {
      literals.add(template.text().substring(at, place.start()));
      names.add(place.group(1));
      at = place.end();
    }
    literals.add(template.text().substring(at));
    return new TemplateParts(literals, names);
  }

  /**
   * The ids in a path, decoded, in the order of the places; null where it is none of this
   * template's.
   *
   * @param path without a query string
   */
  @Nullable List<String> ids(String path) {
    Walk walk = path.startsWith(literals.getFirst()) ? walk(path) : null;
    return walk != null && walk.missing.isEmpty() ? walk.ids : null;
  }

  /** The path that begins so, where its beginning has all the ids; null where there is none. */
  @Nullable String completed(String stem) {
    Walk walk = walk(stem);
    return walk == null || walk.endsInId ? null : stem + walk.missing;
  }

  /**
   * The text with the ids of another template, which has all its places.
   *
   * @param ids in the order of the other one's places
   */
  String fill(TemplateParts other, List<String> ids) {
    var text = new StringBuilder(literals.getFirst());
    for (int i = 0; i < names.size(); i++) {
      text.append(ids.get(other.names.indexOf(names.get(i)))).append(literals.get(i + 1));
    }
    return text.toString();
  }

  private @Nullable Walk walk(String text) {
    var ids = new ArrayList<String>(names.size());
    int at = 0;
    boolean endsInId = false;
    for (int i = 0; i < names.size(); i++) {
      String literal = literals.get(i);
      if (!text.startsWith(literal, at)) {
        return null;
      }
      at += literal.length();
      int end = idEnd(text, at, literals.get(i + 1));
      String id = decoded(text.substring(at, end));
      int same = names.indexOf(names.get(i));
      if (id.isEmpty() || (same < i && !ids.get(same).equals(id))) {
        return null;
      }
      ids.add(id);
      endsInId = end == text.length();
      at = end;
    }
    String rest = text.substring(at);
    return literals.getLast().startsWith(rest)
        ? new Walk(ids, literals.getLast().substring(rest.length()), endsInId)
        : null;
  }

  /** An id is one segment, or what of it stands before the literal. */
  private static int idEnd(String text, int from, String literal) {
    int slash = text.indexOf('/', from);
    int end = slash < 0 ? text.length() : slash;
    int behind = literal.isEmpty() ? -1 : text.indexOf(literal, from);
    return behind >= 0 && behind < end ? behind : end;
  }

  private static String decoded(String segment) {
    return segment.indexOf('%') < 0
        ? segment
        : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
