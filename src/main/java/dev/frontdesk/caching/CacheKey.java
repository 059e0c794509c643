package dev.frontdesk.caching;

/** What tells two objects of one path apart in the cache, beside host and path. */
public record CacheKey(KeyPart queryStrings, KeyPart headers, KeyPart cookies) {
  /** Host and path alone: CloudFront's default. */
  public static final CacheKey PATH = new CacheKey(KeyPart.NONE, KeyPart.NONE, KeyPart.NONE);
}
