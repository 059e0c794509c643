package dev.frontdesk.cli;

import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.PurgeReader;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.PurgePlanning;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.ProblemText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "purge",
    description = "Plans what purges these, shows what it costs, sends it, and follows it.",
    footer = {"", "A shell takes # for a comment and * for files: quote a tag or a wildcard."})
final class PurgeCommand extends SendingCommand {
  @Option(names = "--everything", description = "let it empty the whole cache")
  private boolean everything;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH|#TAG|URL",
      description = "a path that may end with a star, a cache tag, or an address of the edge")
  private List<String> inputs = new ArrayList<>();

  PurgeCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
  }

  @Override
  public Integer call() {
    if (reason.isBlank() && !dryRun) {
      throw Failure.wrongInput(
          List.of(new Problem.Invalid("purge-no-reason")), 0, terminal.texts());
    }
    return super.call();
  }

  @Override
  int work(Session session) {
    PurgePlanning planning = session.purgePlanning(InstantSource.system());
    List<PastedItem> read = read(planning.reader());
    List<PurgeDocument.Rejected> wrong = new ArrayList<>();
    for (PastedItem item : read) {
      if (item.reading() instanceof PastedItem.Wrong why) {
        wrong.add(rejected(item, sentence(why)));
      }
    }
    if (!wrong.isEmpty()) {
      throw refusal(wrong, null);
    }
    PurgePlan plan = PurgePlan.of(read, planning.circumstances());
    if (plan.isEverything() && !everything) {
      consider(plan);
    }
    if (dryRun || plan.items().isEmpty()) {
      show(session, plan);
      return Exit.DONE;
    }
    if (!json()) {
      new PlanPrinter(terminal, session.connection().isSandbox()).print(plan);
    }
    return send(
        session,
        () -> session.publisher().purge(plan, reason),
        entry -> PurgeDocument.sent(plan, entry));
  }

  private List<PastedItem> read(PurgeReader reader) {
    List<PastedItem> read = new ArrayList<>();
    for (String input : inputs) {
      read.add(reader.readOne(read.size() + 1, input));
    }
    return read;
  }

  /** As typed: what was read has no blanks around it any more. */
  private PurgeDocument.Rejected rejected(PastedItem item, String problem) {
    return new PurgeDocument.Rejected(inputs.get(item.line() - 1), problem);
  }

  private String sentence(PastedItem.Wrong wrong) {
    String problem = ProblemText.of(wrong.problem(), terminal.texts()).line();
    String instead = wrong.instead();
    return instead == null ? problem : terminal.texts().text("cli.purge-instead", problem, instead);
  }

  /** The whole cache is emptied on a second word alone; a dry run tells of it. */
  private void consider(PurgePlan plan) {
    String consequence =
        terminal.texts().text("cli.purge-everything", plan.items().getFirst().wire());
    if (dryRun) {
      terminal.err().println(consequence);
      return;
    }
    throw refusal(
        plan.lines().stream()
            .map(PurgePlan.Line::pasted)
            .filter(item -> PurgePlan.of(List.of(item), plan.circumstances()).isEverything())
            .map(item -> rejected(item, consequence))
            .toList(),
        plan);
  }

  private Failure refusal(List<PurgeDocument.Rejected> rejected, @Nullable PurgePlan plan) {
    if (json()) {
      terminal.json(PurgeDocument.rejected(rejected, plan));
    }
    return Failure.wrongLines(
        rejected.stream().map(PurgeDocument.Rejected::problem).distinct().toList(),
        0,
        terminal.texts());
  }

  private void show(Session session, PurgePlan plan) {
    if (json()) {
      terminal.json(PurgeDocument.planned(plan));
    } else {
      var printer = new PlanPrinter(terminal, session.connection().isSandbox());
      printer.print(plan);
      printer.printOffers(plan);
    }
  }
}
