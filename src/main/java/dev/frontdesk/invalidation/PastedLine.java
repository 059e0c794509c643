package dev.frontdesk.invalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line taken apart: prose, cells of a spreadsheet, or a line of a log.
 *
 * @param things what is to be read, in its order: what looks like something to purge; where nothing
 *     does, the line as one; of a single word that word, whatever it is. Empty for a blank line.
 * @param rest whether something else is in the line
 */
record PastedLine(List<Thing> things, boolean rest) {
  /**
   * One thing in a line.
   *
   * @param cut whether punctuation was taken off its end that might belong to it
   */
  record Thing(String text, boolean cut) {
    private Thing(String text) {
      this(text, false);
    }
  }

  private static final PastedLine BLANK = new PastedLine(List.of(), false);

  /** The request in a line of a web server's log, in Common or Combined Log Format. */
  private static final Pattern REQUEST = Pattern.compile("\"[A-Z]+ (\\S+) HTTP/[0-9.]+\"");

  /** The two lines at the head of a CloudFront log, which would otherwise look like tags. */
  private static final Pattern LOG_HEAD = Pattern.compile("#(Version|Fields):\\s.*");

  /** Between the cells of a spreadsheet, or of a table in plain text. */
  private static final Pattern CELL = Pattern.compile("\t|(?<!\\S)\\|(?!\\S)");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

  /**
   * The end of a name of a file as web servers hold them. Any dot in a word would not do: versions
   * and people's names have one as well.
   */
  private static final Pattern FILE =
      Pattern.compile(
          "(?i).+\\.(avif|css|csv|docx?|eot|gif|gz|html?|ico|jpe?g|js|json|map|md|mp[34]|otf|pdf"
              + "|png|pptx?|svg|tar|tiff?|ttf|txt|wasm|webm|webp|woff2?|xlsx?|xml|zip)");

  /** A path, or an address with one, whose last word is not at its end. */
  private static final Pattern MAY_GO_ON =
      Pattern.compile("((?i)https?://[^/?#*]+)?(/[^/?#*]+)+|[^/?#*]+(/[^/?#*]+)+");

  /**
   * Where cs-uri-stem and cs-uri-query stand (CloudFront Developer Guide, Standard logging
   * reference, Log file fields). Referrer and cookies beside them may look like things to purge.
   */
  private static final int LOGGED_PATH = 7;

  private static final int LOGGED_QUERY = 11;

  private static final String SEPARATORS = ",;|";

  /** What ends a thing in a list. */
  private static final String LISTING = ",;";

  /** What may stand in a path of all that is taken off the end of a word. */
  private static final String ENDING = ",;.:!)";

  private static final String OPENING = "\"'`“‘«<([{";
  private static final String CLOSING = "\"'`”’»>)]}";
  private static final String QUOTES = "\"'`“‘«";

  static PastedLine of(String line, EdgeNames names) {
    if (line.indexOf('\t') >= 0) {
      String[] fields = line.split("\t", -1);
      if (fields.length > LOGGED_QUERY
          && DATE.matcher(fields[0]).matches()
          && fields[LOGGED_PATH].startsWith("/")) {
        String query = fields[LOGGED_QUERY].equals("-") ? "" : "?" + fields[LOGGED_QUERY];
        return new PastedLine(List.of(new Thing(fields[LOGGED_PATH] + query)), true);
      }
    }
    if (line.startsWith("#") && LOG_HEAD.matcher(line).matches()) {
      return BLANK;
    }
    if (line.indexOf('"') >= 0) {
      Matcher request = REQUEST.matcher(line);
      if (request.find() && looksLikeOne(request.group(1), 0, names)) {
        return new PastedLine(List.of(new Thing(request.group(1))), true);
      }
    }
    boolean cells =
        (line.indexOf('\t') >= 0 || line.indexOf('|') >= 0) && CELL.matcher(line).find();
    return cells ? ofCells(line, names) : ofWords(line, names);
  }

  /** Each cell is one of its own; empty ones are none. */
  private static PastedLine ofCells(String line, EdgeNames names) {
    var things = new ArrayList<Thing>();
    int filled = 0;
    boolean rest = false;
    PastedLine last = BLANK;
    for (String cell : CELL.split(line)) {
      PastedLine taken = ofWords(cell, names);
      if (!taken.things.isEmpty()) {
        filled++;
        last = taken;
      }
      rest |= taken.rest;
      taken.things.stream().filter(each -> looksLikeOne(each.text, 0, names)).forEach(things::add);
    }
    if (things.isEmpty()) {
      return filled > 1 ? new PastedLine(List.of(new Thing(line.strip())), true) : last;
    }
    return new PastedLine(things, rest || things.size() < filled);
  }

  private static PastedLine ofWords(String line, EdgeNames names) {
    List<String> words = words(line, names);
    if (words.isEmpty()) {
      return BLANK;
    }
    if (words.size() == 1) {
      String thing = trimmed(words.getFirst(), LISTING);
      return new PastedLine(List.of(new Thing(thing, isCut(words.getFirst(), thing, ""))), false);
    }
    var things = new ArrayList<Thing>();
    String only = null;
    for (int i = 0; i < words.size(); i++) {
      String thing = trimmed(words.get(i), LISTING + ".:!)>]}");
      if (looksLikeOne(thing, 0, names)) {
        boolean listed =
            i + 1 < words.size() && looksLikeOne(trimmed(words.get(i + 1), ""), 0, names);
        things.add(new Thing(thing, isCut(words.get(i), thing, listed ? LISTING : "")));
        only = things.size() == 1 && words.get(i).equals(thing) ? thing : null;
      }
    }
    if (things.isEmpty()) {
      return new PastedLine(List.of(new Thing(line.strip())), true);
    }
    String whole = withBlanks(line, things);
    if (whole != null) {
      return new PastedLine(List.of(new Thing(whole)), false);
    }
    String file = only == null ? null : withFile(line, only);
    return file == null
        ? new PastedLine(things, things.size() < words.size())
        : new PastedLine(List.of(new Thing(file)), true);
  }

  /**
   * A path in a line with the words behind it up to one that ends as files do, for {@code see /my
   * file.pdf}: {@code /my} is what nobody asked to purge. Null where none does, or anything but
   * blanks stands between; and where the path is at its end, being a file, a folder or a wildcard.
   */
  private static @Nullable String withFile(String line, String path) {
    if (!MAY_GO_ON.matcher(path).matches() || FILE.matcher(path).matches()) {
      return null;
    }
    int from = line.indexOf(path);
    while (from > 0 && !isGap(line.charAt(from - 1))) {
      from = line.indexOf(path, from + 1);
    }
    int at = from < 0 ? line.length() : from + path.length();
    while (at < line.length() && isGap(line.charAt(at))) {
      int word = at;
      while (word < line.length() && isGap(line.charAt(word))) {
        word++;
      }
      at = word;
      while (at < line.length()
          && !isGap(line.charAt(at))
          && SEPARATORS.indexOf(line.charAt(at)) < 0) {
        at++;
      }
      String found = line.substring(word, at);
      String bare = trimmed(found, LISTING + ".:!)>]}");
      if (FILE.matcher(bare).matches()) {
        return plain(line.substring(from, word + found.indexOf(bare) + bare.length()));
      }
      if (!bare.equals(found)) {
        return null;
      }
    }
    return null;
  }

  /** With plain blanks, whatever stood there. */
  private static String plain(String text) {
    var spelled = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      spelled.append(isGap(text.charAt(i)) ? ' ' : text.charAt(i));
    }
    return spelled.toString();
  }

  /**
   * The line as one path or address with blanks in it: it begins with one, a plain blank stands
   * behind that, and nothing else in the line looks like one. What stands there may as well be a
   * remark; but to take the path's first word for the path would purge something else. Null where
   * it is not so.
   */
  private static @Nullable String withBlanks(String line, List<Thing> things) {
    int from = 0;
    int to = line.length();
    while (isGap(line.charAt(from))) {
      from++;
    }
    while (isGap(line.charAt(to - 1))) {
      to--;
    }
    String whole = trimmed(line.substring(from, to), LISTING);
    String first = things.getFirst().text;
    boolean alone = things.size() == 1 && !first.startsWith("#") && whole.startsWith(first);
    if (!alone || whole.length() == first.length() || !isGap(whole.charAt(first.length()))) {
      return null;
    }
    return plain(whole);
  }

  /** Whether of the end of a word something was taken off that may stand at the end of a path. */
  private static boolean isCut(String word, String thing, String separators) {
    int end = word.lastIndexOf(thing) + thing.length();
    return word.substring(end)
        .chars()
        .anyMatch(c -> ENDING.indexOf(c) >= 0 && separators.indexOf(c) < 0);
  }

  /** Whether a path, a tag or an address begins there. */
  static boolean looksLikeOne(String text, int at, EdgeNames names) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c == '/'
        || c == '#'
        || ((c | 0x20) == 'h' && SCHEME.matcher(text).region(at, text.length()).lookingAt())
        || names.beginAt(text, at);
  }

  private static List<String> words(String line, EdgeNames names) {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < line.length()) {
      if (isGap(line.charAt(at)) || SEPARATORS.indexOf(line.charAt(at)) >= 0) {
        at++;
        continue;
      }
      int end = quotedEnd(line, at, names);
      if (end < 0) {
        end = wordEnd(line, at, names);
      }
      String word = line.substring(at, end);
      if (!trimmed(word, LISTING).isEmpty()) {
        words.add(word);
      }
      at = end;
    }
    return words;
  }

  /** A thing as one word of a line, whatever blanks are in it. */
  static String word(String thing) {
    return thing.chars().anyMatch(c -> isGap((char) c)) ? '"' + thing + '"' : thing;
  }

  private static boolean isGap(char c) {
    // The last two come along unseen from web pages and files.
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  /** The end of a quoted cell with one thing in it, blanks and all; below 0 where none begins. */
  private static int quotedEnd(String line, int at, EdgeNames names) {
    int quote = QUOTES.indexOf(line.charAt(at));
    if (quote < 0 || !looksLikeOne(line, at + 1, names)) {
      return -1;
    }
    int end = line.indexOf(CLOSING.charAt(quote), at + 1);
    for (int i = at + 2; i < end; i++) {
      if (splits(line, i, names)) {
        return -1;
      }
    }
    return end < 0 ? -1 : end + 1;
  }

  private static int wordEnd(String line, int at, EdgeNames names) {
    int end = at + 1;
    while (end < line.length() && !isGap(line.charAt(end))) {
      if (splits(line, end, names)) {
        return end;
      }
      end++;
    }
    return end;
  }

  /** Whether a blank, comma, semicolon or bar stands there, and a thing to purge behind it. */
  private static boolean splits(String line, int at, EdgeNames names) {
    char c = line.charAt(at);
    if (SEPARATORS.indexOf(c) < 0 && !isGap(c)) {
      return false;
    }
    int next = at + 1;
    if (next < line.length() && OPENING.indexOf(line.charAt(next)) >= 0) {
      next++;
    }
    return looksLikeOne(line, next, names);
  }

  /** Without quotes and brackets around it, and without the punctuation at its end. */
  static String trimmed(String word, String punctuation) {
    int from = 0;
    int to = word.length();
    boolean shorter = true;
    while (shorter && from < to) {
      shorter = true;
      int opened = OPENING.indexOf(word.charAt(from));
      char last = word.charAt(to - 1);
      boolean opens = last == ')' && word.indexOf('(') >= from;
      if (last == '"' || (punctuation.indexOf(last) >= 0 && !opens)) {
        to--;
      } else if (opened >= 0) {
        from++;
        to -= from < to && last == CLOSING.charAt(opened) ? 1 : 0;
      } else {
        shorter = false;
      }
    }
    return word.substring(from, to);
  }
}
