package dev.frontdesk.cli;

import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.publishing.Differences;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Probe;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@code probe --json} prints.
 *
 * @param reason a word for programs, as {@code differs} or {@code edge-login}
 * @param ttlSeconds how long the edge may keep the answer in all; null where nobody knows
 * @param staleLeftSeconds for how long the edge may serve the answer yet though its TTL is over,
 *     while it asks anew; null where the TTL is not over, nothing lets it, or nobody knows
 * @param staleIfErrorLeftSeconds likewise while the origin fails; null where the answer is not
 *     older than its TTL, or is served while the edge asks anew
 * @param moreDifferences beyond those that are listed
 */
record ProbeDocument(
    String path,
    String verdict,
    String reason,
    Instant at,
    Edge edge,
    Origin origin,
    @Nullable Long ttlLeftSeconds,
    @Nullable Long ttlSeconds,
    @Nullable Long staleLeftSeconds,
    @Nullable Long staleIfErrorLeftSeconds,
    @Nullable Instant staleSince,
    List<Differences.Difference> differences,
    int moreDifferences) {

  record Edge(
      int status,
      @Nullable String xCache,
      @Nullable Long ageSeconds,
      @Nullable String location,
      @Nullable String etag,
      @Nullable String cacheControl,
      long tookMillis) {}

  record Origin(
      int status, @Nullable String etag, @Nullable String cacheControl, long tookMillis) {}

  static ProbeDocument of(Probe probe) {
    Evidence.Side edge = probe.edge().side();
    Evidence.Side origin = probe.origin().side();
    var listed =
        probe.differences() instanceof Differences.Listed some ? some : Differences.Listed.NONE;
    return new ProbeDocument(
        probe.path(),
        probe.verdict().word(),
        probe.finding().word(),
        probe.at(),
        new Edge(
            edge.status(),
            edge.xCache(),
            edge.ageSeconds(),
            edge.location(),
            edge.etag(),
            edge.cacheControl(),
            edge.tookMillis()),
        new Origin(origin.status(), origin.etag(), origin.cacheControl(), origin.tookMillis()),
        orNull(probe.kept().secondsLeft()),
        probe.kept().ttl().map(EffectiveTtl::seconds).orElse(null),
        orNull(probe.kept().staleLeft()),
        orNull(probe.kept().failingLeft()),
        probe.staleSince().orElse(null),
        listed.first(),
        listed.more());
  }

  private static @Nullable Long orNull(OptionalLong seconds) {
    return seconds.isPresent() ? seconds.getAsLong() : null;
  }
}
