package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.JournalEntry.About;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries as they begin: with everything that is needed to finish them, and this desk's
 * lease. Nothing is written. Each throws {@link ProblemException} with {@code Invalid} where there
 * is nothing to be done.
 */
record Beginnings(Desk desk, List<Route> routes, Publisher.Machine machine) {
  /**
   * An entry's last revision may write all its batches once more, the second purge's as many, and
   * what probes saw, in one transaction of 100 items (DynamoDB API Reference,
   * "TransactWriteItems").
   */
  static final int MOST_BATCHES = 25;

  JournalEntry publication(Roster seen, RosterChange change, Preview preview, String reason) {
    if (change.isEmpty()) {
      throw new ProblemException(new Problem.Invalid("change-empty"));
    }
    var step = JournalEntry.RosterStep.of(seen, change);
    About about = about(JournalEntry.Kind.PUBLICATION, reason, null);
    return entry(about, step, preview.stale(), preview.items());
  }

  JournalEntry purge(PurgePlan plan, String reason) {
    if (reason.isBlank()) {
      throw new ProblemException(new Problem.Invalid("purge-no-reason"));
    }
    if (plan.items().isEmpty()) {
      throw new ProblemException(new Problem.Invalid("purge-empty"));
    }
    JournalEntry entry =
        entry(
            about(JournalEntry.Kind.PURGE, reason, null),
            null,
            plan.targets().stream().map(target -> StaleRoute.of(target, routes)).toList(),
            plan.items());
    if (entry.progress().batches().size() > MOST_BATCHES) {
      throw new ProblemException(
          new Problem.Invalid(
              "purge-too-large",
              Integer.toString(plan.items().size()),
              Integer.toString(MOST_BATCHES * Batch.MOST_PATHS),
              Integer.toString(MOST_BATCHES * Batch.MOST_WILDCARDS)));
    }
    return entry;
  }

  /** What the old one sent for the routes that are not fresh, with references of its own. */
  JournalEntry retry(JournalEntry old) {
    List<StaleRoute> left =
        old.progress().routes().stream()
            .filter(route -> route.state() != State.FRESH)
            .map(RouteProgress::stale)
            .toList();
    if (old.isOpen() || left.isEmpty()) {
      throw new ProblemException(new Problem.Invalid("retry-needless", old.state().word()));
    }
    About about = about(old.about().kind(), old.about().reason(), old.id());
    return entry(about, old.roster(), left, new Preview(left).items());
  }

  private About about(JournalEntry.Kind kind, String reason, @Nullable String retries) {
    Instant now = machine.time().instant();
    String id = EntryId.next(now, machine.random());
    return new About(id, kind, now, desk.who().get(), reason.strip(), retries);
  }

  private JournalEntry entry(
      About about,
      JournalEntry.@Nullable RosterStep roster,
      List<StaleRoute> stale,
      List<InvalidationItem> items) {
    return new JournalEntry(
        about,
        roster,
        Progress.saved(stale, Batch.first(about.id(), items), about.at()),
        new Lease(desk.id(), 1));
  }
}
