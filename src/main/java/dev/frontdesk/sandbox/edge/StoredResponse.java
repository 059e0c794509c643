package dev.frontdesk.sandbox.edge;

import java.util.Set;

/**
 * An object in the cache.
 *
 * @param tags in lower case
 */
record StoredResponse(int status, Fields fields, Body body, Set<String> tags, Freshness freshness) {
  StoredResponse {
    tags = Set.copyOf(tags);
  }

  boolean isError() {
    return status >= 400;
  }

  StoredResponse with(Freshness other) {
    return new StoredResponse(status, fields, body, tags, other);
  }

  /** About how many bytes it takes. */
  long size() {
    return 256 + fields.size() + body.size() + 64L * tags.size();
  }
}
