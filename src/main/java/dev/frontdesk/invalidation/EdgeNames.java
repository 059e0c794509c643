package dev.frontdesk.invalidation;

import java.net.IDN;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names under which readers reach the edge. One that begins with {@code *.} stands for every
 * name that ends as it does, however many labels stand before that, and not for the bare domain
 * (CloudFront Developer Guide, "Use wildcards in alternate domain names": with {@code
 * *.example.com} any name that ends with example.com, {@code marketing.product-name.example.com} as
 * well; example.com is an alternate domain name of its own).
 */
final class EdgeNames {
  /** Of a host name with its port: RFC 1035, 2.3.4, and five digits. */
  private static final int LONGEST = 255 + 6;

  private static final String WILDCARD = "*.";

  /** Labels of letters, digits, hyphens and, as some have them, underscores; ASCII. */
  private static final Pattern LABELS = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

  /** A domain name of a top level in letters or Punycode, an address, or anything with a port. */
  private static final Pattern HOST =
      Pattern.compile(
          LABELS.pattern()
              + "(\\.([a-z]{2,}|xn--[a-z0-9-]+)\\.?(:\\d{1,5})?|:\\d{1,5})"
              + "|\\d{1,3}(\\.\\d{1,3}){3}");

  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> known = new HashSet<>();

  /** What names end with that a wildcard stands for: a dot, and the domain. */
  private final Set<String> endings = new LinkedHashSet<>();

  /**
   * @param names with a port where it is not the scheme's own
   */
  EdgeNames(Collection<String> names) {
    this.names.addAll(names);
    for (String name : names) {
      if (name.startsWith(WILDCARD)) {
        endings.add(inAscii(name.substring(WILDCARD.length() - 1)));
      } else {
        known.add(inAscii(name));
      }
    }
  }

  /**
   * Whether an address leads there.
   *
   * @param authority host and port, as in the address
   */
  boolean have(String scheme, String authority) {
    if (authority.isEmpty()) {
      return false;
    }
    String name = inAscii(authority.substring(authority.lastIndexOf('@') + 1));
    String port = scheme.equals("http") ? ":80" : ":443";
    String bare = name.endsWith(port) ? name.substring(0, name.length() - port.length()) : name;
    if (bare.endsWith(".")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return known.contains(bare) || known.contains(bare + port) || isBelowWildcard(bare);
  }

  private boolean isBelowWildcard(String name) {
    for (String ending : endings) {
      int before = name.length() - ending.length();
      if (name.endsWith(ending) && LABELS.matcher(name).region(0, before).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address without its scheme leads there. */
  boolean haveBare(String authority) {
    return have("https", authority) || have("http", authority);
  }

  /** Whether it would be taken for a host, and hardly for the beginning of a path. */
  static boolean isHostLike(String authority) {
    return authority.length() <= LONGEST && HOST.matcher(inAscii(authority)).matches();
  }

  /** Whether an address there, without its scheme, begins in a text: one of these and a slash. */
  boolean beginAt(String text, int at) {
    int slash = text.indexOf('/', at);
    if (slash <= at || slash - at > LONGEST) {
      return false;
    }
    String authority = text.substring(at, slash);
    return haveBare(authority) && authority.indexOf('@') < 0;
  }

  private static String inAscii(String name) {
    if (name.length() > LONGEST || name.chars().allMatch(c -> c < 128)) {
      return name.toLowerCase(Locale.ROOT);
    }
    try {
      return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noHostName) {
      // Then it is none of the edge's either.
      return name.toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
