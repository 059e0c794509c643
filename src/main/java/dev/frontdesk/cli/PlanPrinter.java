package dev.frontdesk.cli;

import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.Price;
import dev.frontdesk.invalidation.PurgeOffer;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.PurgePlan.CoveredBy;
import dev.frontdesk.invalidation.PurgePlan.InProgress;
import dev.frontdesk.invalidation.PurgePlan.Sent;
import dev.frontdesk.invalidation.QuotaUse;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan to purge as a person reads it in a terminal.
 *
 * @param sandbox whether it would be sent to the sandbox, where nothing is billed
 */
record PlanPrinter(Terminal terminal, boolean sandbox) {
  /** What is sent and what is not, what it costs, what room there is, and what it hits. */
  void print(PurgePlan plan) {
    if (plan.items().isEmpty()) {
      terminal.say("cli.purge-nothing");
      plan.lines().forEach(this::fate);
      return;
    }
    terminal.say("cli.purge-plan", plan.items().size(), plan.wildcards());
    plan.items().forEach(item -> terminal.line("  " + item.wire()));
    plan.lines().forEach(this::fate);
    cost(plan);
    QuotaUse quota = plan.circumstances().quota();
    terminal.say(
        plan.fitsQuota() ? "cli.purge-quota" : "cli.purge-quota-full",
        quota.pathsLeft(),
        QuotaUse.MOST_PATHS,
        quota.wildcardsLeft(),
        QuotaUse.MOST_WILDCARDS);
    terminal.say("cli.purge-hits", plan.hits().size(), hits(plan));
  }

  private void cost(PurgePlan plan) {
    if (sandbox) {
      terminal.say("change.cost-sandbox");
      return;
    }
    terminal.say(
        "cli.purge-cost",
        plan.costUsd(),
        plan.costAtMostUsd(),
        plan.circumstances().pathsThisMonth(),
        Price.FREE_PATHS);
  }

  private String hits(PurgePlan plan) {
    return plan.hits().stream()
        .map(hit ->
            hit.certain()
                ? hit.behaviour().pathPattern()
                : terminal.texts().text("cli.purge-maybe", hit.behaviour().pathPattern()))
        .collect(Collectors.joining(", "));
  }

  /** Of what is sent as it was typed there is nothing more to say. */
  private void fate(PurgePlan.Line line) {
    String input = line.pasted().text();
    switch (line.fate()) {
      case Sent(List<InvalidationItem> items) -> {
        String sent = items.stream().map(InvalidationItem::wire).collect(Collectors.joining(" "));
        if (!sent.equals(input)) {
          terminal.say("cli.purge-as", input, sent);
        }
      }
      case CoveredBy(int _, InvalidationItem item) ->
          terminal.say("cli.purge-covered", input, item.wire());
      case InProgress(String id, String wire) ->
          terminal.say("cli.purge-in-progress", input, id, wire);
      case PurgePlan.NotSent() ->
          throw new IllegalStateException("what is wrong is refused before: " + input);
    }
  }

  /** Other ways, each with what it would make stale beside. */
  void printOffers(PurgePlan plan) {
    for (PurgeOffer offer : plan.offers()) {
      String instead = String.join(" ", offer.replacement());
      switch (offer) {
        case PurgeOffer.Wildcard wildcard ->
            terminal.say("cli.purge-offer-wildcard", instead, wildcard.spares());
        case PurgeOffer.Tag tag -> terminal.say("cli.purge-offer-tag", instead, tag.spares());
        case PurgeOffer.Narrower narrower ->
            terminal.say("cli.purge-offer-narrower", instead, narrower.wildcard().wire());
      }
    }
  }
}
