package dev.frontdesk.sandbox.edge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's request.
 *
 * @param path as it was sent, percent-encoded
 * @param query as it was sent; null where there is none
 */
record EdgeRequest(String method, String path, @Nullable String query, Fields fields, Body body) {
  EdgeRequest {
    method = method.toUpperCase(Locale.ROOT);
  }

  static EdgeRequest get(String path, @Nullable String query, Fields fields) {
    return new EdgeRequest("GET", path, query, fields, Body.EMPTY);
  }
}
