package dev.frontdesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox of a data folder, shared by every process on this machine: whoever comes first runs
 * it and leaves its addresses in the folder, the others attach to it.
 */
public final class SandboxHost implements AutoCloseable {
  /**
   * How long another process may take to start what this one wants to attach to: a second or two,
   * on a machine that is busy with other work ten.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String LOCK = "sandbox.lock";
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** The lock files that this process holds: a property of the process, as their locks are. */
  private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SandboxAddresses addresses;
  private final @Nullable Owned owned;

  private SandboxHost(SandboxAddresses addresses, @Nullable Owned owned) {
    this.addresses = addresses;
    this.owned = owned;
  }

  /**
   * Attaches to the sandbox that runs on the folder, or starts it.
   *
   * @param options ports and faults of a sandbox that is started; one that runs keeps its own
   * @throws SandboxException if it can neither be started nor reached within 30 s
   */
  public static SandboxHost attachOrStart(Path folder, SandboxOptions options) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new SandboxException(
          "The sandbox cannot make its data folder %s.".formatted(folder), e);
    }
    var file = folder.resolve("sandbox.json");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var lock = tryLock(folder.resolve(LOCK));
      if (lock != null) {
        return start(lock, file, options.withData(folder));
      }
      var running = read(file).filter(SandboxHost::answers);
      if (running.isPresent()) {
        return new SandboxHost(running.get(), null);
      }
      if (System.nanoTime() > deadline) {
        throw new SandboxException(
            "Another process holds the sandbox in %s, but its servers do not answer."
                .formatted(folder),
            null);
      }
      pause();
    }
  }

  /** Where it is, whoever runs it. */
  public SandboxAddresses addresses() {
    return addresses;
  }

  /** Whether it ends with this object, and not with another process. */
  public boolean isOwner() {
    return owned != null;
  }

  /** Stops the sandbox if this object started it. */
  @Override
  public void close() {
    if (owned != null) {
      owned.close();
    }
  }

  /** What the process that runs the sandbox has to give back. */
  private record Owned(Sandbox sandbox, Path file, FileChannel lock) implements AutoCloseable {
    @Override
    public void close() {
      // First nobody new attaches, then it stops, then another may start.
      try (sandbox) {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        release(lock, file);
      }
    }
  }

  private static SandboxHost start(FileChannel lock, Path file, SandboxOptions options) {
    try {
      // Of a process that was killed: nobody is to attach to those addresses.
      Files.deleteIfExists(file);
      var sandbox = Sandbox.start(options);
      var owned = new Owned(sandbox, file, lock);
      try {
        AtomicFiles.write(file, JSON.writeValueAsString(sandbox.addresses()) + "\n");
        return new SandboxHost(sandbox.addresses(), owned);
      } catch (RuntimeException e) {
        owned.close();
        throw e;
      }
    } catch (IOException e) {
      release(lock, file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      release(lock, file);
      throw e;
    }
  }

  /**
   * The lock, which the system frees however this process ends; null if another has it.
   *
   * <p>Where this process has it the file is not even opened: closing any handle on it would give
   * all the process's locks back (POSIX, "fcntl"; {@link FileLock} says so too).
   */
  private static @Nullable FileChannel tryLock(Path file) {
    Path key = file.toAbsolutePath().normalize();
    if (!LOCKED.add(key)) {
      return null;
    }
    FileChannel channel = null;
    try {
      channel = lock(file);
      return channel;
    } finally {
      if (channel == null) {
        LOCKED.remove(key);
      }
    }
  }

  private static @Nullable FileChannel lock(Path file) {
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return null;
      }
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  /**
   * @param file the addresses, beside which the lock lies
   */
  private static void release(FileChannel lock, Path file) {
    if (!lock.isOpen()) {
      return; // closed twice: by now the lock may be another's
    }
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      LOCKED.remove(file.resolveSibling(LOCK).toAbsolutePath().normalize());
    }
  }

  private static Optional<SandboxAddresses> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), SandboxAddresses.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (JacksonException e) {
      throw new SandboxException("%s is not what a sandbox writes.".formatted(file), e);
    }
  }

  /** Whether the control plane, which starts last, is there and is that of this sandbox. */
  private static boolean answers(SandboxAddresses addresses) {
    var control = addresses.endpoints().cloudfront();
    var request =
        HttpRequest.newBuilder(URI.create(control + "/2020-05-31/distribution"))
            .timeout(ANSWER)
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=sandbox/")
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.body().contains("<Id>" + addresses.distributionId() + "</Id>");
    } catch (IOException e) {
      // Not there, or not yet: the caller asks again.
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static SandboxException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SandboxException("Waiting for the sandbox was interrupted.", e);
  }
}
