package dev.frontdesk.caching;

import java.util.List;

/**
 * What a behaviour does with requests beside keeping answers.
 *
 * @param originId the id of the origin that it asks, or of an origin group
 * @param allowedMethods the methods that get through, GET first
 * @param cachedMethods those whose answers may be kept, GET first
 * @param compresses whether the edge compresses what readers can take so
 * @param forwarding which headers reach the origin beside those of the key
 */
public record Delivery(
    String originId,
    List<String> allowedMethods,
    List<String> cachedMethods,
    boolean compresses,
    Forwarding forwarding) {
  /** As people list them; CloudFront's own lists have no order. */
  public static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");

  /** What CloudFront lets through and keeps where nothing is said. */
  public static final List<String> READING = List.of("GET", "HEAD");

  /** Reading alone, from an origin called {@code origin}, uncompressed. */
  public static final Delivery PLAIN =
      new Delivery("origin", READING, READING, false, Forwarding.KEY_ALONE);

  public Delivery {
    allowedMethods = ordered(allowedMethods);
    cachedMethods = ordered(cachedMethods);
  }

  /** By an order that is written out, since it is asked for in every start. */
  private static List<String> ordered(List<String> methods) {
    return methods.stream()
        .distinct()
        .sorted((one, other) -> Integer.compare(METHODS.indexOf(one), METHODS.indexOf(other)))
        .toList();
  }
}
