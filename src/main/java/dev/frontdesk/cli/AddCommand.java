package dev.frontdesk.cli;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Adds a member, and waits until the edge serves it.")
final class AddCommand implements Callable<Integer> {
  @Mixin private Publication publication = new Publication();

  @Parameters(index = "0", paramLabel = "PROJECT", description = "the project's id")
  private String project = "";

  @Parameters(index = "1", paramLabel = "EMAIL", description = "the member's address")
  private String email = "";

  @Option(names = "--role", paramLabel = "R", required = true, description = "the member's role")
  private String role = "";

  @Option(names = "--name", paramLabel = "N", description = "the member's name")
  private String name = "";

  private final Backstage backstage;
  private final Terminal terminal;

  AddCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (role.isBlank()) {
      throw new Failure(Exit.WRONG_USE, terminal.texts().text("cli.role-empty"));
    }
    return publication
        .place()
        .within(
            backstage,
            terminal,
            session -> {
              Roster seen = session.rosters().roster(project);
              String address = email.strip();
              String id =
                  session
                      .rosters()
                      .knownId(address)
                      .filter(known -> seen.member(known).isEmpty())
                      .orElseGet(() -> UUID.randomUUID().toString());
              var added = new Member(id, address, name.strip(), new Role(role.strip()));
              var change = new RosterChange(List.of(added), List.of(), List.of());
              return publication.publish(session, terminal, seen, change);
            });
  }
}
