package dev.frontdesk.cli;

import dev.frontdesk.files.RosterSheet;
import dev.frontdesk.files.SheetReading;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterMatch;
import dev.frontdesk.settings.Session;
import java.nio.file.Path;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    description = "Makes a roster what a CSV file says, and waits until the edge serves it.")
final class ApplyCommand extends ChangeCommand {
  @Option(
      names = "--file",
      paramLabel = "CSV",
      required = true,
      description = "with a header row: email,name,role, and id where it is known")
  private Path file = Path.of("");

  ApplyCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }

  @Override
  RosterChange change(Session session, Roster seen) {
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
