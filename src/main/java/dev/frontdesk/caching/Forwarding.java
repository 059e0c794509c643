package dev.frontdesk.caching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a reader's headers reach the origin beside those of the cache key, as a behaviour's
 * origin request policy has it.
 */
public enum Forwarding {
  /** No more than the key holds, or others named one by one: {@code Authorization} is never one. */
  KEY_ALONE,
  /** All that the reader sent, {@code Authorization} among them, and all cookies. */
  EVERYTHING,
  /** A policy of the account's own, which nobody has asked for. */
  NOT_KNOWN;

  /** The managed policy AllViewer. */
  public static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

  /**
   * AllViewer, AllViewerExceptHostHeader, AllViewerAndCloudFrontHeaders-2022-06 (CloudFront
   * Developer Guide, "Use managed origin request policies").
   */
  private static final Set<String> EVERY_HEADER =
      Set.of(
          ALL_VIEWER,
          "b689b0a8-53d0-40ab-baf2-68738e2966ac",
          "33f36d7e-f396-46d9-90e0-52428a34d9dc");

  /**
   * UserAgentRefererHeaders, CORS-S3Origin, CORS-CustomOrigin (the same page). They forward no
   * cookies either.
   */
  private static final Set<String> SOME_HEADERS =
      Set.of(
          "acba4595-bd28-49b8-b9fe-13317c0390fa",
          "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
          "59781a5b-3903-41f3-afcb-af62929ccde1");

  /**
   * @param id of an origin request policy; null or empty where a behaviour has none
   */
  public static Forwarding ofPolicy(@Nullable String id) {
    if (id == null || id.isEmpty() || SOME_HEADERS.contains(id)) {
      return KEY_ALONE;
    }
    return EVERY_HEADER.contains(id) ? EVERYTHING : NOT_KNOWN;
  }
}
