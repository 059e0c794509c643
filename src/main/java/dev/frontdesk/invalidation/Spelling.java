package dev.frontdesk.invalidation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The one spelling of a path that CloudFront matches with objects: what is not ASCII and what RFC
 * 1738 calls unsafe is percent-encoded, and nothing else is (CloudFront Developer Guide, "Specify
 * the files to invalidate", Non-ASCII or unsafe characters in the path).
 */
final class Spelling {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /**
   * RFC 1738, 2.2, without the tilde, which has a rule of its own. The hash begins a fragment,
   * which no request carries.
   */
  private static final String UNSAFE = " \"<>#{}|\\^[]`";

  /** The same as a table: it is asked for each character of a million paths. */
  private static final boolean[] IS_UNSAFE = new boolean[128];

  static {
    for (char c = 0; c < IS_UNSAFE.length; c++) {
      IS_UNSAFE[c] = c <= ' ' || c == 127 || UNSAFE.indexOf(c) >= 0;
    }
  }

  /** What stays encoded where it came so: plain, it would change what the path means. */
  private static final String MEANT_IN_PATH = "/?*#%";

  /** The same behind the question mark: what RFC 3986 reserves. */
  private static final String MEANT_IN_QUERY = ":/?#[]@!$&'()*+,;=%";

  private Spelling() {}

  /** Whether it is ASCII and has to be encoded; a percent sign is not. */
  static boolean isUnsafe(char c) {
    return c < IS_UNSAFE.length && IS_UNSAFE[c];
  }

  /** Whether a percent sign with its two digits stands there. */
  static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && text.charAt(at) == '%'
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }

  /** Whether half of a pair of surrogates stands alone: a text that was cut or broken. */
  static boolean isBroken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** Encodes what is not ASCII, in UTF-8 as a browser does, and leaves the rest. */
  static String withoutForeign(String text) {
    return encoded(text, false);
  }

  /** Encodes all that has to be. */
  static String withoutUnsafe(String text) {
    return encoded(text, true);
  }

  private static String encoded(String text, boolean unsafeToo) {
    boolean same = true;
    for (int i = 0; i < text.length() && same; i++) {
      char c = text.charAt(i);
      same = c <= 127 && !(unsafeToo && isUnsafe(c));
    }
    if (same) {
      return text;
    }
    var spelled = new StringBuilder(text.length() + 32);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet < 0 || (unsafeToo && isUnsafe((char) octet))) {
        HEX.toHexDigits(spelled.append('%'), octet);
      } else {
        spelled.append((char) octet);
      }
    }
    return spelled.toString();
  }

  /** Encodes each percent sign that has no two digits behind it. */
  static String withoutLonePercents(String text) {
    var spelled = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      spelled.append(text.charAt(i));
      if (text.charAt(i) == '%' && !isEscape(text, i)) {
        spelled.append("25");
      }
    }
    return spelled.toString();
  }

  /** Decodes what needs no encoding; the same text where there is nothing of that. */
  static String withoutNeedless(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var spelled = new StringBuilder(text.length());
    String meant = MEANT_IN_PATH;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?') {
        meant = MEANT_IN_QUERY;
      }
      if (isEscape(text, i)) {
        char stood = (char) HexFormat.fromHexDigits(text, i + 1, i + 3);
        boolean stays = stood > 127 || isUnsafe(stood) || meant.indexOf(stood) >= 0;
        spelled.append(stays ? text.substring(i, i + 3) : String.valueOf(stood));
        i += 2;
      } else {
        spelled.append(c);
      }
    }
    return spelled.length() == text.length() ? text : spelled.toString();
  }
}
