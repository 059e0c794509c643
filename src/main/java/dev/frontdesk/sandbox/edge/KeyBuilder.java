package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a request belongs to a behaviour's cache key, and so both tells objects apart and reaches
 * the origin; the rest of it does neither (CloudFront Developer Guide, Control the cache key). The
 * order of query strings counts.
 */
record KeyBuilder(Behaviour behaviour) {

  ObjectKey key(EdgeRequest request) {
    var target = Target.of(request.path(), query(request.query()));
    return new ObjectKey(target.toString(), variant(request.fields()));
  }

  /** The query string that belongs to the key, still as the viewer sent it. */
  @Nullable String query(@Nullable String query) {
    return behaviour.key().queryStrings().keyed(query);
  }

  /** The header fields that belong to the key, cookies among them. */
  Fields fields(Fields viewers) {
    var key = behaviour.key();
    if (key.headers().mode() == KeyPart.Mode.NONE && key.cookies().mode() == KeyPart.Mode.NONE) {
      return Fields.NONE;
    }
    var cookies = cookies(viewers);
    var kept = new ArrayList<Fields.Field>();
    for (var field : viewers.endToEnd().list()) {
      if (!field.is("cookie") && key.headers().includes(field::is)) {
        kept.add(field);
      }
    }
    if (!cookies.isEmpty()) {
      kept.add(new Fields.Field("Cookie", String.join("; ", cookies)));
    }
    return new Fields(kept);
  }

  private List<String> cookies(Fields viewers) {
    KeyPart part = behaviour.key().cookies();
    var kept = new ArrayList<String>();
    for (String line : viewers.all("cookie")) {
      for (String cookie : line.split(";", -1)) {
        if (!cookie.isBlank() && part.includes(name(cookie.strip())::equals)) {
          kept.add(cookie.strip());
        }
      }
    }
    return kept;
  }

  private String variant(Fields viewers) {
    var fields = fields(viewers);
    if (fields.list().isEmpty()) {
      return "";
    }
    var lines = new TreeSet<String>();
    for (var field : fields.list()) {
      String name = field.name().toLowerCase(java.util.Locale.ROOT);
      lines.add(name + ":" + String.join(",", fields.all(name)));
    }
    return String.join("\n", lines);
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }
}
