package dev.frontdesk.sandbox.edge;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request in one spelling, whatever the percent-encoding that it came in: only what
 * is not ASCII or what RFC 1738 calls unsafe is encoded, with upper-case digits. That is the
 * spelling in which CloudFront wants invalidation paths (Developer Guide, Specify the files to
 * invalidate): what is encoded beyond it there meets no object. {@code ~} is the exception that was
 * seen in the field: unsafe by the letter, and yet {@code %7E} meets nothing.
 *
 * <p>Encoded characters that would take the target apart differently if they were not stay encoded:
 * slash and question mark in the path, every reserved one in the query string.
 */
record Target(String path, @Nullable String query) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");
  private static final String UNSAFE = " <>\"#%{}|\\^[]`";
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

  /**
   * @param path still encoded, without the query string
   * @param query still encoded; null or empty where there is none
   */
  static Target of(String path, @Nullable String query) {
    String spelledQuery = query == null || query.isEmpty() ? null : spelled(query, RESERVED);
    return new Target(spelled(path, "/?"), spelledQuery);
  }

  /** An invalidation path: taken by the letter, but for the case of hexadecimal digits. */
  static String ofItem(String item) {
    return item.indexOf('%') < 0
        ? item
        : ESCAPE.matcher(item).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
  }

  /** Whether CloudFront's own spelling has this byte encoded. */
  private static boolean encoded(int octet) {
    return octet <= 0x20 || octet >= 0x7F || UNSAFE.indexOf(octet) >= 0;
  }

  /**
   * @param kept the characters that stay encoded where they came so
   */
  private static String spelled(String text, String kept) {
    if (isPlain(text)) {
      return text;
    }
    var spelled = new StringBuilder(text.length() + 16);
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i] & 0xFF;
      if (octet == '%' && i + 2 < octets.length && isHex(octets[i + 1]) && isHex(octets[i + 2])) {
        int meant =
            HexFormat.fromHexDigit(octets[i + 1]) << 4 | HexFormat.fromHexDigit(octets[i + 2]);
        boolean stays = kept.indexOf(meant) >= 0 || encoded(meant);
        append(spelled, meant, stays);
        i += 2;
      } else {
        append(spelled, octet, encoded(octet));
      }
    }
    return spelled.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (encoded(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(byte octet) {
    return HexFormat.isHexDigit(octet);
  }

  private static void append(StringBuilder text, int octet, boolean encode) {
    if (encode) {
      HEX.toHexDigits(text.append('%'), (byte) octet);
    } else {
      text.append((char) octet);
    }
  }

  @Override
  public String toString() {
    return query == null ? path : path + "?" + query;
  }
}
