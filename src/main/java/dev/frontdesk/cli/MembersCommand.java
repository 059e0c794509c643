package dev.frontdesk.cli;

import dev.frontdesk.members.Roster;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "members", description = "Prints a project's roster: version and members.")
final class MembersCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "PROJECT", description = "the project's id")
  private String project = "";

  private final Backstage backstage;
  private final Terminal terminal;

  MembersCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return place.within(
        backstage,
        terminal,
        session -> {
          Roster roster = session.rosters().roster(project);
          if (place.json()) {
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
          return Exit.DONE;
        });
  }
}
