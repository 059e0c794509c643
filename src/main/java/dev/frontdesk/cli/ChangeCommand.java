package dev.frontdesk.cli;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Offer;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.settings.Session;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A command that changes one project's roster: checked, shown or published, followed to its end.
 */
abstract class ChangeCommand extends SendingCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "the project's id")
  private String project = "";

  @Option(
      names = "--wildcards",
      description = "where over 1,000 paths are stale, send a wildcard in place of the members'")
  private boolean wildcards;

  ChangeCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }

  /**
   * What is to be done to the roster as it is now.
   *
   * @throws Failure where that cannot be done
   */
  abstract RosterChange change(Session session, Roster seen);

  @Override
  int work(Session session) {
    Roster seen = session.rosters().roster(project);
    RosterChange change = change(session, seen);
    List<Problem.Invalid> broken = change.problems(seen, session.connection().members().roles());
    if (!broken.isEmpty()) {
      throw Failure.wrongInput(broken, 0, terminal.texts());
    }
    if (change.isEmpty()) {
      nothingToDo(session, seen);
      return Exit.DONE;
    }
    Preview exact = session.publisher().preview(seen.projectId(), change);
    if (dryRun) {
      plan(seen, change, exact);
      return Exit.DONE;
    }
    Preview preview = chosen(exact);
    return send(
        session,
        () -> session.publisher().publish(seen, change, preview, reason),
        Documents.PublicationDocument::of);
  }

  /**
   * The document is a dry run's: nothing is published, so there is no entry and no state. That the
   * table has it does not say that the edge does: an earlier publication may be open still.
   */
  private void nothingToDo(Session session, Roster seen) {
    if (json()) {
      terminal.json(Documents.Plan.of(seen, RosterChange.NONE, List.of()));
    } else {
      terminal.say("cli.nothing-to-do", seen.projectName(), Long.toString(seen.version()));
    }
    boolean open =
        session.journal().open().stream()
            .map(JournalEntry::roster)
            .anyMatch(step -> step != null && step.projectId().equals(seen.projectId()));
    if (open) {
      terminal.err().println(terminal.texts().text("cli.still-open", seen.projectName()));
    }
  }

  /** Exactly what is stale, unless wildcards are asked for and there is something to gain. */
  private Preview chosen(Preview exact) {
    return exact.offers().stream()
        .filter(offer -> wildcards && offer instanceof Offer.Wildcard)
        .map(Offer::preview)
        .findFirst()
        .orElse(exact);
  }

  private void plan(Roster seen, RosterChange change, Preview exact) {
    Preview preview = chosen(exact);
    List<String> items = preview.items().stream().map(item -> item.wire()).toList();
    if (json()) {
      terminal.json(Documents.Plan.of(seen, change, items));
      return;
    }
    change.added().forEach(member -> difference("+", member));
    change.removed().forEach(member -> difference("-", member));
    change.edited().forEach(edit -> difference("~", edit.after()));
    terminal.say("cli.stale", items.size(), preview.costAtMostUsd());
    items.forEach(item -> terminal.line("  " + item));
    if (preview.equals(exact)) {
      exact.offers().forEach(offer -> offer(offer));
    }
  }

  private void offer(Offer offer) {
    Preview preview = offer.preview();
    int paths = preview.items().size();
    switch (offer) {
      case Offer.Wildcard _ ->
          terminal.say("cli.offer-wildcard", offer.wire(), paths, preview.costAtMostUsd());
      case Offer.Tag _ ->
          terminal.say("cli.offer-tag", offer.wire(), paths, preview.costAtMostUsd());
    }
  }

  private void difference(String sign, Member member) {
    terminal.line("%s %s <%s> %s".formatted(sign, member.name(), member.email(), member.role()));
  }
}
