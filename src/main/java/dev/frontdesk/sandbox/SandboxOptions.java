package dev.frontdesk.sandbox;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is started.
 *
 * @param data the folder that keeps tables and invalidations; null to forget them at the end
 */
public record SandboxOptions(@Nullable Path data, Ports ports, SandboxFaults faults) {
  /** In memory, on free ports. */
  public static final SandboxOptions DEFAULT = new SandboxOptions(null, 0, SandboxFaults.NONE);

  /**
   * @param port the edge's; the origin, the control plane and DynamoDB have the next three. 0 for
   *     free ones.
   */
  public SandboxOptions(@Nullable Path data, int port, SandboxFaults faults) {
    this(data, Ports.from(port), faults);
  }

  /** The same with so many simulated readers a second. */
  public SandboxOptions withReaders(double aSecond) {
    return new SandboxOptions(data, ports, faults.withReaders(aSecond));
  }

  public SandboxOptions withData(Path folder) {
    return new SandboxOptions(folder, ports, faults);
  }

  SandboxOptions withPorts(Ports others) {
    return new SandboxOptions(data, others, faults);
  }

  /** The servers' ports on 127.0.0.1; 0 for a free one. */
  public record Ports(int edge, int origin, int control, int dynamoDb) {
    private static final Ports FREE = new Ports(0, 0, 0, 0);
    private static final int LAST = 65_535 - 3;

    static Ports from(int first) {
      if (first < 0 || first > LAST) {
        throw new IllegalArgumentException(
            "The sandbox takes four ports from the one given, which is 0 to %d, not %d."
                .formatted(LAST, first));
      }
      return first == 0 ? FREE : new Ports(first, first + 1, first + 2, first + 3);
    }

    boolean areFree() {
      return edge == 0 && origin == 0 && control == 0 && dynamoDb == 0;
    }

    /** Those of a sandbox that ran or runs. */
    static Ports of(SandboxAddresses addresses) {
      return new Ports(
          port(addresses.edgeUrl()),
          port(addresses.originUrl()),
          port(addresses.endpoints().cloudfront()),
          port(addresses.endpoints().dynamodb()));
    }

    private static int port(URI address) {
      return address.getPort();
    }
  }
}
