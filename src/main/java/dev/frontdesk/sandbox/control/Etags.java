package dev.frontdesk.sandbox.control;

import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;

/** ETags that look like CloudFront's: unquoted, {@code E} and capital letters and digits. */
final class Etags {
  private Etags() {}

  static String of(Xml content) {
    var sum = new CRC32();
    sum.update(content.document(""));
    return "E" + HexFormat.of().toHexDigits(sum.getValue(), 12).toUpperCase(Locale.ROOT);
  }
}
