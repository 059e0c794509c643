package dev.frontdesk;

import dev.frontdesk.cli.CommandLineInterface;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.json.ConnectionsFile;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Starts Frontdesk: the console without a command, the command line with one. */
public final class Main {
  /**
   * Kept from being collected, and with it its level: JavaFX logs here that it was found on the
   * class path, which is how we run it.
   */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private static final List<String> CONSOLE_OPTIONS = List.of("--config", "--connection");

  private Main() {}

  public static void main(String[] args) {
    JAVAFX.setLevel(Level.SEVERE);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Optional<String[]> place = consoleArguments(args);
    if (place.isEmpty()) {
      Texts texts = texts();
      System.exit(CommandLineInterface.run(args, new Wiring(), texts, System.in, out, err));
    }
    Optional<String> absent = absent(place.get());
    if (absent.isPresent()) {
      err.println(absent.get());
      System.exit(2);
    }
    Display display = Display.NONE;
    if (Display.isNamed()) {
      // Beside the toolkit, which takes longest to load.
      FutureTask<ConsoleStart> start =
          new FutureTask<>(() -> ConsoleStart.begin(named(place.get())));
      Thread.ofPlatform().daemon().name("start").start(start);
      try {
        ConsoleApplication.open(start);
        System.exit(0);
      } catch (UnsupportedOperationException e) {
        // How JavaFX says that there is nothing to open a window on. Asking before it does would
        // take a tenth of a second of each start.
        ConsoleApplication.begun(start).close();
        display = Display.look();
        if (display == Display.READY) {
          throw e;
        }
      }
    }
    Texts texts = texts();
    switch (display) {
      case READY -> throw new IllegalStateException("a window could be opened, and was not");
      case NO_GTK -> {
        err.println(texts.text("main.no-gtk"));
        System.exit(1);
      }
      case NONE -> err.println(texts.text("main.no-display"));
      case CLOSED ->
          err.println(texts.text("main.display-closed", String.valueOf(System.getenv("DISPLAY"))));
    }
    System.exit(
        CommandLineInterface.run(new String[] {"demo"}, new Wiring(), texts, System.in, out, err));
  }

  /** Read where they are wanted: the window has its own read while the toolkit is loaded. */
  private static Texts texts() {
    return Texts.of(Locale.getDefault());
  }

  /**
   * What the options name and is not there, in a sentence: nobody who mistypes a name is to find
   * another environment open. A file that cannot be understood is told of in the window.
   */
  private static Optional<String> absent(String[] options) {
    Optional<String> config = Optional.ofNullable(named(options).get("config"));
    if (config.isPresent() && !Files.exists(Path.of(config.get()))) {
      var problem = new Problem.Invalid("settings-no-file", config.get());
      return Optional.of(ProblemText.of(problem, texts()).line());
    }
    Optional<String> wanted = Optional.ofNullable(named(options).get("connection"));
    if (wanted.isEmpty() || wanted.get().equals(ConsoleStart.SANDBOX)) {
      return Optional.empty();
    }
    try {
      List<Connection> connections =
          config.isPresent()
              ? ConnectionsFile.read(Path.of(config.get()))
              : ConnectionsFile.usual();
      List<String> names = connections.stream().map(Connection::name).toList();
      return names.contains(wanted.get())
          ? Optional.empty()
          : Optional.of(texts().text("cli.no-connection", wanted.get(), String.join(", ", names)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** {@code --name=value} by its name; of several the last counts. */
  private static Map<String, String> named(String[] options) {
    return Arrays.stream(options)
        .collect(
            Collectors.toMap(
                option -> option.substring(2, option.indexOf('=')),
                option -> option.substring(option.indexOf('=') + 1),
                (_, last) -> last));
  }

  /**
   * The console's own options, where to work, each as {@code --name=value}; empty where the
   * arguments have anything else, and so are a command's.
   */
  private static Optional<String[]> consoleArguments(String[] args) {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (CONSOLE_OPTIONS.contains(args[i]) && i + 1 < args.length) {
        options.add(args[i] + "=" + args[++i]);
      } else if (CONSOLE_OPTIONS.stream()
          .map(option -> option + "=")
          .anyMatch(args[i]::startsWith)) {
        options.add(args[i]);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(options.toArray(String[]::new));
  }
}
