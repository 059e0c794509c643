package dev.frontdesk.cli;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.settings.Session;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "remove", description = "Removes a member, and waits until the edge serves it.")
final class RemoveCommand extends MemberCommand {
  RemoveCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }

  @Override
  RosterChange change(Session session, Roster seen) {
    Member gone =
        seen.memberByEmail(email)
            .orElseThrow(() ->
                new Failure(
                    Exit.WRONG_USE,
                    terminal.texts().text("cli.no-member", email, seen.projectName())));
    return new RosterChange(List.of(), List.of(gone), List.of());
  }
}
