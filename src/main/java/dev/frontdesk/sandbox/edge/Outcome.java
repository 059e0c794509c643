package dev.frontdesk.sandbox.edge;

/** How an answer came about, as X-Cache tells it. */
enum Outcome {
  HIT("Hit from cloudfront"),
  MISS("Miss from cloudfront"),
  /** The origin has confirmed an expired object. */
  REFRESH_HIT("RefreshHit from cloudfront"),
  ERROR("Error from cloudfront");

  private final String xCache;

  Outcome(String xCache) {
    this.xCache = xCache;
  }

  String xCache() {
    return xCache;
  }
}
