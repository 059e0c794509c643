package dev.frontdesk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sandbox of a data folder, shared by every process on this machine: whoever comes first runs
 * it and leaves its addresses in the folder, the others attach to it. When the one that runs it
 * ends, however it ends, one of the others runs it on, at the same addresses.
 */
public final class SandboxHost implements AutoCloseable {
  private final SandboxShare share;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SandboxHost(SandboxShare share) {
    this.share = share;
  }

  /**
   * Attaches to the sandbox that runs on the folder, or starts it; where it ran before, on the
   * ports that it had, if they can be had again.
   *
   * @param options ports and faults of a sandbox that this process runs; one that another runs
   *     keeps its own
   * @throws SandboxException if it can neither be started nor reached within 30 s
   */
  public static SandboxHost attachOrStart(Path folder, SandboxOptions options) {
    try {
      Files.createDirectories(folder);
      return new SandboxHost(SandboxShare.join(folder.toRealPath(), options));
    } catch (IOException e) {
      throw new SandboxException(
          "The sandbox cannot make its data folder %s.".formatted(folder), e);
    }
  }

  /** Where it is, whoever runs it: the same for as long as this object is open. */
  public SandboxAddresses addresses() {
    return share.addresses();
  }

  /** Whether this process runs it at this moment. */
  public boolean isOwner() {
    return share.runsHere();
  }

  /** Leaves the sandbox; with the last that uses it in this process, its run here ends. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      share.leave();
    }
  }
}
