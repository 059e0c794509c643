package dev.frontdesk.cli;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Release;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code frontdesk} command: everything that the console does, without a window. */
@Command(
    name = "frontdesk",
    description = "Edits project members behind CloudFront, and makes the edge serve the change.",
    footer = {"", "Without a command the console opens."})
public final class CommandLineInterface implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private CommandLineInterface() {}

  /**
   * Runs one command to its end.
   *
   * @param args the command with its arguments, at least one
   * @return the exit status of design.md, "The command line"
   */
  public static int run(
      String[] args,
      Backstage backstage,
      Texts texts,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    var terminal = new Terminal(in, out, err, texts);
    var command =
        new CommandLine(new CommandLineInterface())
            .addSubcommand("sandbox", new SandboxCommand(backstage, terminal))
            .addSubcommand("demo", new DemoCommand(backstage, terminal))
            .addSubcommand("projects", new ProjectsCommand(backstage, terminal))
            .addSubcommand("members", new MembersCommand(backstage, terminal))
            .addSubcommand("add", new AddCommand(backstage, terminal))
            .addSubcommand("remove", new RemoveCommand(backstage, terminal))
            .addSubcommand("apply", new ApplyCommand(backstage, terminal))
            .addSubcommand("purge", new PurgeCommand(backstage, terminal))
            .addSubcommand("resume", new ResumeCommand(backstage, terminal))
            .addSubcommand("history", new HistoryCommand(backstage, terminal))
            .addSubcommand("behaviours", new BehavioursCommand(backstage, terminal))
            .addSubcommand("probe", new ProbeCommand(backstage, terminal))
            .addSubcommand("cache", new CacheCommand(backstage, terminal));
    // A header's @FILE is ours to read, and no other argument stands for a file of arguments.
    command.setExpandAtFiles(false);
    withHelp(command);
    command.getSubcommands().values().forEach(CommandLineInterface::withHelp);
    command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    command.setExecutionExceptionHandler((thrown, _, _) -> {
      err.println(sentence(thrown, terminal));
      return thrown instanceof Failure failure
          ? failure.status()
          : Exit.of(ProblemException.problemOf(thrown));
    });
    int status = command.execute(args);
    if (command.isVersionHelpRequested()) {
      tellNewer(backstage, terminal);
    }
    return status;
  }

  /** {@code --help} and {@code --version} everywhere. */
  private static void withHelp(CommandLine command) {
    command
        .getCommandSpec()
        .mixinStandardHelpOptions(true)
        .version("frontdesk " + Release.running());
  }

  /** On standard error: the version itself is for scripts, too. */
  private static void tellNewer(Backstage backstage, Terminal terminal) {
    try {
      backstage
          .newerVersion()
          .ifPresent(newer ->
              terminal
                  .err()
                  .println(
                      terminal
                          .texts()
                          .text(
                              "cli.newer",
                              newer.version(),
                              newer.page().isPresent() ? 1 : 0,
                              newer.page().map(URI::toString).orElse(""))));
    } catch (ProblemException e) {
      terminal.err().println(sentence(e, terminal));
    }
  }

  private static String sentence(Exception thrown, Terminal terminal) {
    if (thrown instanceof Failure failure) {
      return String.valueOf(failure.getMessage());
    }
    Problem problem = ProblemException.problemOf(thrown);
    if (problem instanceof Problem.Bug) {
      LoggerFactory.getLogger(CommandLineInterface.class).error("A command broke.", thrown);
    }
    return ProblemText.of(problem, terminal.texts()).line();
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }
}
