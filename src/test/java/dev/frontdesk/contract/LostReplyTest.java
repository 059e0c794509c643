package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.contract.Connections.Shape;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.members.Roster;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server has acted, and its reply does not arrive. */
class LostReplyTest {
  /** More than the SDK, and the JDK below it, send again by themselves. */
  private static final int MANY = 1_000;

  private final Servers servers = new Servers();

  @AfterEach
  void stop() {
    servers.close();
  }

  /** Waits in no time. */
  private static Ticker hurried() {
    var nanos = new AtomicLong();
    return new Ticker() {
      @Override
      public long nanos() {
        return nanos.get();
      }

      @Override
      public void pause(Duration time) {
        nanos.addAndGet(time.toNanos());
      }
    };
  }

  /** A project in tables of its own, and a change that is about to be saved. */
  private record Scene(
      TestTables tables, Connection direct, Connection lossy, Roster seen, JournalEntry entry)
      implements AutoCloseable {
    static Scene at(URI address, DroppingProxy proxy) {
      var tables = new TestTables(address);
      String members = tables.members(Shape.SINGLE);
      var journal = Connections.journal(tables.journal(), null);
      tables.put(Shape.SINGLE, members, "atlas", List.of(Entries.member("ada", "owner")));
      var direct = Connections.dynamodb(address, Shape.SINGLE.at(members), journal);
      var lossy = Connections.dynamodb(proxy.address(), Shape.SINGLE.at(members), journal);
      try (var connection = AwsConnection.open(direct)) {
        Roster seen = connection.rosters().roster("atlas");
        var change = Entries.adding(Entries.member("bela", "viewer"));
        var entry = Entries.entry(seen, change, Instant.now(), new Random(3));
        return new Scene(tables, direct, lossy, seen, entry);
      }
    }

    /** As a desk does before it has anything to save. */
    void look(AwsConnection connection) {
      assertEquals(seen, connection.rosters().roster(seen.projectId()));
    }

    void save(AwsConnection connection) {
      var step = java.util.Objects.requireNonNull(entry.roster());
      connection.journal().save(seen, step.change(), entry);
    }

    void requireSavedOnce() {
      try (var connection = AwsConnection.open(direct)) {
        assertEquals(1, connection.rosters().roster("atlas").version());
        assertEquals(2, connection.rosters().countMembers("atlas"));
        assertEquals(List.of(entry), connection.journal().newest(null, 10));
      }
    }

    @Override
    public void close() {
      tables.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 13})
  void aSaveFindsOutWhatBecameOfIt(int replies) throws Exception {
    URI address = servers.dynamodb();
    try (var proxy = new DroppingProxy(address);
        var scene = Scene.at(address, proxy);
        var connection = AwsConnection.open(scene.lossy(), InstantSource.system(), hurried())) {
      scene.look(connection);
      proxy.drop(replies);

      scene.save(connection);

      assertEquals(replies, proxy.dropped());
      scene.requireSavedOnce();
    }
  }

  @Test
  void aSaveThatCannotFindOutSaysSo() throws Exception {
    URI address = servers.dynamodb();
    try (var proxy = new DroppingProxy(address);
        var scene = Scene.at(address, proxy);
        var connection = AwsConnection.open(scene.lossy(), InstantSource.system(), hurried())) {
      scene.look(connection);
      proxy.drop(MANY);

      var thrown = assertThrows(ProblemException.class, () -> scene.save(connection));

      assertInstanceOf(Problem.UnknownOutcome.class, thrown.problem());
      scene.requireSavedOnce(); // this once it was carried out, which nobody could know

      proxy.drop(0);
      scene.save(connection); // and asked again, it finds out
      scene.requireSavedOnce();
    }
  }

  @Test
  void aSaveThatReachedNobodyIsOfflineAtOnce() throws Exception {
    URI address = servers.dynamodb();
    DroppingProxy gone;
    try (var proxy = new DroppingProxy(address)) {
      gone = proxy;
    }
    try (var scene = Scene.at(address, gone)) {
      try (var connection = AwsConnection.open(scene.lossy(), InstantSource.system(), hurried())) {
        var thrown = assertThrows(ProblemException.class, () -> scene.save(connection));

        assertInstanceOf(Problem.Offline.class, thrown.problem());
      }
    }
  }

  @Test
  void aRevisionWhoseReplyIsLostIsWrittenOnce() throws Exception {
    URI address = servers.dynamodb();
    try (var proxy = new DroppingProxy(address);
        var scene = Scene.at(address, proxy);
        var connection = AwsConnection.open(scene.lossy(), InstantSource.system(), hurried())) {
      scene.save(connection);
      JournalEntry entry = scene.entry();
      JournalEntry proved =
          entry.with(
              entry
                  .progress()
                  .proved(
                      List.of(Entries.evidence("/x", Instant.now())),
                      java.util.Map.of(),
                      Instant.now()));
      proxy.drop(1);

      connection.journal().update(proved, entry.lease());

      assertEquals(1, proxy.dropped());
      assertEquals(proved, connection.journal().read(entry.id()).orElseThrow());
    }
  }

  @Test
  void anInvalidationAskedForTwiceIsMadeOnce() throws Exception {
    var cloudfront = servers.cloudfront();
    List<InvalidationItem> paths = List.of(new CachePath("/projects/1/members"));
    try (var proxy = new DroppingProxy(cloudfront.address());
        var lossy =
            AwsConnection.open(Connections.cloudfront(proxy.address(), cloudfront.distribution()));
        var direct =
            AwsConnection.open(
                Connections.cloudfront(cloudfront.address(), cloudfront.distribution()))) {
      proxy.drop(1);

      Invalidation made = lossy.invalidator().create("reference-1", paths);

      assertEquals(1, proxy.dropped());
      String again = direct.invalidator().create("reference-1", paths).id();
      Servers.skipIfForeign(
          "cloudfront", !again.equals(made.id()), "that server takes a reference for a new one");
      assertEquals(made.id(), again);

      proxy.drop(MANY);
      var thrown =
          assertThrows(
              ProblemException.class, () -> lossy.invalidator().create("reference-2", paths));
      assertInstanceOf(Problem.UnknownOutcome.class, thrown.problem());
      assertTrue(thrown.problem().passes());
    }
  }

  /** The SDK sends it again, and meets nobody: that says nothing of what was sent before. */
  @Test
  void aServerThatDiesBeforeItsReplyLeavesTheOutcomeUnknown() throws Exception {
    try (var listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> dieAtTheSecondRequest(listener));
      URI address = URI.create("http://127.0.0.1:" + listener.getLocalPort());
      try (var connection = AwsConnection.open(Connections.cloudfront(address, "E1"))) {
        var thrown =
            assertThrows(
                ProblemException.class,
                () -> connection.invalidator().create("r", List.of(new CachePath("/x"))));

        assertInstanceOf(Problem.UnknownOutcome.class, thrown.problem());
      }
    }
  }

  private static void dieAtTheSecondRequest(ServerSocket listener) {
    try (listener) {
      for (int request = 0; request < 2; request++) {
        try (Socket client = listener.accept()) {
          if (client.getInputStream().read(new byte[8192]) > 0) {
            client.setSoLinger(true, 0);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aReadingWhoseReplyIsLostIsOffline() throws Exception {
    URI address = servers.dynamodb();
    try (var proxy = new DroppingProxy(address);
        var scene = Scene.at(address, proxy);
        var connection = AwsConnection.open(scene.lossy())) {
      proxy.drop(MANY);

      var thrown = assertThrows(ProblemException.class, () -> connection.rosters().roster("atlas"));

      assertInstanceOf(Problem.Offline.class, thrown.problem());
    }
  }
}
