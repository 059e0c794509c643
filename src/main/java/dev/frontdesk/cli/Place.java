package dev.frontdesk.cli;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command works, and how it prints: the options that all of them share. */
final class Place {
  /** What the default sandbox is called, as in the console's picker; a file may take the name. */
  private static final String SANDBOX = "sandbox";

  @Option(names = "--config", paramLabel = "FILE", description = "the connections file")
  private @Nullable Path config;

  @Option(names = "--connection", paramLabel = "NAME", description = "one of its connections")
  private @Nullable String name;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  boolean json() {
    return json;
  }

  /** Opens the connection that is meant, works with it, and closes what it opened. */
  int within(Backstage backstage, Terminal terminal, ToIntFunction<Session> work) {
    Optional<Connection> connection = chosen(configured(terminal), terminal);
    if (connection.isEmpty()) {
      try (var sandbox = backstage.defaultSandbox();
          Session session = backstage.open(sandbox.connection())) {
        return work.applyAsInt(session);
      }
    }
    try (Session session = backstage.open(connection.get())) {
      return work.applyAsInt(session);
    }
  }

  /** A file that is named must be there; without one in the usual places nothing is configured. */
  private List<Connection> configured(Terminal terminal) {
    if (config == null) {
      return ConnectionsFile.usual();
    }
    if (!Files.exists(config)) {
      throw new ProblemException(new Problem.Invalid("settings-no-file", config.toString()));
    }
    List<Connection> connections = ConnectionsFile.read(config);
    if (connections.isEmpty()) {
      throw new Failure(
          Exit.WRONG_USE, terminal.texts().text("cli.no-connections", config.toString()));
    }
    return connections;
  }

  /** The connection that is meant; empty for the default sandbox. */
  private Optional<Connection> chosen(List<Connection> connections, Terminal terminal) {
    String names = String.join(", ", connections.stream().map(Connection::name).toList());
    String wanted = name;
    if (wanted == null) {
      if (connections.size() > 1) {
        throw new Failure(Exit.WRONG_USE, terminal.texts().text("cli.which-connection", names));
      }
      return connections.stream().findFirst();
    }
    Optional<Connection> named =
        connections.stream().filter(connection -> connection.name().equals(wanted)).findFirst();
    if (named.isEmpty() && !wanted.equals(SANDBOX)) {
      throw new Failure(Exit.WRONG_USE, terminal.texts().text("cli.no-connection", wanted, names));
    }
    return named;
  }
}
