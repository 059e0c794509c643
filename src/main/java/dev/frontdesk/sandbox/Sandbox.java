package dev.frontdesk.sandbox;

import dev.frontdesk.sandbox.cloudwatch.CloudWatch;
import dev.frontdesk.sandbox.control.ControlDialect;
import dev.frontdesk.sandbox.control.ControlServer;
import dev.frontdesk.sandbox.control.ControlStore;
import dev.frontdesk.sandbox.control.ControlledEdge;
import dev.frontdesk.sandbox.control.Distribution;
import dev.frontdesk.sandbox.edge.EdgeConfig;
import dev.frontdesk.sandbox.edge.EdgeServer;
import dev.frontdesk.sandbox.edge.SandboxDistribution;
import dev.frontdesk.sandbox.faults.Dialect;
import dev.frontdesk.sandbox.faults.Misbehaviour;
import dev.frontdesk.sandbox.http.LoopbackServer.Door;
import dev.frontdesk.sandbox.origin.OriginConfig;
import dev.frontdesk.sandbox.origin.OriginServer;
import dev.frontdesk.sandbox.readers.DayBefore;
import dev.frontdesk.sandbox.readers.Readers;
import dev.frontdesk.sandbox.store.DynamoDbDialect;
import dev.frontdesk.sandbox.store.DynamoDbServer;
import dev.frontdesk.sandbox.store.Store;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The system that Frontdesk is for, whole, on 127.0.0.1: a members API over DynamoDB behind an edge
 * of CloudFront, with CloudFront's control plane and STS. It is reached by addresses alone.
 */
public final class Sandbox implements AutoCloseable {
  private static final String POP = "FRA56-P4";

  /** Of readers, where the faults have none: any will do. */
  private static final long SEED = 42;

  private static final Duration BEFORE_READERS = Duration.ofSeconds(3);

  /** Opened parts, the last first: the order to close them in. */
  private final Deque<Runnable> open = new ArrayDeque<>();

  private final SandboxFaults faults;
  private final Misbehaviour misbehaviour;
  private final SandboxAddresses addresses;
  private LongSupplier heldGets = () -> 0;

  private Sandbox(SandboxOptions options, InstantSource clock) {
    this.faults = options.faults();
    this.misbehaviour = new Misbehaviour(faults.aws());
    try {
      this.addresses = assemble(options, clock);
    } catch (RuntimeException e) {
      closeAll(e);
      throw e;
    }
  }

  /**
   * Starts all of it. With a new data folder, or none, it comes with {@link SampleData}; the edge
   * always starts empty.
   *
   * @throws SandboxException if a port is taken, or the data folder is in use or cannot be read;
   *     nothing stays open
   */
  public static Sandbox start(SandboxOptions options) {
    return start(options, InstantSource.system());
  }

  /** The same, with the time of day from a clock. */
  public static Sandbox start(SandboxOptions options, InstantSource clock) {
    return new Sandbox(options, clock);
  }

  public SandboxAddresses addresses() {
    return addresses;
  }

  /**
   * How often each fault that was asked for has hit so far, by its word of the specification and in
   * its order; without those that shape the quiet sandbox too (propagation, ttl).
   */
  public Map<String, Long> faultsHit() {
    var hit = new LinkedHashMap<>(misbehaviour.hits());
    if (!faults.holdGet().isZero()) {
      hit.put(FaultSpecification.HOLD_GET, heldGets.getAsLong());
    }
    return hit;
  }

  /** Stops the servers and frees the ports and the data folder. */
  @Override
  public void close() {
    closeAll(null);
  }

  private SandboxAddresses assemble(SandboxOptions options, InstantSource clock) {
    var folder = folder(options.data());
    var control = opened(folder, () -> ControlStore.open(file(options, "control.mv"), clock));
    open.push(control::close);
    var store = opened(folder, () -> Store.open(file(options, "tables.mv"), clock));
    open.push(store::close);
    Tables.prepare(store);

    var ports = options.ports();
    var dynamoDb =
        served(
            ports.dynamoDb(),
            port -> DynamoDbServer.start(store, door(port, new DynamoDbDialect())));
    open.push(dynamoDb::close);
    var origin =
        served(
            ports.origin(),
            port ->
                OriginServer.start(
                    port, store, new OriginConfig(Tables.MEMBERS, faults.ttl(), faults.holdGet())));
    open.push(origin::close);
    heldGets = origin::heldGets;
    var edgeConfig =
        new EdgeConfig(
            control.distributionId(),
            SandboxDistribution.behaviours(),
            origin.address(),
            POP,
            SandboxDistribution.CACHE_TAG_HEADER,
            EdgeConfig.DEFAULT_ERROR_TTL);
    var edge = served(ports.edge(), port -> EdgeServer.start(port, edgeConfig, clock));
    open.push(edge::close);
    var distribution =
        new Distribution(
            control.distributionId(),
            control.domainName(),
            control.created(),
            origin.address(),
            edgeConfig.behaviours(),
            edgeConfig.cacheTagHeader());
    var started = clock.instant();
    var past = new Past(edge.traffic(), () -> dayBefore(edgeConfig, started));
    var cloudWatch = new CloudWatch(control.distributionId(), past, started, clock);
    var plane =
        served(
            ports.control(),
            port ->
                ControlServer.start(
                    door(port, new ControlDialect()),
                    control,
                    distribution,
                    faults.propagation(),
                    new ControlledEdge(
                        edge::invalidate, edge.traffic()::measureAdditional, cloudWatch),
                    clock));
    open.push(plane::close);

    var endpoints =
        new SandboxAddresses.Endpoints(
            plane.address(), plane.address(), dynamoDb.address(), plane.address());
    var file = folder.resolve("connections.json");
    var all =
        new SandboxAddresses(
            edge.address(),
            origin.address(),
            endpoints,
            control.distributionId(),
            Tables.MEMBERS,
            Tables.JOURNAL,
            file.toAbsolutePath().toString());
    ConnectionsFile.write(file, all);
    if (faults.readers() > 0) {
      var readers = Readers.start(edge.address(), faults.readers(), seed(), aWhileLater());
      open.push(readers::close);
    }
    return all;
  }

  /** Readers come when whoever starts the sandbox has what they wait for: both would be slower. */
  private static Readers.Pause aWhileLater() {
    var first = new AtomicBoolean(true);
    return gap -> Thread.sleep(first.getAndSet(false) ? gap.plus(BEFORE_READERS) : gap);
  }

  private Traffic dayBefore(EdgeConfig config, Instant started) {
    return DayBefore.replayed(config, SampleData.company(), faults.ttl(), started, seed());
  }

  private long seed() {
    var seed = faults.aws().seed();
    return seed == null ? SEED : seed;
  }

  private Door door(int port, Dialect dialect) {
    return new Door(port, service -> misbehaviour.before(service, dialect));
  }

  /** The data folder, or one for the connections file alone that goes with the sandbox. */
  private Path folder(@Nullable Path data) {
    try {
      if (data != null) {
        return Files.createDirectories(data);
      }
      var temporary = Files.createTempDirectory("frontdesk-sandbox");
      open.push(() -> remove(temporary));
      return temporary;
    } catch (IOException e) {
      throw new SandboxException(
          "The sandbox cannot make its data folder %s.".formatted(data == null ? "" : data), e);
    }
  }

  private static void remove(Path folder) {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Path file(SandboxOptions options, String name) {
    var data = options.data();
    return data == null ? null : data.resolve(name);
  }

  private static <T> T opened(Path folder, Supplier<T> opening) {
    try {
      return opening.get();
    } catch (MVStoreException e) {
      throw new SandboxException(
          "The sandbox's data in %s is in use by another process, or damaged.".formatted(folder),
          e);
    }
  }

  private static <T> T served(int port, IntFunction<T> start) {
    try {
      return start.apply(port);
    } catch (UncheckedIOException e) {
      throw new SandboxException(
          "The sandbox cannot have port %d on 127.0.0.1: another program uses it.".formatted(port),
          e);
    }
  }

  /**
   * Closes what is open, whatever fails on the way.
   *
   * @param reason takes what fails along; null to throw it
   */
  private void closeAll(@Nullable RuntimeException reason) {
    var problem = reason;
    while (!open.isEmpty()) {
      try {
        open.pop().run();
      } catch (RuntimeException e) {
        if (problem == null) {
          problem = e;
        } else {
          problem.addSuppressed(e);
        }
      }
    }
    if (reason == null && problem != null) {
      throw problem;
    }
  }
}
