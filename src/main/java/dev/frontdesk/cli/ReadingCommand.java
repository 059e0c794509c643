package dev.frontdesk.cli;

import dev.frontdesk.settings.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that prints what a connection holds, and changes nothing. */
abstract class ReadingCommand implements Callable<Integer> {
  final Terminal terminal;

  @Mixin private Place place = new Place();

  private final Backstage backstage;

  ReadingCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  /**
   * Reads and prints it.
   *
   * @param json whether as one JSON document
   */
  abstract void print(Session session, boolean json);

  @Override
  public Integer call() {
    return place.within(
        backstage,
        terminal,
        session -> {
          print(session, place.json());
          return Exit.DONE;
        });
  }
}
