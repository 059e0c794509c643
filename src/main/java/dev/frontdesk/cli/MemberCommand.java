package dev.frontdesk.cli;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.settings.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that changes one member of one project, and follows the change to the edge. */
abstract class MemberCommand implements Callable<Integer> {
  final Terminal terminal;

  @Parameters(index = "1", paramLabel = "EMAIL", description = "the member's address")
  String email = "";

  @Mixin private Publication publication = new Publication();

  @Parameters(index = "0", paramLabel = "PROJECT", description = "the project's id")
  private String project = "";

  private final Backstage backstage;

  MemberCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  /**
   * What is to be done to the roster as it is now.
   *
   * @throws Failure where that cannot be done
   */
  abstract RosterChange change(Session session, Roster seen);

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
}
