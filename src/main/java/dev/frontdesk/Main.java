package dev.frontdesk;

import dev.frontdesk.cli.CommandLineInterface;
import dev.frontdesk.texts.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts Frontdesk: the console without a command, the command line with one. */
public final class Main {
  /**
   * Kept from being collected, and with it its level: JavaFX logs here that it was found on the
   * class path, which is how we run it.
   */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Main() {}

  public static void main(String[] args) {
    JAVAFX.setLevel(Level.SEVERE);
    Texts texts = Texts.of(Locale.getDefault());
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    if (opensConsole(args)) {
      Display display = Display.look();
      switch (display) {
        case READY -> {
          throw new IllegalStateException();
        }
        case NO_GTK -> {
          err.println(texts.text("main.no-gtk"));
          System.exit(1);
        }
        case NONE, CLOSED ->
            err.println(
                texts.text(
                    display == Display.NONE ? "main.no-display" : "main.display-closed",
                    String.valueOf(System.getenv("DISPLAY"))));
      }
      System.exit(CommandLineInterface.run(new String[] {"demo"}, new Wiring(), texts, out, err));
    }
    System.exit(CommandLineInterface.run(args, new Wiring(), texts, out, err));
  }

  /** Nothing but options of the console itself: where to work. */
  private static boolean opensConsole(String[] args) {
    for (int i = 0; i < args.length; i += 2) {
      if (!List.of("--config", "--connection").contains(args[i]) || i + 1 == args.length) {
        return false;
      }
    }
    return true;
  }
}
