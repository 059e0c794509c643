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
    OptionalLong left = probe.kept().secondsLeft();
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
        left.isPresent() ? left.getAsLong() : null,
        probe.kept().ttl().map(EffectiveTtl::seconds).orElse(null),
        probe.staleSince().orElse(null),
        listed.first(),
        listed.more());
  }
}
