package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.fakes.FakeArchive;
import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeMetrics;
import dev.frontdesk.fakes.FakeProber;
import dev.frontdesk.fakes.FakeRoutes;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Desk;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import dev.frontdesk.texts.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands run on the fakes, and what they say. */
final class FakeDesk {
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

  final FakeTables tables =
      new FakeTables()
          .put(
              new Roster(
                  "atlas",
                  "Atlas",
                  41,
                  List.of(new Member("m1", "amara@acme.example", "Amara", new Role("owner")))));
  final FakeInvalidator cloudfront = new FakeInvalidator();
  final FakeProber prober = new FakeProber(() -> 42);

  /** What stands in standard input. */
  String typed = "";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  Consumer<JournalEntry> witness = _ -> {};

  static Problem[] throttles(int times) {
    return Stream.generate(() -> new Problem.Throttled("CreateInvalidation", "r"))
        .limit(times)
        .toArray(Problem[]::new);
  }

  /**
   * Runs a command on a connection of its own.
   *
   * @param folder of the connections file
   */
  int run(Path folder, Ticker ticker, String... command) throws IOException {
    Path config = Files.writeString(folder.resolve("connections.json"), CONFIG);
    assertEquals(1, ConnectionsFile.read(config).size());
    var args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--config", config.toString()));
    return CommandLineInterface.run(
        args.toArray(String[]::new),
        new FakeBackstage(ticker),
        Texts.of(Locale.ENGLISH),
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
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
      var route = FakeRoutes.members();
      var publisher =
          new Publisher(
              new Desk("desk-1", () -> "me"),
              List.of(route),
              new Publisher.Ports(tables, cloudfront, prober),
              new Publisher.Machine(InstantSource.system(), ticker, new Random(1)));
      publisher.listen(witness);
      var books =
          new Session.Books(
              tables,
              tables,
              new InvalidationLog(cloudfront, new FakeArchive()),
              new FakeDistributions(),
              new FakeMetrics());
      return new Session(connection, books, publisher, prober, () -> "me", () -> {});
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
