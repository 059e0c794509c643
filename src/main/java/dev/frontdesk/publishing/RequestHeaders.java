package dev.frontdesk.publishing;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Request headers that a person sends along with a probe. They may be secrets: nothing stores them,
 * and neither {@link #toString} nor any problem shows a value.
 */
public final class RequestHeaders {
  public static final RequestHeaders NONE = new RequestHeaders(Map.of());

  /** Beyond, edges answer 494 or 400 themselves (CloudFront Developer Guide, "Quotas"). */
  private static final int MOST = 20;

  /** Of a value, in characters: the limit of all headers of a request at CloudFront is 20,480. */
  private static final int LONGEST = 8_192;

  /** What the client sets itself, or what would make the two answers parts or validations. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "proxy-authorization",
          "proxy-connection",
          "range",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via");

  /**
   * Of these a value is a language, a kind of content, a program or a site's name, which every
   * reader sends in clear words (RFC 9110, 10.1 and 12.5; RFC 9111, 5.2 and 5.4; RFC 6454, 7). Any
   * other name may stand for a secret, whatever it is called.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-language",
          "cache-control",
          "origin",
          "pragma",
          "referer",
          "user-agent");

  private final Map<String, String> values;

  private RequestHeaders(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a text of one header a line; blank lines count for nothing.
   *
   * @throws ProblemException with {@code Invalid} for the first line that is no header to send
   */
  public static RequestHeaders ofText(String text) {
    return ofText(text, NONE);
  }

  /**
   * The same, where a line that {@link #masked} has made stands for the one that was sent.
   *
   * @param sent what the text was masked from
   */
  public static RequestHeaders ofText(String text, RequestHeaders sent) {
    Map<String, String> known = new LinkedHashMap<>();
    sent.values.forEach((name, value) -> known.put(masked(name, value), name + ": " + value));
    return ofLines(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line -> known.getOrDefault(line, line))
            .toList());
  }

  /**
   * @param lines each {@code Name: value}
   * @throws ProblemException likewise
   */
  public static RequestHeaders ofLines(List<String> lines) {
    RequestHeaders all = NONE;
    for (String line : lines) {
      all = all.with(line);
    }
    return all;
  }

  /**
   * These, and one more.
   *
   * @param line {@code Name: value}
   * @throws ProblemException with {@code Invalid} where it is no header to send, or one too many
   */
  public RequestHeaders with(String line) {
    if (values.size() == MOST) {
      throw invalid("header-many", Integer.toString(MOST));
    }
    String number = Integer.toString(values.size() + 1);
    int colon = line.indexOf(':');
    if (colon < 0) {
      // The line is not shown: it may be a token that was pasted without its name.
      throw invalid("header-no-colon", number);
    }
    String name = line.substring(0, colon).strip();
    String value = line.substring(colon + 1).strip();
    if (name.isEmpty() || !name.chars().allMatch(RequestHeaders::isInToken)) {
      throw invalid("header-name", number);
    }
    if (isReserved(name)) {
      throw invalid("header-reserved", name);
    }
    if (value.length() > LONGEST || !value.chars().allMatch(RequestHeaders::isInValue)) {
      throw invalid("header-value", name);
    }
    if (values.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
      throw invalid("header-twice", name);
    }
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new RequestHeaders(more);
  }

  private static boolean isReserved(String name) {
    return RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A header's name is a token (RFC 9110, 5.6.2). */
  private static boolean isInToken(int c) {
    return c > 32 && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
  }

  /** Visible ASCII, blank and tab (RFC 9110, 5.5, without what is obsolete). */
  private static boolean isInValue(int c) {
    return c == '\t' || (c >= 32 && c < 127);
  }

  private static ProblemException invalid(String rule, String value) {
    return new ProblemException(new Problem.Invalid(rule, value));
  }

  /** What is sent. */
  Map<String, String> values() {
    return Map.copyOf(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Their names, in the order given. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /**
   * What may stand on a screen once they were sent: values are dots, but for those of names that
   * say nothing of who asks.
   */
  public String masked() {
    List<String> lines = new ArrayList<>();
    values.forEach((name, value) -> lines.add(masked(name, value)));
    return String.join("\n", lines);
  }

  private static String masked(String name, String value) {
    return name + ": " + (tellsNothing(name, value) ? value : "••••••");
  }

  private static boolean tellsNothing(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    // The address that one comes from may carry a ticket in its query string, or a password.
    return HARMLESS.contains(lower)
        && !(lower.equals("referer") && (value.contains("?") || value.contains("@")));
  }

  @Override
  public String toString() {
    return "headers " + values.keySet();
  }
}
