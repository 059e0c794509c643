package dev.frontdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SandboxHostTest {
  @TempDir Path folder;

  /** POSIX frees a file's locks with any of the process's handles on it: none may be closed. */
  @Test
  void aProcessRunsItUntilTheLastOfItsUsersLeaves() throws Exception {
    var first = host();
    var second = host();
    assertTrue(second.isOwner());
    assertEquals(first.addresses(), second.addresses());
    first.close();
    first.close();
    var other = new Other();
    try {
      assertEquals(second.addresses(), other.addresses);
      assertEquals("attached", other.part);
    } finally {
      other.kill();
    }
    assertEquals(200, edge(second.addresses()));
    second.close();
    assertFalse(answers(second.addresses()));
  }

  /** As whoever logs out ends it: a store that is left open is looked through at the next start. */
  @Test
  void aProcessThatIsToldToEndClosesItsStore() throws Exception {
    Path file = folder.resolve("tables.mv");
    var killed = new Other();
    assertEquals("owner", killed.part);
    killed.kill();
    assertFalse(isClosed(file));
    var ended = new Other();
    ended.end();
    assertTrue(isClosed(file));
  }

  /** The store says so in its header, when it is closed. */
  private static boolean isClosed(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(200), StandardCharsets.ISO_8859_1).contains(",clean:1,");
    }
  }

  @Test
  void theNextRunHasTheAddressesOfTheLast() throws Exception {
    SandboxAddresses addresses;
    try (var host = host()) {
      addresses = host.addresses();
    }
    try (var host = host()) {
      assertEquals(addresses, host.addresses());
    }
    Files.writeString(folder.resolve("sandbox.json"), "{\"written\":\"by another Frontdesk\"}");
    try (var host = host()) {
      assertEquals(addresses.distributionId(), host.addresses().distributionId());
    }
  }

  @Test
  void theNextRunTakesOtherPortsWhereItsOwnAreTaken() throws Exception {
    SandboxAddresses addresses;
    try (var host = host()) {
      addresses = host.addresses();
    }
    try (var _ =
            new ServerSocket(addresses.originUrl().getPort(), 1, InetAddress.getLoopbackAddress());
        var host = host()) {
      assertNotEquals(addresses.originUrl(), host.addresses().originUrl());
      assertEquals(200, edge(host.addresses()));
    }
  }

  @Test
  void manyAtOnceShareOne() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var hosts = executor.invokeAll(Collections.nCopies(5, (Callable<SandboxHost>) this::host));
      var started = new ArrayList<SandboxHost>();
      for (var host : hosts) {
        started.add(host.get());
      }
      assertEquals(1, started.stream().map(SandboxHost::addresses).distinct().count());
      started.forEach(SandboxHost::close);
    }
  }

  /** Three processes, killed one after the other: whoever is left answers, and nothing is lost. */
  @Test
  void whoIsAttachedRunsItOnWhenTheOwnerIsKilled() throws Exception {
    var owner = new Other();
    var addresses = owner.addresses;
    assertEquals("owner", owner.part);
    var attached = new Other();
    assertEquals(addresses, attached.addresses);
    assertEquals("attached", attached.part);
    try (var host = host();
        var clients = new SandboxClients(addresses)) {
      assertFalse(host.isOwner());
      assertEquals(addresses, host.addresses());
      String invalidation = clients.invalidate("survives", "/projects/atlas/members");

      owner.kill();
      awaitAnswer(addresses, "the owner was killed");
      assertEquals(invalidation, clients.invalidate("survives", "/projects/atlas/members"));

      attached.kill();
      awaitAnswer(addresses, "the attached was killed");
      SandboxClients.await(host::isOwner);
      assertEquals(invalidation, clients.invalidate("survives", "/projects/atlas/members"));
      assertEquals(200, edge(addresses));
      clients.awaitCompleted(invalidation);
    } finally {
      owner.kill();
      attached.kill();
    }
  }

  @Test
  void whoIsAttachedRunsItOnWhenTheOwnerCloses() throws Exception {
    var owner = host();
    var attached = new Other();
    try {
      assertEquals("attached", attached.part);
      owner.close();
      awaitAnswer(owner.addresses(), "the owner closed");
      try (var again = host()) {
        assertFalse(again.isOwner());
        assertEquals(owner.addresses(), again.addresses());
      }
    } finally {
      attached.kill();
    }
  }

  private SandboxHost host() {
    return SandboxHost.attachOrStart(folder, SandboxOptions.DEFAULT);
  }

  private static int edge(SandboxAddresses addresses) {
    try (var clients = new SandboxClients(addresses)) {
      return clients.atEdge("/projects").statusCode();
    }
  }

  private static boolean answers(SandboxAddresses addresses) {
    return SandboxRecord.answers(addresses);
  }

  /** Prints how long the others have to wait, for who wonders. */
  private static void awaitAnswer(SandboxAddresses addresses, String since) {
    long start = System.nanoTime();
    SandboxClients.await(() -> answers(addresses));
    System.out.printf(
        "answered again %d ms after %s%n",
        Duration.ofNanos(System.nanoTime() - start).toMillis(), since);
  }

  /** A process of its own that uses the folder's sandbox until it is killed. */
  private final class Other {
    final SandboxAddresses addresses;

    /** Whether it was the owner or attached when it got the sandbox. */
    final String part;

    private final Process process;

    /** Returns when the process has a sandbox. */
    Other() throws IOException {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      process =
          new ProcessBuilder(
                  java,
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Guest.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var lines = process.inputReader();
      addresses = JsonMapper.builder().build().readValue(next(lines), SandboxAddresses.class);
      part = next(lines);
    }

    private static String next(BufferedReader lines) throws IOException {
      var line = lines.readLine();
      if (line == null) {
        throw new AssertionError("the other process has ended");
      }
      return line;
    }

    /** On POSIX systems this is SIGTERM. */
    void end() throws InterruptedException {
      process.destroy();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }

    /** On POSIX systems this is SIGKILL: no hook runs, nothing is closed. */
    void kill() throws InterruptedException {
      process.destroyForcibly();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }
  }

  /** The program of the other process. */
  static final class Guest {
    private Guest() {}

    public static void main(String[] args) throws InterruptedException {
      var host = SandboxHost.attachOrStart(Path.of(args[0]), SandboxOptions.DEFAULT);
      System.out.println(JsonMapper.builder().build().writeValueAsString(host.addresses()));
      System.out.println(host.isOwner() ? "owner" : "attached");
      Thread.currentThread().join();
    }
  }
}
