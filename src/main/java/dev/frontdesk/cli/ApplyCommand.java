package dev.frontdesk.cli;

import dev.frontdesk.files.RosterSheet;
import dev.frontdesk.files.SheetReading;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterMatch;
import dev.frontdesk.settings.Session;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "apply",
    description = "Makes a roster what a CSV file says, and waits until the edge serves it.")
final class ApplyCommand implements Callable<Integer> {
  @Option(
      names = "--file",
      paramLabel = "CSV",
      required = true,
      description = "with a header row: email,name,role, and id where it is known")
  private Path file = Path.of("");

  @Mixin private Publication publication = new Publication();

  @Parameters(paramLabel = "PROJECT", description = "the project's id")
  private String project = "";

  private final Backstage backstage;
  private final Terminal terminal;

  ApplyCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return publication
        .place()
        .within(
            backstage,
            terminal,
            session -> {
              Roster seen = session.rosters().roster(project);
              return publication.publish(session, terminal, seen, change(session, seen));
            });
  }

  private RosterChange change(Session session, Roster seen) {
    return switch (RosterSheet.read(file, session.connection().members().roles(), seen)) {
      case SheetReading.Mistakes(var first, var more) ->
          throw Failure.wrongInput(first, more, terminal.texts());
      case RosterSheet(var members) -> {
        var match = new RosterMatch(seen, members);
        yield match.change(
            RosterMatch.Others.REMOVED,
            match.knownTo(session.rosters()),
            () -> UUID.randomUUID().toString());
      }
    };
  }
}
