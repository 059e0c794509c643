package dev.frontdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SandboxHostTest {
  @TempDir Path folder;

  @Test
  void theSecondAttachesToTheFirst() {
    try (var first = host()) {
      assertTrue(first.isOwner());
      try (var second = host()) {
        assertFalse(second.isOwner());
        assertEquals(first.addresses(), second.addresses());
      }
      assertEquals(200, edge(first.addresses()));
    }
    assertFalse(Files.exists(folder.resolve("sandbox.json")));
    try (var next = host()) {
      assertTrue(next.isOwner());
    }
  }

  /** POSIX frees a file's locks with any of the process's handles on it: none may be closed. */
  @Test
  void whoAttachesWithinTheProcessLeavesTheLock() throws Exception {
    try (var first = host();
        var second = host()) {
      assertFalse(second.isOwner());
      var other = run();
      try {
        var there =
            JsonMapper.builder().build().readValue(firstLine(other), SandboxAddresses.class);
        assertEquals(first.addresses(), there);
      } finally {
        other.destroyForcibly();
      }
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
      assertEquals(1, started.stream().filter(SandboxHost::isOwner).count());
      assertEquals(1, started.stream().map(SandboxHost::addresses).distinct().count());
      started.forEach(SandboxHost::close);
    }
  }

  @Test
  void attachesToAnotherProcessAndTakesOverWhatAKilledOneLeft() throws Exception {
    var other = run();
    SandboxAddresses addresses;
    String invalidation;
    try {
      var line = firstLine(other);
      addresses = JsonMapper.builder().build().readValue(line, SandboxAddresses.class);
      try (var host = host();
          var clients = new SandboxClients(host.addresses())) {
        assertFalse(host.isOwner());
        assertEquals(addresses, host.addresses());
        invalidation = clients.invalidate("survives", "/projects/atlas/members");
      }
    } finally {
      other.destroyForcibly();
    }
    assertTrue(other.waitFor(10, TimeUnit.SECONDS));
    try (var host = host();
        var clients = new SandboxClients(host.addresses())) {
      assertTrue(host.isOwner());
      assertEquals(addresses.distributionId(), host.addresses().distributionId());
      assertNotEquals(addresses.edgeUrl(), host.addresses().edgeUrl());
      clients.awaitCompleted(invalidation);
      assertEquals(200, edge(host.addresses()));
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

  private Process run() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String firstLine(Process process) throws IOException {
    var line = process.inputReader().readLine();
    if (line == null) {
      throw new AssertionError("the other process did not start a sandbox");
    }
    return line;
  }

  /** Runs a sandbox until it is killed. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] args) throws InterruptedException {
      var host = SandboxHost.attachOrStart(Path.of(args[0]), SandboxOptions.DEFAULT);
      System.out.println(JsonMapper.builder().build().writeValueAsString(host.addresses()));
      Thread.currentThread().join();
    }
  }
}
