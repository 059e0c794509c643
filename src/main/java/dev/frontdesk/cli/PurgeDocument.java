package dev.frontdesk.cli;

import dev.frontdesk.files.HistoryRow;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PurgeOffer;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.PurgePlan.CoveredBy;
import dev.frontdesk.invalidation.PurgePlan.InProgress;
import dev.frontdesk.invalidation.QuotaUse;
import dev.frontdesk.publishing.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON document of {@code purge}; see design.md, "The command line".
 *
 * @param purgeId null where nothing was sent
 * @param paths what is sent: paths, wildcards and tags as they travel
 * @param costUsd the least it costs, by what is known of the month
 * @param plan what it follows from; null where the input was wrong
 * @param browserSeconds how long browsers may keep what they have; null where they may not, or
 *     nobody knows
 */
record PurgeDocument(
    @Nullable String purgeId,
    @Nullable String state,
    List<String> paths,
    int wildcards,
    double costUsd,
    @Nullable String invalidationId,
    List<Rejected> rejected,
    List<String> invalidationIds,
    List<HistoryRow.Step> steps,
    Documents.@Nullable ProbeRow probe,
    @Nullable Long browserSeconds,
    @Nullable Plan plan) {

  /** What is not sent, and why not. */
  record Rejected(String input, String problem) {}

  /**
   * What the purge follows from.
   *
   * @param fitsQuota whether CloudFront has room for it now
   * @param redundant what others do the work of
   */
  record Plan(
      double costAtMostUsd,
      long pathsThisMonth,
      Quota quota,
      boolean fitsQuota,
      List<Hit> behaviours,
      List<Redundant> redundant,
      List<Offer> offers) {
    static Plan of(PurgePlan plan) {
      QuotaUse quota = plan.circumstances().quota();
      return new Plan(
          plan.costAtMostUsd(),
          plan.circumstances().pathsThisMonth(),
          new Quota(quota.paths(), quota.wildcards()),
          plan.fitsQuota(),
          plan.hits().stream()
              .map(hit -> new Hit(hit.behaviour().pathPattern(), hit.certain()))
              .toList(),
          plan.lines().stream().flatMap(Redundant::of).toList(),
          plan.offers().stream().map(Offer::of).toList());
    }
  }

  record Quota(int pathsInProgress, int wildcardsInProgress) {}

  record Hit(String pathPattern, boolean certain) {}

  /**
   * @param by the path, wildcard or tag that does its work
   * @param invalidationId of the invalidation in progress that has it; null for one of this plan
   */
  record Redundant(String input, String by, @Nullable String invalidationId) {
    static Stream<Redundant> of(PurgePlan.Line line) {
      String input = line.pasted().text();
      return switch (line.fate()) {
        case CoveredBy(int _, InvalidationItem item) ->
            Stream.of(new Redundant(input, item.wire(), null));
        case InProgress(String id, String wire) -> Stream.of(new Redundant(input, wire, id));
        case PurgePlan.Sent _, PurgePlan.NotSent _ -> Stream.empty();
      };
    }
  }

  /** What could be purged in place of these lines. */
  record Offer(String kind, List<Integer> lines, List<String> paths) {
    static Offer of(PurgeOffer offer) {
      String kind =
          switch (offer) {
            case PurgeOffer.Wildcard _ -> "wildcard";
            case PurgeOffer.Tag _ -> "tag";
            case PurgeOffer.Narrower _ -> "narrower";
          };
      return new Offer(kind, offer.lines(), offer.replacement());
    }
  }

  /** Of input that is not sent. */
  static PurgeDocument rejected(List<Rejected> rejected, @Nullable PurgePlan plan) {
    return new PurgeDocument(
        null,
        null,
        List.of(),
        0,
        0,
        null,
        rejected,
        List.of(),
        List.of(),
        null,
        null,
        plan == null ? null : Plan.of(plan));
  }

  /** Of what would be sent. */
  static PurgeDocument planned(PurgePlan plan) {
    return new PurgeDocument(
        null,
        null,
        plan.items().stream().map(InvalidationItem::wire).toList(),
        plan.wildcards(),
        plan.costUsd(),
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        Plan.of(plan));
  }

  /** Of what invalidations in progress do already, which nobody sent again. */
  static PurgeDocument covered(
      PurgePlan plan, List<String> invalidationIds, CoveredPurge.Outcome outcome) {
    return new PurgeDocument(
        null,
        outcome.state().word(),
        List.of(),
        0,
        0,
        invalidationIds.getFirst(),
        List.of(),
        invalidationIds,
        List.of(),
        outcome.probes().isEmpty() ? null : Documents.ProbeRow.of(outcome.probes().getFirst()),
        null,
        Plan.of(plan));
  }

  /** Of what was sent. */
  static PurgeDocument sent(PurgePlan plan, JournalEntry entry) {
    return new PurgeDocument(
        entry.id(),
        entry.state().word(),
        entry.items(),
        plan.wildcards(),
        plan.costUsd(),
        Documents.newestInvalidation(entry),
        List.of(),
        entry.invalidationIds(),
        HistoryRow.Step.of(entry),
        Documents.lastProbe(entry),
        entry.keptByBrowsers().map(Duration::toSeconds).orElse(null),
        Plan.of(plan));
  }
}
