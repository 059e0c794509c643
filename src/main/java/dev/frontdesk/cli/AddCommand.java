package dev.frontdesk.cli;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.settings.Session;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "add", description = "Adds a member, and waits until the edge serves it.")
final class AddCommand extends MemberCommand {
  @Option(names = "--role", paramLabel = "R", required = true, description = "the member's role")
  private String role = "";

  @Option(names = "--name", paramLabel = "N", description = "the member's name")
  private String name = "";

  AddCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }

  @Override
  public Integer call() {
    if (role.isBlank()) {
      throw new Failure(Exit.WRONG_USE, terminal.texts().text("cli.role-empty"));
    }
    return super.call();
  }

  @Override
  RosterChange change(Session session, Roster seen) {
    String address = email.strip();
    String id =
        session
            .rosters()
            .knownId(address)
            .filter(known -> seen.member(known).isEmpty())
            .orElseGet(() -> UUID.randomUUID().toString());
    var added = new Member(id, address, name.strip(), new Role(role.strip()));
    return new RosterChange(List.of(added), List.of(), List.of());
  }
}
