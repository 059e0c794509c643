package dev.frontdesk.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "sandbox",
    description = "Runs the whole system on this machine, until it is told to stop.")
final class SandboxCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", description = "of the edge; the others take the next")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "keeps tables and invalidations")
  private @Nullable Path data;

  @Option(
      names = "--faults",
      paramLabel = "SPEC",
      description = "a comma list, as propagation=2s,throttle=0.2,seed=7")
  private String faults = "";

  private final Backstage backstage;
  private final Terminal terminal;

  SandboxCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_000) {
      throw new Failure(Exit.WRONG_USE, terminal.texts().text("cli.port", port));
    }
    var sandbox = backstage.startSandbox(port, data, faults);
    // SIGTERM and Ctrl-C run the shutdown hooks; everything durable is on disk already.
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
    terminal.line(sandbox.json());
    new CountDownLatch(1).await();
    return Exit.DONE;
  }
}
