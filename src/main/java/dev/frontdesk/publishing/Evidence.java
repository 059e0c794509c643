package dev.frontdesk.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a probe saw, side by side. It speaks for the one edge location that answered.
 *
 * @param reason the key of the sentence that gives the verdict's reason, without the prefix {@code
 *     verdict.}
 */
public record Evidence(
    Instant at, String path, Verdict verdict, String reason, Side edge, Side origin) {
  /**
   * One side's answer.
   *
   * @param status the HTTP status; 0 where nobody answered
   * @param xCache CloudFront's word on where the answer came from; null where there is none
   * @param ageSeconds how long the answer has been in the cache; null where not said
   * @param location the edge location, {@code X-Amz-Cf-Pop}
   * @param version the roster's version in the document; null where it has none
   * @param members how many the document lists; null where it lists none
   * @param tookMillis from the request to the last byte
   */
  public record Side(
      int status,
      @Nullable String xCache,
      @Nullable Long ageSeconds,
      @Nullable String location,
      @Nullable String etag,
      @Nullable String cacheControl,
      @Nullable Long version,
      @Nullable Integer members,
      long tookMillis) {}
}
