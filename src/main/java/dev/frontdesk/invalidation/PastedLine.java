package dev.frontdesk.invalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line taken apart: prose, cells of a spreadsheet, or a line of a log.
 *
 * @param things what is to be read, in its order: what looks like something to purge; where nothing
 *     does, the line as one; of a single word that word, whatever it is. Empty for a blank line.
 * @param rest whether something else is in the line
 */
record PastedLine(List<String> things, boolean rest) {
  private static final PastedLine BLANK = new PastedLine(List.of(), false);

  /** The request in a line of a web server's log, in Common or Combined Log Format. */
  private static final Pattern REQUEST = Pattern.compile("\"[A-Z]+ (\\S+) HTTP/[0-9.]+\"");

  /** The two lines at the head of a CloudFront log, which would otherwise look like tags. */
  private static final Pattern LOG_HEAD = Pattern.compile("#(Version|Fields):\\s.*");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

  /**
   * Where cs-uri-stem and cs-uri-query stand (CloudFront Developer Guide, Standard logging
   * reference, Log file fields). Referrer and cookies beside them may look like things to purge.
   */
  private static final int LOGGED_PATH = 7;

  private static final int LOGGED_QUERY = 11;

  private static final String SEPARATORS = ",;|";
  private static final String OPENING = "\"'`“‘«<([{";
  private static final String CLOSING = "\"'`”’»>)]}";
  private static final String QUOTES = "\"'`“‘«";

  static PastedLine of(String line) {
    if (line.indexOf('\t') >= 0) {
      String[] fields = line.split("\t", -1);
      if (fields.length > LOGGED_QUERY
          && DATE.matcher(fields[0]).matches()
          && fields[LOGGED_PATH].startsWith("/")) {
        String query = fields[LOGGED_QUERY].equals("-") ? "" : "?" + fields[LOGGED_QUERY];
        return new PastedLine(List.of(fields[LOGGED_PATH] + query), true);
      }
    }
    if (line.startsWith("#") && LOG_HEAD.matcher(line).matches()) {
      return BLANK;
    }
    if (line.indexOf('"') >= 0) {
      Matcher request = REQUEST.matcher(line);
      if (request.find() && looksLikeOne(request.group(1), 0)) {
        return new PastedLine(List.of(request.group(1)), true);
      }
    }
    return ofWords(words(line), line);
  }

  private static PastedLine ofWords(List<String> words, String line) {
    if (words.size() == 1) {
      return new PastedLine(List.of(trimmed(words.getFirst(), ",;")), false);
    }
    var things = new ArrayList<String>();
    for (String word : words) {
      String thing = trimmed(word, ",;.:!)>]}");
      if (looksLikeOne(thing, 0)) {
        things.add(thing);
      }
    }
    if (words.isEmpty()) {
      return BLANK;
    }
    return things.isEmpty()
        ? new PastedLine(List.of(line.strip()), true)
        : new PastedLine(things, things.size() < words.size());
  }

  /** Whether a path, a tag or an address begins there. */
  static boolean looksLikeOne(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c == '/'
        || c == '#'
        || ((c | 0x20) == 'h' && SCHEME.matcher(text).region(at, text.length()).lookingAt());
  }

  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < line.length()) {
      if (isGap(line.charAt(at)) || SEPARATORS.indexOf(line.charAt(at)) >= 0) {
        at++;
        continue;
      }
      int end = quotedEnd(line, at);
      if (end < 0) {
        end = wordEnd(line, at);
      }
      String word = line.substring(at, end);
      if (!trimmed(word, ",;").isEmpty()) {
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
  private static int quotedEnd(String line, int at) {
    int quote = QUOTES.indexOf(line.charAt(at));
    if (quote < 0 || !looksLikeOne(line, at + 1)) {
      return -1;
    }
    int end = line.indexOf(CLOSING.charAt(quote), at + 1);
    for (int i = at + 2; i < end; i++) {
      if (splits(line, i)) {
        return -1;
      }
    }
    return end < 0 ? -1 : end + 1;
  }

  private static int wordEnd(String line, int at) {
    int end = at + 1;
    while (end < line.length() && !isGap(line.charAt(end))) {
      if (splits(line, end)) {
        return end + 1;
      }
      end++;
    }
    return end;
  }

  /** Whether a blank, comma, semicolon or bar stands there, and a thing to purge behind it. */
  private static boolean splits(String line, int at) {
    char c = line.charAt(at);
    if (SEPARATORS.indexOf(c) < 0 && !isGap(c)) {
      return false;
    }
    int next = at + 1;
    if (next < line.length() && OPENING.indexOf(line.charAt(next)) >= 0) {
      next++;
    }
    return looksLikeOne(line, next);
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
