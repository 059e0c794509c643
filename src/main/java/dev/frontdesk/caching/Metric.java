package dev.frontdesk.caching;

/**
 * What CloudFront measures of a distribution as a whole, and of nothing smaller: there is no metric
 * of a behaviour or a path (CloudFront Developer Guide, "Types of metrics for CloudFront").
 */
public enum Metric {
  /** All requests, of every method, in a period. */
  REQUESTS,
  /** Bytes that viewers got by GET, HEAD and OPTIONS, in a period. */
  BYTES_DOWNLOADED,
  /** Bytes that viewers sent by POST and PUT, in a period. */
  BYTES_UPLOADED,
  /** The share of requests answered with 400 to 499, from 0 to 1. */
  CLIENT_ERRORS,
  /** The share of requests answered with 500 to 599, from 0 to 1. */
  SERVER_ERRORS,
  /**
   * The share of cacheable requests that the cache served, from 0 to 1; without POST, PUT, errors.
   */
  HIT_RATIO,
  /** Milliseconds until the origin's answer began, median of the requests that went there. */
  ORIGIN_LATENCY_P50,
  /** The same, for nine in ten of them. */
  ORIGIN_LATENCY_P90;

  /** Whether it is there only while the distribution has additional metrics turned on. */
  public boolean isAdditional() {
    return switch (this) {
      case HIT_RATIO, ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 -> true;
      case REQUESTS, BYTES_DOWNLOADED, BYTES_UPLOADED, CLIENT_ERRORS, SERVER_ERRORS -> false;
    };
  }
}
