package dev.frontdesk;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.cli.Backstage;
import dev.frontdesk.files.InvalidationFile;
import dev.frontdesk.folders.UserFolders;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.probing.HttpProber;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Desk;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.sandbox.Sandbox;
import dev.frontdesk.sandbox.SandboxAddresses;
import dev.frontdesk.sandbox.SandboxException;
import dev.frontdesk.sandbox.SandboxFaults;
import dev.frontdesk.sandbox.SandboxHost;
import dev.frontdesk.sandbox.SandboxOptions;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Release;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import dev.frontdesk.settings.json.ProgramFile;
import dev.frontdesk.updates.Updates;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Security;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one place that sees every room: puts the adapters behind the ports. */
final class Wiring implements Backstage {
  /** Unlike that of any Frontdesk that runs or ran: leases are held in its name. */
  private final String desk = System.getProperty("user.name", "somebody") + "/" + UUID.randomUUID();

  /** A second, in the sandbox that a person looks at: its charts are to live, not its fans. */
  private static final double READERS = 5;

  static {
    // What signs calls, asked for first: the JDK would load the providers before it to find it.
    Security.setProperty("jdk.security.provider.preferred", "HmacSHA256:SunJCE");
  }

  private final InstantSource time;

  /** On the machine's own clocks. */
  Wiring() {
    this(InstantSource.system());
  }

  /**
   * @param time this desk's time of day, which may be wrong
   */
  Wiring(InstantSource time) {
    this.time = time;
  }

  @Override
  public Session open(Connection connection) {
    AwsConnection aws = AwsConnection.open(connection, time, Ticker.system());
    var prober = new HttpProber(connection.site().edgeUrl(), connection.site().originUrl());
    Supplier<String> who = aws.identity()::who;
    var publisher =
        new Publisher(
            new Desk(desk, who),
            connection.site().routes(),
            new Publisher.Ports(aws.journal(), aws.invalidator(), prober),
            new Publisher.Machine(time, Ticker.system(), new SecureRandom()));
    var archive = InvalidationFile.of(connection.site().distributionId());
    var books =
        new Session.Books(
            aws.rosters(),
            aws.journal(),
            new InvalidationLog(aws.invalidator(), archive),
            aws.distributions(),
            aws.metrics());
    return new Session(
        connection,
        books,
        publisher,
        prober,
        who,
        () -> {
          prober.close();
          aws.close();
        });
  }

  @Override
  public RunningSandbox defaultSandbox() {
    try {
      SandboxHost host =
          SandboxHost.attachOrStart(
              UserFolders.here().data().resolve("sandbox"),
              SandboxOptions.DEFAULT.withReaders(READERS));
      return running(host.addresses(), host::close);
    } catch (SandboxException e) {
      throw told(e);
    }
  }

  @Override
  public RunningSandbox startSandbox(int port, @Nullable Path data, String faults) {
    try {
      Sandbox sandbox = Sandbox.start(new SandboxOptions(data, port, faults(faults)));
      return running(sandbox.addresses(), sandbox::close);
    } catch (SandboxException e) {
      throw told(e);
    }
  }

  @Override
  public Optional<Release> newerVersion() {
    return updates().flatMap(Updates::known);
  }

  /** The same, after asking where that was not done today; blocks for seconds at most. */
  Optional<Release> lookForNewerVersion() {
    return updates().flatMap(Updates::look);
  }

  private Optional<Updates> updates() {
    Path memory = UserFolders.here().cache().resolve("updates.json");
    return ProgramFile.updates().map(place -> Updates.at(place, memory, time, Release.running()));
  }

  private static SandboxFaults faults(String spec) {
    try {
      return SandboxFaults.parse(spec);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(new Problem.Invalid("faults", String.valueOf(e.getMessage())), e);
    }
  }

  /** The sandbox knows its reasons in words of its own. */
  private static ProblemException told(SandboxException e) {
    return new ProblemException(new Problem.Machine(String.valueOf(e.getMessage())), e);
  }

  private static RunningSandbox running(SandboxAddresses addresses, Runnable close) {
    // Read back like anybody's file: the console knows addresses, not objects.
    Connection connection = ConnectionsFile.read(Path.of(addresses.config())).getFirst();
    return new RunningSandbox() {
      @Override
      public Connection connection() {
        return connection;
      }

      @Override
      public URI edgeUrl() {
        return addresses.edgeUrl();
      }

      @Override
      public URI originUrl() {
        return addresses.originUrl();
      }

      @Override
      public String json() {
        return addresses.json();
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }
}
