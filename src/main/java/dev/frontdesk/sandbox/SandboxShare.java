package dev.frontdesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's part in the sandbox of a folder: it runs it, or stands by to do so.
 *
 * <p>Who has the folder's lock runs the sandbox; the system frees the lock however a process ends.
 * All of a process use one share, and with it one handle on the lock: closing any other would give
 * up the process's locks on that file (POSIX, "fcntl"; {@link FileLock} says so too).
 */
final class SandboxShare {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxShare.class);

  /**
   * How long another process may take to start what this one wants to attach to: a second or two,
   * on a machine that is busy with other work ten.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A process that is killed gives back its lock, its files and its ports one after the other. */
  private static final Duration TAKE_OVER = Duration.ofSeconds(10);

  /** The same, for who may have other ports: another program may have taken them for good. */
  private static final Duration SAME_PORTS = Duration.ofSeconds(1);

  /** Between two looks at the lock. Asking costs one system call; to wait in it cannot be ended. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final String LOCK = "sandbox.lock";

  /** By folder: a property of the process, as its locks are. */
  private static final Map<Path, SandboxShare> SHARES = new HashMap<>();

  private final Path folder;
  private final SandboxOptions options;
  private final SandboxAddresses addresses;
  private final FileChannel lock;
  private final CountDownLatch left = new CountDownLatch(1);

  /** Guarded by {@link #SHARES}. */
  private int users;

  /** What this process runs; null while another does. Guarded by this. */
  private @Nullable Sandbox sandbox;

  /** Whoever logs out ends the process without closing its window. */
  private final Thread atExit = new Thread(this::stop, "sandbox-stop");

  private SandboxShare(
      Path folder,
      SandboxOptions options,
      FileChannel lock,
      SandboxAddresses addresses,
      @Nullable Sandbox sandbox) {
    this.folder = folder;
    this.options = options;
    this.lock = lock;
    this.addresses = addresses;
    this.sandbox = sandbox;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * @param folder is there, and is named by its real path
   * @throws SandboxException if the sandbox can neither be started nor reached within 30 s
   */
  static SandboxShare join(Path folder, SandboxOptions options) {
    synchronized (SHARES) {
      var share = SHARES.get(folder);
      if (share == null) {
        share = enter(folder, options.withData(folder));
        SHARES.put(folder, share);
      }
      share.users++;
      return share;
    }
  }

  SandboxAddresses addresses() {
    return addresses;
  }

  synchronized boolean runsHere() {
    return sandbox != null;
  }

  /** Undoes one {@link #join}. */
  void leave() {
    synchronized (SHARES) {
      users--;
      if (users == 0) {
        end();
      }
    }
  }

  private static SandboxShare enter(Path folder, SandboxOptions options) {
    var lock = open(folder.resolve(LOCK));
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      do {
        if (isTaken(lock)) {
          return start(folder, options, lock);
        }
        var running = SandboxRecord.read(folder).filter(SandboxRecord::answers);
        if (running.isPresent()) {
          var share = new SandboxShare(folder, options, lock, running.get(), null);
          Thread.ofPlatform().daemon().name("sandbox-stand-by").start(share::standBy);
          return share;
        }
        pause();
      } while (System.nanoTime() < deadline);
      throw new SandboxException(
          "Another process holds the sandbox in %s, but its servers do not answer."
              .formatted(folder),
          null);
    } catch (RuntimeException e) {
      close(lock);
      throw e;
    }
  }

  private static SandboxShare start(Path folder, SandboxOptions options, FileChannel lock) {
    var sandbox = started(folder, options);
    try {
      SandboxRecord.write(folder, sandbox.addresses());
      return new SandboxShare(folder, options, lock, sandbox.addresses(), sandbox);
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  /** On the ports of the run before, since others may stand by at them; else as the options say. */
  private static Sandbox started(Path folder, SandboxOptions options) {
    var before = SandboxRecord.read(folder);
    if (before.isPresent() && options.ports().areFree()) {
      var same = options.withPorts(SandboxOptions.Ports.of(before.get()));
      long deadline = System.nanoTime() + SAME_PORTS.toNanos();
      do {
        try {
          return Sandbox.start(same);
        } catch (SandboxException e) {
          LOG.debug("The sandbox cannot be had as before", e);
        }
        pause();
      } while (System.nanoTime() < deadline);
      LOG.info("The sandbox in {} cannot have its former ports again and takes others", folder);
    }
    return Sandbox.start(options);
  }

  /** Takes over when the lock is free, until the share is left. */
  private void standBy() {
    try {
      while (!left.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (isFree()) {
          takeOver();
          return;
        }
      }
    } catch (InterruptedException e) {
      // Nobody but the end of the process interrupts this thread.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isFree() {
    return lock.isOpen() && isTaken(lock);
  }

  private void takeOver() throws InterruptedException {
    long deadline = System.nanoTime() + TAKE_OVER.toNanos();
    RuntimeException problem;
    do {
      try {
        runOn();
        return;
      } catch (RuntimeException e) {
        problem = e;
      }
    } while (!left.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < deadline);
    LOG.error(
        "The process that ran the sandbox in {} is gone, and this one cannot run it on at {}",
        folder,
        addresses.edgeUrl(),
        problem);
    synchronized (SHARES) {
      end();
    }
  }

  private synchronized void runOn() {
    if (lock.isOpen()) {
      // First, so that who comes now waits for these addresses.
      SandboxRecord.write(folder, addresses);
      sandbox = Sandbox.start(options.withPorts(SandboxOptions.Ports.of(addresses)));
      LOG.info("The process that ran the sandbox in {} is gone; this one runs it on", folder);
    }
  }

  /** Stops what runs here, and only then lets another run it. The caller holds {@link #SHARES}. */
  private synchronized void end() {
    SHARES.remove(folder, this);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.debug("The process ends, and stops it too", e);
    }
    stop();
  }

  /**
   * Its store is closed as a whole: one that is not is looked through when it is opened again,
   * which takes a tenth of its start.
   */
  private synchronized void stop() {
    left.countDown();
    try (var _ = sandbox) {
      sandbox = null;
    } finally {
      close(lock);
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + file, e);
    }
  }

  /** Takes the lock unless another process has it; closing the channel gives it back. */
  private static boolean isTaken(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock the sandbox's folder", e);
    }
  }

  private static void close(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Waiting for the sandbox was interrupted.", e);
    }
  }
}
