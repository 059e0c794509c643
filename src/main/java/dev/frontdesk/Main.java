package dev.frontdesk;

import dev.frontdesk.cli.CommandLineInterface;
import dev.frontdesk.texts.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

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
    Texts texts = Texts.of(Locale.getDefault());
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Optional<String[]> place = consoleArguments(args);
    if (place.isEmpty()) {
      System.exit(CommandLineInterface.run(args, new Wiring(), texts, out, err));
    }
    Display display = Display.look();
    switch (display) {
      case READY -> {
        Application.launch(ConsoleApplication.class, place.get());
        System.exit(0);
      }
      case NO_GTK -> {
        err.println(texts.text("main.no-gtk"));
        System.exit(1);
      }
      case NONE -> err.println(texts.text("main.no-display"));
      case CLOSED ->
          err.println(texts.text("main.display-closed", String.valueOf(System.getenv("DISPLAY"))));
    }
    System.exit(CommandLineInterface.run(new String[] {"demo"}, new Wiring(), texts, out, err));
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
