package dev.frontdesk.cli;

/**
 * A last sentence for the one who ends the process while it waits (Ctrl-C, SIGTERM): what is saved
 * is not lost. The process then ends with the status of its signal.
 */
final class Farewell implements AutoCloseable {
  private final Thread hook;

  Farewell(Terminal terminal) {
    String sentence = terminal.texts().text("cli.interrupted");
    hook = new Thread(() -> terminal.err().println(sentence), "farewell");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The wait is over; from here on there is nothing to say. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the sentence is being said.
    }
  }
}
