package dev.frontdesk.cli;

import picocli.CommandLine.Parameters;

/** A command that changes one member of one project, and follows the change to the edge. */
abstract class MemberCommand extends ChangeCommand {
  @Parameters(index = "1", paramLabel = "EMAIL", description = "the member's address")
  String email = "";

  MemberCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }
}
