package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.OriginHeaders;
import org.jspecify.annotations.Nullable;

/** A viewer's conditions, answered from an object in hand (RFC 9110, 13.1 and 13.2.2). */
final class Conditional {
  private Conditional() {}

  /** Whether the viewer already has what is in hand. */
  static boolean isNotModified(Fields viewers, int status, Fields inHand) {
    if (status != 200) {
      return false;
    }
    var tags = viewers.all("if-none-match");
    if (!tags.isEmpty()) {
      String own = inHand.first("etag");
      return tags.stream().anyMatch(line -> names(line, own));
    }
    String since = viewers.first("if-modified-since");
    String modified = inHand.first("last-modified");
    if (since == null || modified == null) {
      return false;
    }
    var sinceDate = OriginHeaders.date(since);
    var modifiedDate = OriginHeaders.date(modified);
    return sinceDate != null && modifiedDate != null && !modifiedDate.isAfter(sinceDate);
  }

  /** Compares weakly, as If-None-Match has it. */
  private static boolean names(String line, @Nullable String tag) {
    if (line.strip().equals("*")) {
      return true;
    }
    if (tag == null) {
      return false;
    }
    String wanted = strong(tag.strip());
    for (String candidate : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      if (strong(candidate.strip()).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /** What a 304 says of the object (RFC 9110, 15.4.5). */
  static Fields ofNotModified(Fields inHand) {
    return inHand.where(field ->
        field.is("age")
            || field.is("cache-control")
            || field.is("content-location")
            || field.is("date")
            || field.is("etag")
            || field.is("expires")
            || field.is("last-modified")
            || field.is("vary"));
  }
}
