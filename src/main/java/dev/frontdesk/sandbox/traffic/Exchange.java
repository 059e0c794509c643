package dev.frontdesk.sandbox.traffic;

/**
 * A viewer's request and what came of it.
 *
 * @param method in capitals
 * @param status what the viewer was answered
 * @param fromCache whether the cache had the answer, if only after the origin confirmed it
 * @param sent the bytes of the viewer's body
 * @param received the bytes of the answer's body; header fields count neither here nor there
 */
public record Exchange(String method, int status, boolean fromCache, long sent, long received) {
  boolean isError() {
    return status >= 400;
  }

  /**
   * CloudFront Developer Guide, "Types of metrics for CloudFront": POST, PUT and errors count for
   * nothing in the cache hit rate.
   */
  boolean isCacheable() {
    return !isError() && !method.equals("POST") && !method.equals("PUT");
  }

  /** BytesDownloaded is of GET, HEAD and OPTIONS (the same page). */
  long downloaded() {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") ? received : 0;
  }

  /** BytesUploaded is of POST and PUT (the same page). */
  long uploaded() {
    return method.equals("POST") || method.equals("PUT") ? sent : 0;
  }
}
