package dev.frontdesk;

import dev.frontdesk.cli.Backstage;
import dev.frontdesk.cli.CommandLineInterface;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import dev.frontdesk.texts.Texts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands run on a sandbox of their own, and what the last one said. */
final class SandboxCommands implements AutoCloseable {
  static final Wiring WIRING = new Wiring();

  private final Path config;
  private final Backstage.RunningSandbox sandbox;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /**
   * @param data of the sandbox
   */
  SandboxCommands(Path data, String faults) {
    this.config = data.resolve("connections.json");
    this.sandbox = WIRING.startSandbox(0, data, faults);
  }

  Backstage.RunningSandbox sandbox() {
    return sandbox;
  }

  Path config() {
    return config;
  }

  Connection connection() {
    return ConnectionsFile.read(config).getFirst();
  }

  Session open() {
    return WIRING.open(connection());
  }

  int run(String... command) {
    return runOn(WIRING, command);
  }

  int runOn(Backstage backstage, String... command) {
    out.reset();
    err.reset();
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--config", config.toString()));
    return CommandLineInterface.run(
        args.toArray(String[]::new),
        backstage,
        Texts.of(Locale.ENGLISH),
        InputStream.nullInputStream(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(out());
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
