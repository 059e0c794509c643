package dev.frontdesk.sandbox.edge;

import java.util.Set;

/**
 * An object in the cache.
 *
 * @param tags in lower case
 * @param reserve whether it is there for the time only in which the origin fails: it is neither
 *     served otherwise nor confirmed
 */
record StoredResponse(
    int status, Fields fields, Body body, Set<String> tags, Freshness freshness, boolean reserve) {
  StoredResponse {
    tags = Set.copyOf(tags);
  }

  boolean isError() {
    return status >= 400;
  }

  StoredResponse with(Freshness other) {
    return new StoredResponse(status, fields, body, tags, other, reserve);
  }

  StoredResponse with(Fields other) {
    return new StoredResponse(status, other, body, tags, freshness, reserve);
  }

  /** About how many bytes it takes. */
  long size() {
    return 256 + fields.size() + body.size() + 64L * tags.size();
  }
}
