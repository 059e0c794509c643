package dev.frontdesk.sandbox.edge;

import dev.frontdesk.sandbox.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The same cache without sockets, at times that its caller tells, in front of an origin that is
 * made up. For one thread.
 */
public final class DryEdge {
  private static final long CACHE_BYTES = 64L << 20;

  /**
   * What the made-up origin answers.
   *
   * @param body shared, and changed by nobody
   * @param cacheControl as in the header field
   * @param latency until it answers
   */
  @SuppressWarnings("ArrayRecordComponent") // of a few documents, which are sent again and again
  public record MadeUp(int status, byte[] body, String cacheControl, Duration latency) {}

  private final Edge edge;
  private Instant now = Instant.EPOCH;
  private long nanos;

  /**
   * @param origin answers a path
   * @param traffic where all of it is counted
   */
  public DryEdge(EdgeConfig config, Function<String, MadeUp> origin, Traffic traffic) {
    Origin madeUp =
        request -> {
          var answer = origin.apply(request.path());
          nanos += answer.latency().toNanos();
          return new EdgeResponse(
              answer.status(),
              Fields.of("Cache-Control", answer.cacheControl()),
              new Body(answer.body()));
        };
    var measured = new MeasuredOrigin(madeUp, () -> now, () -> nanos, traffic);
    edge =
        new Edge(config, measured, () -> now, Runnable::run, new CacheStore(CACHE_BYTES), traffic);
  }

  /** A reader's GET. */
  public void get(Instant at, String path) {
    now = at;
    edge.handle(EdgeRequest.get(path, null, Fields.NONE));
  }

  /** Takes out what the items mean. */
  public void invalidate(Instant at, List<String> items) {
    now = at;
    edge.invalidate(items);
  }
}
