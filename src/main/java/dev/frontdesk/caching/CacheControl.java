package dev.frontdesk.caching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A response's {@code Cache-Control}, read tolerantly: names in any case, values bare or quoted,
 * unknown directives kept but unused, of a repeated directive the first, but of no-cache and
 * private all: names of fields add up, and without names it is about the whole answer. A number
 * that is none counts as 0, since invalid freshness is best taken as stale (RFC 9111, 4.2.1); one
 * that is too large as {@link #LARGEST} (RFC 9111, 1.2.2).
 */
public final class CacheControl {
  /** What numbers beyond it count as: CloudFront's own largest TTL is 100 years. */
  public static final long LARGEST = 3_153_600_000L;

  private static final String SET_COOKIE = "set-cookie";

  /** Of a response without the header. */
  public static final CacheControl NONE = new CacheControl(Map.of());

  private final Map<String, String> directives;

  private CacheControl(Map<String, String> directives) {
    this.directives = directives;
  }

  /**
   * @param lines the values of all {@code Cache-Control} header lines, in their order
   */
  public static CacheControl parse(List<String> lines) {
    if (lines.isEmpty()) {
      return NONE;
    }
    var directives = new LinkedHashMap<String, String>();
    for (String line : lines) {
      for (String directive : split(line)) {
        int equals = directive.indexOf('=');
        String name = (equals < 0 ? directive : directive.substring(0, equals)).strip();
        String value = equals < 0 ? "" : unquoted(directive.substring(equals + 1).strip());
        add(directives, name.toLowerCase(Locale.ROOT), value);
      }
    }
    return new CacheControl(directives);
  }

  public boolean has(String directive) {
    return directives.containsKey(directive);
  }

  /** Whether no-store, no-cache or private forbids to cache it, as {@link #forbidding} has it. */
  boolean forbidsCaching() {
    return forbidding().isPresent();
  }

  /**
   * What forbids to cache it, the strongest first: no-store, no-cache or private, which CloudFront
   * treats alike; empty where nothing does. {@code no-cache="Set-Cookie"} does not: it keeps the
   * cookie alone out of the cache (CloudFront Developer Guide, "Cache content based on cookies":
   * "Suspending caching based on cookies"). The guide knows no other names of fields; beside any
   * other, and in private, a name counts as if there were none, so that nothing is called kept that
   * may not be (RFC 9111, 5.2.2.4 and 5.2.2.7, says that many caches do so).
   */
  public Optional<String> forbidding() {
    boolean noCache = has("no-cache") && !fields("no-cache").equals(Set.of(SET_COOKIE));
    return Stream.of("no-store", "no-cache", "private")
        .filter(directive -> directive.equals("no-cache") ? noCache : has(directive))
        .findFirst();
  }

  /** Whether a {@code Set-Cookie} is not to be kept with the answer: no-cache names it. */
  public boolean leavesCookiesOut() {
    return fields("no-cache").contains(SET_COOKIE);
  }

  /**
   * Whether a browser has to ask each time before it uses the answer again: no-cache, without names
   * of fields. With them it may use the rest (RFC 9111, 5.2.2.4).
   */
  boolean wantsAsking() {
    return has("no-cache") && fields("no-cache").isEmpty();
  }

  /** The names of fields that a directive is about, in lower case; none where it is about all. */
  private Set<String> fields(String directive) {
    return Arrays.stream(directives.getOrDefault(directive, "").split(","))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The directive's seconds, from 0 to {@link #LARGEST}; empty where it is not there. */
  public OptionalLong seconds(String directive) {
    String value = directives.get(directive);
    return value == null ? OptionalLong.empty() : OptionalLong.of(number(value));
  }

  /**
   * For how many seconds a browser may use the response again without asking: its max-age, unless
   * it is told not to keep it or to ask each time (RFC 9111, 5.2.2); 0 where nothing says so.
   */
  public long browserSeconds() {
    return has("no-store") || wantsAsking() ? 0 : seconds("max-age").orElse(0);
  }

  private static void add(Map<String, String> directives, String name, String value) {
    boolean namesFields = name.equals("no-cache") || name.equals("private");
    directives.merge(
        name,
        value,
        (first, second) -> {
          if (!namesFields) {
            return first;
          }
          return first.isEmpty() || second.isEmpty() ? "" : first + "," + second;
        });
  }

  private static long number(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = Math.min(LARGEST, number * 10 + digit);
    }
    return number;
  }

  /** Splits at commas outside quotes; a quote that never closes reaches to the end. */
  private static List<String> split(String line) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quoted && i + 1 < line.length()) {
        part.append(c).append(line.charAt(++i));
        continue;
      }
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).strip() : value;
  }

  @Override
  public String toString() {
    return directives.toString();
  }
}
