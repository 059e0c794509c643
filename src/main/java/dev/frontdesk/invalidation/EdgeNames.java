package dev.frontdesk.invalidation;

import java.net.IDN;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The names under which readers reach the edge. */
final class EdgeNames {
  /** Of a host name with its port: RFC 1035, 2.3.4, and five digits. */
  private static final int LONGEST = 255 + 6;

  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> known = new HashSet<>();

  /**
   * @param names with a port where it is not the scheme's own
   */
  EdgeNames(Collection<String> names) {
    this.names.addAll(names);
    names.forEach(name -> known.add(inAscii(name)));
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
    return known.contains(bare) || known.contains(bare + port);
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
