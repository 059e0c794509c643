package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.ui.kit.Confirmation;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.util.Optional;

/** What is said of a plan as a whole. */
final class PurgeWords {
  private PurgeWords() {}

  /** How many paths, and what they cost at least and at most: nothing in the sandbox. */
  static String cost(PurgePlan plan, boolean sandbox, Tools tools) {
    if (sandbox) {
      return tools.text("purge.cost.sandbox", plan.items().size());
    }
    double least = plan.costUsd();
    double most = plan.costAtMostUsd();
    return tools.text(
        least == most ? "purge.cost.exact" : "purge.cost.between",
        plan.items().size(),
        least,
        most);
  }

  /** What the button says. */
  static String action(int items, Tools tools) {
    return tools.text("purge.submit", items);
  }

  /** What is asked before: where customers read, or where nothing would be left in the cache. */
  static Optional<Confirmation.Question> question(
      Planned planned, Connection connection, Tools tools) {
    boolean production = connection.isProduction();
    PurgePlan plan = planned.plan();
    if (!planned.reach().isEverything() && !production) {
      return Optional.empty();
    }
    String where = production ? "-production" : "";
    String title =
        planned.reach().isEverything()
            ? tools.text("purge.ask.everything" + where)
            : tools.text("purge.ask.some", plan.items().size());
    String consequence =
        planned.reach().isEverything()
            ? tools.text("purge.ask.everything.consequence")
            : tools.text("purge.ask.some.consequence", plan.items().size(), plan.wildcards());
    return Optional.of(
        new Confirmation.Question(
            title,
            consequence
                + " "
                + (connection.isSandbox()
                    ? tools.text("purge.ask.cost-sandbox")
                    : tools.text("purge.ask.cost", plan.costUsd(), plan.costAtMostUsd())),
            planned.reach().isEverything()
                ? tools.text("purge.ask.everything.yes")
                : action(plan.items().size(), tools),
            tools.text("cancel")));
  }
}
