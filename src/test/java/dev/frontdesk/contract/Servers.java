package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpHandler;
import dev.frontdesk.sandbox.cloudwatch.CloudWatch;
import dev.frontdesk.sandbox.control.ControlServer;
import dev.frontdesk.sandbox.control.ControlStore;
import dev.frontdesk.sandbox.control.ControlledEdge;
import dev.frontdesk.sandbox.control.Distribution;
import dev.frontdesk.sandbox.edge.SandboxDistribution;
import dev.frontdesk.sandbox.http.LoopbackServer.Door;
import dev.frontdesk.sandbox.store.DynamoDbServer;
import dev.frontdesk.sandbox.store.Store;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The servers that a contract suite asks: the sandbox's own, or foreign ones. */
final class Servers implements AutoCloseable {
  private static final String PREFIX = "frontdesk.contract.";

  /** A port of this machine where nobody listens. */
  static final URI NOBODY = URI.create("http://127.0.0.1:1");

  private static final Duration PROPAGATION = Duration.ofMillis(100);

  /** What was started, the last first. */
  private final List<Runnable> closers = new ArrayList<>();

  /** The address of a server that speaks DynamoDB's protocol. */
  URI dynamodb() {
    String foreign = System.getProperty(PREFIX + "dynamodb");
    if (foreign != null) {
      return URI.create(foreign);
    }
    Store store = Store.open(null, InstantSource.system());
    DynamoDbServer server = DynamoDbServer.start(store, 0);
    closers.addFirst(store::close);
    closers.addFirst(server::close);
    return server.address();
  }

  /** A distribution behind a server that speaks CloudFront's protocol. */
  record CloudFront(URI address, String distribution, boolean takesTags) {}

  CloudFront cloudfront() {
    String foreign = System.getProperty(PREFIX + "cloudfront");
    if (foreign != null) {
      String distribution = System.getProperty(PREFIX + "distribution");
      if (distribution == null) {
        return abort("skipped: " + PREFIX + "distribution does not say which to ask for");
      }
      return new CloudFront(URI.create(foreign), distribution, Boolean.getBoolean(PREFIX + "tags"));
    }
    return started("Cache-Tag", PROPAGATION);
  }

  /** The address of the sandbox's STS. */
  URI sts() {
    return started(null, PROPAGATION).address();
  }

  /** Another distribution, one that knows no tags; of the sandbox alone. */
  CloudFront cloudfrontWithoutTags() {
    return started(null, PROPAGATION);
  }

  /** Another one, on which nothing is ever completed; of the sandbox alone. */
  CloudFront cloudfrontWithoutEnd() {
    return started(null, Duration.ofDays(1));
  }

  /**
   * Another one, which completes everything at once; of the sandbox alone.
   *
   * @param filter before its handler
   */
  CloudFront cloudfrontBehind(UnaryOperator<HttpHandler> filter, InstantSource clock) {
    return started(new Door(0, filter), null, Duration.ZERO, clock);
  }

  private CloudFront started(@Nullable String tagHeader, Duration propagation) {
    return started(Door.at(0), tagHeader, propagation, InstantSource.system());
  }

  private CloudFront started(
      Door door, @Nullable String tagHeader, Duration propagation, InstantSource clock) {
    ControlStore store = ControlStore.open(null, clock);
    closers.addFirst(store::close);
    var distribution =
        new Distribution(
            store.distributionId(),
            store.domainName(),
            store.created(),
            NOBODY,
            SandboxDistribution.behaviours(),
            tagHeader);
    var cloudWatch = new CloudWatch(store.distributionId(), Traffic::new, clock.instant(), clock);
    ControlServer server =
        ControlServer.start(
            door,
            store,
            distribution,
            propagation,
            new ControlledEdge(_ -> {}, _ -> {}, cloudWatch),
            clock);
    closers.addFirst(server::close);
    return new CloudFront(server.address(), store.distributionId(), tagHeader != null);
  }

  /** Ends the test without a verdict where a foreign server is known for not doing it. */
  static void skipIfForeign(String service, boolean lacks, String reason) {
    if (lacks && isForeign(service)) {
      System.out.println("skipped: " + reason);
      abort("skipped: " + reason);
    }
  }

  static boolean isForeign(String service) {
    return System.getProperty(PREFIX + service) != null;
  }

  @Override
  public void close() {
    closers.forEach(Runnable::run);
  }
}
