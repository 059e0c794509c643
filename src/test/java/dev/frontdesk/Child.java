package dev.frontdesk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** The real program in a process of its own, which can be killed at any instant. */
final class Child implements AutoCloseable {
  /** After this the kernel ends it: 128 and the number of SIGKILL. */
  private static final int KILLED = 137;

  private final Process process;
  private final Thread reader;
  private final long started = System.nanoTime();
  private final List<String> lines = new ArrayList<>();
  private boolean silent;

  /** Starts a command: small and without the second compiler, for it does not live long. */
  Child(List<String> command) {
    List<String> all =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    all.addAll(command);
    try {
      process = new ProcessBuilder(all).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader = Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("cut off: " + e.getMessage());
    } finally {
      synchronized (lines) {
        silent = true;
        lines.notifyAll();
      }
    }
  }

  private void add(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
  }

  /** Since its start. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /**
   * Waits until it says a line that begins so.
   *
   * @return false where it has ended without, or the time is over
   */
  boolean awaitLine(String beginning, Duration bound) throws InterruptedException {
    long until = System.nanoTime() + bound.toNanos();
    synchronized (lines) {
      while (true) {
        if (lines.stream().anyMatch(line -> line.startsWith(beginning))) {
          return true;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (silent || left <= 0) {
          return false;
        }
        lines.wait(left);
      }
    }
  }

  /** Waits for its end, at most so long; false where it runs on. */
  boolean awaitEnd(Duration bound) throws InterruptedException {
    return process.waitFor(bound.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * SIGKILL.
   *
   * @return the status with which it had ended before by itself; empty where it was killed
   */
  OptionalInt kill() throws InterruptedException {
    process.destroyForcibly();
    int status = process.waitFor();
    reader.join();
    return status == KILLED ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** All that it has said. */
  String said() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
