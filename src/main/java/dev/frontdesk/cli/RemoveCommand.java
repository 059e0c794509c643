package dev.frontdesk.cli;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Removes a member, and waits until the edge serves it.")
final class RemoveCommand implements Callable<Integer> {
  @Mixin private Publication publication = new Publication();

  @Parameters(index = "0", paramLabel = "PROJECT", description = "the project's id")
  private String project = "";

  @Parameters(index = "1", paramLabel = "EMAIL", description = "the member's address")
  private String email = "";

  private final Backstage backstage;
  private final Terminal terminal;

  RemoveCommand(Backstage backstage, Terminal terminal) {
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
              Member gone =
                  seen.memberByEmail(email)
                      .orElseThrow(() ->
                          new Failure(
                              Exit.WRONG_USE,
                              terminal.texts().text("cli.no-member", email, seen.projectName())));
              var change = new RosterChange(List.of(), List.of(gone), List.of());
              return publication.publish(session, terminal, seen, change);
            });
  }
}
