package dev.frontdesk.sandbox.control;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.LoopbackServer;
import dev.frontdesk.sandbox.http.LoopbackServer.Door;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sandbox's control plane on one address: CloudFront's API over one distribution, STS's
 * GetCallerIdentity, and CloudWatch's metrics. Any access key is accepted.
 */
public final class ControlServer implements AutoCloseable {
  private final LoopbackServer server;
  private final Invalidations invalidations;

  private ControlServer(LoopbackServer server, Invalidations invalidations) {
    this.server = server;
    this.invalidations = invalidations;
  }

  /**
   * Starts to serve, and to complete the invalidations that are in progress in the store. The store
   * is the caller's, to be closed after the server.
   *
   * @param port 0 for any free one
   * @param propagation from an invalidation's creation to its effect, at least 0
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public static ControlServer start(
      int port,
      ControlStore store,
      Distribution distribution,
      Duration propagation,
      ControlledEdge edge,
      InstantSource clock) {
    return start(Door.at(port), store, distribution, propagation, edge, clock);
  }

  /** The same behind a filter. */
  public static ControlServer start(
      Door door,
      ControlStore store,
      Distribution distribution,
      Duration propagation,
      ControlledEdge edge,
      InstantSource clock) {
    var invalidations = new Invalidations(store, propagation, edge.invalidate(), clock);
    try {
      var monitoring = new MonitoringSubscription(store, edge.measureAdditional());
      var services =
          new Services(
              new CloudFrontApi(distribution, invalidations, monitoring),
              new StsApi(),
              new CloudWatchApi(edge.metrics()));
      return new ControlServer(LoopbackServer.start(door, services::serve), invalidations);
    } catch (RuntimeException e) {
      invalidations.close();
      throw e;
    }
  }

  /** {@code http://127.0.0.1:PORT}: the endpoint of CloudFront, CloudWatch and STS. */
  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    invalidations.close();
  }

  /** Tells the services apart by what differs in their protocols. */
  private record Services(CloudFrontApi cloudFront, StsApi sts, CloudWatchApi cloudWatch) {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    void serve(HttpExchange exchange) throws IOException {
      var id = UUID.randomUUID().toString();
      try (exchange) {
        answer(exchange, id).send(exchange, id);
      }
    }

    private Answer answer(HttpExchange exchange, String id) throws IOException {
      try {
        var request = Request.read(exchange, id);
        if (CloudWatchApi.concerns(request)) {
          return cloudWatch.handle(request);
        }
        return StsApi.concerns(request) ? sts.handle(request) : cloudFront.handle(request);
      } catch (CloudFrontError e) {
        return Answer.cloudFrontError(e, id);
      } catch (RuntimeException e) {
        LOG.error("The control plane could not answer request {}", id, e);
        return Answer.cloudFrontError(
            new CloudFrontError("InternalError", 500, "The sandbox has met a bug: " + e), id);
      }
    }
  }
}
