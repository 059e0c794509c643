package dev.frontdesk.invalidation;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.invalidation.PastedItem.Note;
import dev.frontdesk.invalidation.PastedItem.Reading;
import dev.frontdesk.invalidation.PastedItem.Sendable;
import dev.frontdesk.invalidation.PastedItem.Wrong;
import dev.frontdesk.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person pasted to be purged, and says of each thing that CloudFront would refuse, or
 * take and match with nothing, what is wrong with it (CloudFront Developer Guide, "Specify the
 * files to invalidate" and "Invalidate by tags").
 */
public final class PurgeReader {
  /** A sentence does not show more of a text, in characters. */
  private static final int SHOWN = 160;

  private final boolean takesTags;
  private final EdgeNames names;
  private final QueryKeys keys;

  /**
   * @param hosts the edge's names, with a port where it is not the scheme's own; those of the
   *     distribution count as well
   */
  public PurgeReader(Distribution distribution, Set<String> hosts) {
    var all = new ArrayList<>(distribution.names());
    all.addAll(new TreeSet<>(hosts));
    this.takesTags = distribution.takesTags();
    this.names = new EdgeNames(all);
    this.keys = new QueryKeys(distribution.behaviours());
  }

  /** Reads a text of several lines, each with one thing or several. Never throws. */
  public List<PastedItem> read(String text) {
    var items = new ArrayList<PastedItem>();
    int number = 1;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (c == '\n' || c == '\r') {
        readLine(number++, text.substring(from, i), items);
        boolean both = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
        i += both ? 1 : 0;
        from = i + 1;
      }
    }
    return items;
  }

  private void readLine(int number, String line, List<PastedItem> items) {
    var taken = PastedLine.of(line, names);
    for (PastedLine.Thing thing : taken.things()) {
      String text = thing.text();
      boolean nothing = taken.rest() && !PastedLine.looksLikeOne(text, 0, names);
      Reading reading = nothing ? wrong("paste-nothing", text, null) : reading(text);
      if (reading instanceof Sendable(var item, var notes) && (taken.rest() || thing.cut())) {
        var all = EnumSet.noneOf(Note.class);
        all.addAll(notes);
        if (thing.cut()) {
          all.add(Note.END_TAKEN_OFF);
        }
        if (taken.rest()) {
          all.add(Note.REST_LEFT_OUT);
        }
        reading = new Sendable(item, all);
      }
      items.add(new PastedItem(number, text, reading));
    }
  }

  /**
   * Reads exactly one thing, as an argument of a command. Never throws.
   *
   * @param number its place among the arguments, from 1
   */
  public PastedItem readOne(int number, String text) {
    String thing = PastedLine.trimmed(text.strip(), "");
    return new PastedItem(number, thing, reading(thing));
  }

  private Reading reading(String text) {
    if (text.startsWith("#")) {
      return tag(text);
    }
    int colon = text.indexOf("://");
    if (colon > 0 && text.substring(0, colon).chars().allMatch(PurgeReader::inScheme)) {
      return address(text, text.substring(0, colon).toLowerCase(Locale.ROOT), colon + 3);
    }
    int slashes = text.startsWith("//") ? 2 : 0;
    String authority = text.substring(slashes, authorityEnd(text, slashes));
    if (names.haveBare(authority)) {
      String behind = from(text, slashes + authority.length());
      // With slashes it may be a path, with an at sign somebody's e-mail address.
      return slashes == 0 && authority.indexOf('@') < 0
          ? path(behind, EnumSet.of(Note.HOST_TAKEN_OFF))
          : wrong("url-no-scheme", text, behind);
    }
    if (text.startsWith("/")) {
      return path(text, EnumSet.noneOf(Note.class));
    }
    // Alone it may be a file: robots.txt.
    if (authority.length() < text.length() && EdgeNames.isHostLike(authority)) {
      return ofOtherHost("host-other", authority);
    }
    return wrong("path-no-slash", text, text.isEmpty() ? null : "/" + text);
  }

  private Wrong ofOtherHost(String rule, String authority) {
    return new Wrong(new Problem.Invalid(rule, List.of(shown(authority), names.toString())), null);
  }

  private static boolean inScheme(int c) {
    return c < 127 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
  }

  private static int authorityEnd(String text, int from) {
    int end = from;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** What stands behind the host, as a path. */
  private static String from(String text, int end) {
    String rest = text.substring(end);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private Reading address(String text, String scheme, int host) {
    int end = authorityEnd(text, host);
    String authority = text.substring(host, end);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (names.have(web ? scheme : "https", authority)) {
      return web
          ? path(from(text, end), EnumSet.of(Note.HOST_TAKEN_OFF))
          : wrong("url-scheme", scheme, from(text, end));
    }
    return authority.isEmpty()
        ? wrong("url-no-host", text, null)
        : ofOtherHost("url-host", authority);
  }

  private Reading path(String pasted, EnumSet<Note> notes) {
    String text = pasted;
    int hash = text.indexOf('#');
    if (hash >= 0) {
      return wrong("path-fragment", text, text.substring(0, hash));
    }
    if (Spelling.isBroken(text)) {
      return wrong("path-broken", text, null);
    }
    int question = text.indexOf('?');
    int star = text.indexOf('*');
    if (question >= 0 && star > question && text.endsWith("*")) {
      String path = text.substring(0, question);
      String spelled = Spelling.withoutUnsafe(path);
      if (!keys.vary(spelled)) {
        // Whatever the query strings: the path has one object for all of them.
        notes.add(Note.QUERY_TAKEN_OFF);
        text = path;
      } else if (star == text.length() - 1
          && !keys.canBegin(spelled, text.substring(question + 1, star))) {
        // Which of its variants those query strings lead to cannot be told: all of them are meant.
        return wrong("query-not-keyed", text, path);
      }
    } else if (question >= 0 && !text.endsWith("*")) {
      String path = text.substring(0, question);
      String query = text.substring(question + 1);
      String keyed = query.isEmpty() ? null : keys.keyed(Spelling.withoutUnsafe(path), query);
      if (star >= 0 && (star < question || (keyed != null && keyed.indexOf('*') >= 0))) {
        return wrong("path-star", text, wildcard(text, star));
      }
      if (keyed != null) {
        notes.add(Note.VARIANT);
      }
      if (!query.equals(keyed)) {
        notes.add(Note.QUERY_TAKEN_OFF);
      }
      text = keyed == null ? path : path + "?" + keyed;
    }
    String wire = Spelling.withoutForeign(text);
    String rule = CachePath.broken(wire);
    if (rule != null) {
      // Of a blank it is not sure whether the path goes on behind it.
      boolean isBlank = rule.equals("path-unencoded") && wire.indexOf(' ') >= 0;
      return wrong(isBlank ? "path-blank" : rule, text, mended(rule, wire));
    }
    String plain = Spelling.withoutNeedless(wire);
    if (!plain.equals(wire)) {
      return wrong("path-over-encoded", text, plain);
    }
    if (!wire.equals(text)) {
      notes.add(Note.ENCODED);
    }
    return new Sendable(new CachePath(wire), notes);
  }

  /** What a broken path was probably meant to be; null where nobody can tell. */
  private static @Nullable String mended(String rule, String wire) {
    return switch (rule) {
      case "path-star" -> wildcard(wire, wire.indexOf('*'));
      case "path-percent" -> Spelling.withoutLonePercents(wire);
      case "path-unencoded" -> Spelling.withoutUnsafe(wire);
      case "path-tilde" -> wildcard(wire, CachePath.tilde(wire));
      default -> null;
    };
  }

  /** The wildcard over what stands before; null for that over everything, which nobody means. */
  private static @Nullable String wildcard(String text, int end) {
    return end <= 1 ? null : text.substring(0, end) + "*";
  }

  private Reading tag(String text) {
    String name = text.substring(1);
    if (!takesTags) {
      return wrong("tag-not-taken", text, null);
    }
    String rule = CacheTag.broken(name);
    if (rule != null) {
      return new Wrong(
          new Problem.Invalid(rule, shown(text)), rule.equals("tag-comma") ? split(name) : null);
    }
    return new Sendable(new CacheTag(name), Set.of());
  }

  /** The tags of a list that begins with one hash; null where not all of them are tags. */
  private @Nullable String split(String list) {
    var tags = new ArrayList<String>();
    for (String name : list.split(",")) {
      String bare = name.strip().replaceFirst("^#", "");
      if (CacheTag.broken(bare) != null) {
        return null;
      }
      tags.add("#" + bare);
    }
    String line = String.join(" ", tags);
    return !tags.isEmpty()
            && PastedLine.of(line, names).things().stream()
                .map(PastedLine.Thing::text)
                .toList()
                .equals(tags)
        ? line
        : null;
  }

  /**
   * @param meant what was probably meant, as a person would write it; where that is wrong as well,
   *     it counts what was meant by it
   */
  private Wrong wrong(String rule, String text, @Nullable String meant) {
    String instead =
        switch (meant == null ? null : reading(meant)) {
          case Sendable(var item, _) -> item.wire();
          case Wrong again -> again.instead();
          case null -> null;
        };
    return new Wrong(new Problem.Invalid(rule, shown(text)), instead);
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }
}
