package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeProber;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Desk;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import dev.frontdesk.texts.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command says and returns of a publication that does not simply get fresh. */
class FollowedPublicationTest {
  private static final String CONFIG =
      """
      {"connections": [{
        "name": "test", "region": "eu-west-1", "distributionId": "E1", "accessKeyId": "k",
        "endpoints": {"cloudfront": "http://127.0.0.1:1", "cloudwatch": "http://127.0.0.1:1",
          "dynamodb": "http://127.0.0.1:1", "sts": "http://127.0.0.1:1"},
        "members": {"table": "app", "layout": "item-per-member",
          "project": {"pk": "PROJECT#{projectId}", "sk": "PROJECT"},
          "member": {"pk": "PROJECT#{projectId}", "sk": "MEMBER#{memberId}"},
          "attributes": {"projectName": "name", "memberName": "name", "email": "email",
            "role": "role", "version": "version"},
          "roles": ["owner", "viewer"]},
        "journal": {"table": "journal"},
        "routes": [{"path": "/projects/{projectId}/members", "strategy": "invalidate"}]}]}
      """;

  private final FakeTables tables =
      new FakeTables()
          .put(
              new Roster(
                  "atlas",
                  "Atlas",
                  41,
                  List.of(new Member("m1", "amara@acme.example", "Amara", new Role("owner")))));
  private final FakeInvalidator cloudfront = new FakeInvalidator();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Consumer<JournalEntry> witness = _ -> {};

  @TempDir Path folder;

  @Test
  void savedIsNotYetOnItsWay() throws IOException {
    cloudfront.meet(throttles(10_000));
    // Real pauses: the desk waits for CloudFront longer than the command does for the desk.
    assertEquals(Exit.NOT_ENDED, add(Ticker.system(), "--no-wait", "--timeout", "300ms"), err());
  }

  @Test
  void whatAnotherDeskBringsToItsEndHasEnded() throws IOException {
    witness =
        entry -> {
          if (entry.state() == State.SUBMITTED) {
            JournalEntry theirs = entry.takenBy("desk-2");
            tables.update(theirs, entry.lease());
            tables.update(theirs.with(theirs.progress().end()), theirs.lease());
          }
        };
    cloudfront.completing(false);
    long start = System.nanoTime();
    add(new FastTicker(), "--json", "--timeout", "60s");
    assertTrue(System.nanoTime() - start < 30_000_000_000L, "waited for the desk that lost it");
    assertEquals("", err());
    assertTrue(out().contains("\"submitted\""), this::out);
  }

  private static Problem[] throttles(int times) {
    return java.util.stream.Stream.generate(() -> new Problem.Throttled("CreateInvalidation", "r"))
        .limit(times)
        .toArray(Problem[]::new);
  }

  private int add(Ticker ticker, String... options) throws IOException {
    Path config = Files.writeString(folder.resolve("connections.json"), CONFIG);
    assertEquals(1, ConnectionsFile.read(config).size());
    var args = new java.util.ArrayList<>(List.of("add", "atlas", "li@acme.example"));
    args.addAll(List.of("--role", "viewer", "--config", config.toString()));
    args.addAll(List.of(options));
    return CommandLineInterface.run(
        args.toArray(String[]::new),
        new FakeBackstage(ticker),
        Texts.of(Locale.ENGLISH),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Opens any connection on the fakes. */
  private final class FakeBackstage implements Backstage {
    private final Ticker ticker;

    FakeBackstage(Ticker ticker) {
      this.ticker = ticker;
    }

    @Override
    public Session open(Connection connection) {
      var route =
          new Route(
              new PathTemplate("/projects/{projectId}/members"),
              Strategy.INVALIDATE,
              null,
              false,
              false);
      var publisher =
          new Publisher(
              new Desk("desk-1", () -> "me"),
              List.of(route),
              new Publisher.Ports(tables, cloudfront, new FakeProber(() -> 42)),
              new Publisher.Machine(InstantSource.system(), ticker, new Random(1)));
      publisher.listen(witness);
      return new Session(connection, tables, tables, publisher, () -> "me", () -> {});
    }

    @Override
    public RunningSandbox defaultSandbox() {
      throw new AssertionError("a connection is named");
    }

    @Override
    public RunningSandbox startSandbox(int port, @Nullable Path data, String faults) {
      throw new AssertionError("a connection is named");
    }
  }
}
