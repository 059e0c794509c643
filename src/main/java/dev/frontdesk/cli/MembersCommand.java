package dev.frontdesk.cli;

import dev.frontdesk.members.Roster;
import dev.frontdesk.settings.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "members", description = "Prints a project's roster: version and members.")
final class MembersCommand extends ReadingCommand {
  @Parameters(paramLabel = "PROJECT", description = "the project's id")
  private String project = "";

  MembersCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }

  @Override
  void print(Session session, boolean json) {
    Roster roster = session.rosters().roster(project);
    if (json) {
      terminal.json(Documents.RosterDocument.of(roster));
    } else {
      terminal.say(
          "cli.roster",
          roster.projectName(),
          Long.toString(roster.version()),
          roster.members().size());
      terminal.table(
          List.of("id", "email", "name", "role"),
          roster.members().stream()
              .map(m -> List.of(m.id(), m.email(), m.name(), m.role().name()))
              .toList());
    }
  }
}
