package dev.frontdesk.caching;

/**
 * What becomes of a reader's {@code Authorization} (CloudFront Developer Guide, "Configure
 * CloudFront to forward the Authorization header").
 */
public enum Authorization {
  /** It reaches the origin, and tells the answers apart. */
  IN_KEY,
  /** It reaches the origin, but what was made for one reader is kept for all. */
  OUTSIDE_KEY,
  /** The origin never sees it. */
  KEPT_BACK,
  /** An origin request policy of the account's own decides. */
  NOT_KNOWN
}
