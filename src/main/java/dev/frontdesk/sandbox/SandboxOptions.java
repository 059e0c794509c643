package dev.frontdesk.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is started.
 *
 * @param data the folder that keeps tables and invalidations; null to forget them at the end
 * @param port the edge's; the origin, the control plane and DynamoDB have the next three. 0 for
 *     free ones.
 */
public record SandboxOptions(@Nullable Path data, int port, SandboxFaults faults) {
  /** In memory, on free ports. */
  public static final SandboxOptions DEFAULT = new SandboxOptions(null, 0, SandboxFaults.NONE);

  private static final int LAST_PORT = 65_535 - 3;

  public SandboxOptions {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "The sandbox takes four ports from the one given, which is 0 to %d, not %d."
              .formatted(LAST_PORT, port));
    }
  }

  public SandboxOptions withData(Path folder) {
    return new SandboxOptions(folder, port, faults);
  }

  int edgePort() {
    return port;
  }

  int originPort() {
    return offset(1);
  }

  int controlPort() {
    return offset(2);
  }

  int dynamoDbPort() {
    return offset(3);
  }

  private int offset(int offset) {
    return port == 0 ? 0 : port + offset;
  }
}
