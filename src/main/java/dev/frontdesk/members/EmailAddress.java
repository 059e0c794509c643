package dev.frontdesk.members;

import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of an e-mail address, as far as a roster needs them. */
public final class EmailAddress {
  /** RFC 5321, 4.5.3.1: a path has at most 256 octets with its angle brackets. */
  private static final int LONGEST = 254;

  private static final int LONGEST_LOCAL_PART = 64;

  private static final Pattern FORM =
      Pattern.compile(
          "[^\\s@\",:;<>()\\[\\]\\\\.\\p{Cntrl}]+(\\.[^\\s@\",:;<>()\\[\\]\\\\.\\p{Cntrl}]+)*"
              + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
              + "[\\p{L}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");

  private EmailAddress() {}

  /**
   * Whether {@code text} is an address that mail could reach: a local part without quotes, and a
   * domain of at least two labels. Letters of any script are allowed (RFC 6531).
   */
  public static boolean isWellFormed(String text) {
    return text.length() <= LONGEST
        && text.indexOf('@') <= LONGEST_LOCAL_PART
        && FORM.matcher(text).matches();
  }

  /** The form in which two addresses of one person are equal. */
  public static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}
