package dev.frontdesk.settings.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of an address in the file. */
final class Address {
  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private Address() {}

  /** The field's address without a slash at its end; null where it is missing or wrong. */
  static @Nullable URI of(Section section, String name) {
    String text = section.optionalText(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      section.wrong("url", name, text);
      return null;
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (!web
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getPort() > 65_535) {
      section.wrong("url", name, text);
      return null;
    }
    if (scheme.equals("http") && !isLoopback(uri)) {
      section.wrong("http", name, text);
      return null;
    }
    return URI.create(text.replaceAll("/+$", ""));
  }

  /** By its text alone: no name service is asked. */
  static boolean isLoopback(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost") // RFC 6761, 6.3
        || host.equals("[::1]")
        || LOOPBACK_V4.matcher(host).matches();
  }
}
