package dev.frontdesk.sandbox.origin;

import java.time.Duration;

/**
 * What the origin is told at its start.
 *
 * @param table the members table, laid out as {@link MembersTable} says
 * @param ttl the s-maxage of its documents, the version's pointer excepted
 * @param holdGet how long the answer to a GET waits after it was read, so that a purge can overtake
 *     it; zero for not at all
 */
public record OriginConfig(String table, Duration ttl, Duration holdGet) {
  public static final Duration DEFAULT_TTL = Duration.ofDays(1);

  /** A day's TTL, and no answer held. */
  public static OriginConfig of(String table) {
    return new OriginConfig(table, DEFAULT_TTL, Duration.ZERO);
  }
}
