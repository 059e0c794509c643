package dev.frontdesk.files;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.Price;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the history as other programs read it: the shape that design.md gives to the command
 * {@code history}, and more. What is not known is null.
 *
 * @param id the journal's, or CloudFront's for a foreign invalidation
 * @param kind {@code publication}, {@code purge} or {@code foreign}
 * @param who the caller's ARN with the desk's user in parentheses; null for a foreign one
 * @param projectId null where no roster was changed
 * @param version to which the roster moved; null likewise
 * @param paths what CloudFront was asked to forget: paths, wildcards and tags as they travel; null
 *     for a foreign one whose details have not been asked for
 * @param reason as typed, maybe empty; null for a foreign one
 * @param state the English word of {@link State}
 * @param invalidationId of the newest that CloudFront has answered with
 * @param durationMs from its beginning to its end; null while it is open, and for a foreign one
 * @param costAtMostUsd where the account's free paths of the month were used up
 * @param retries the id of the entry that it tries again
 * @param invalidationIds all that do its work, oldest first
 * @param steps the states reached, in order
 */
public record HistoryRow(
    String id,
    String kind,
    Instant at,
    @Nullable String who,
    @Nullable String projectId,
    @Nullable String projectName,
    @Nullable Long version,
    @Nullable List<String> paths,
    @Nullable String reason,
    String state,
    @Nullable String invalidationId,
    @Nullable Long durationMs,
    @Nullable Double costAtMostUsd,
    @Nullable String retries,
    List<String> invalidationIds,
    List<Step> steps) {

  /** What a foreign invalidation is called among the kinds of {@link JournalEntry.Kind}. */
  public static final String FOREIGN = "foreign";

  /** A state reached, on the clock of the desk that reached it. */
  public record Step(String state, Instant at) {
    /** As the journal has it. */
    public static List<Step> of(JournalEntry entry) {
      return entry.progress().steps().stream()
          .map(step -> new Step(step.state().word(), step.at()))
          .toList();
    }
  }

  /** What there is to tell of it. */
  public static HistoryRow of(HistoryEntry entry) {
    return switch (entry) {
      case HistoryEntry.Ours(JournalEntry ours) -> of(ours);
      case HistoryEntry.Foreign foreign -> of(foreign);
    };
  }

  private static HistoryRow of(JournalEntry entry) {
    JournalEntry.About about = entry.about();
    JournalEntry.RosterStep roster = entry.roster();
    List<String> ids = entry.invalidationIds();
    return new HistoryRow(
        entry.id(),
        about.kind().word(),
        about.at(),
        about.who(),
        roster == null ? null : roster.projectId(),
        roster == null ? null : roster.projectName(),
        roster == null ? null : roster.versionAfter(),
        entry.items(),
        about.reason(),
        entry.state().word(),
        ids.isEmpty() ? null : ids.getLast(),
        entry.isOpen() ? null : entry.duration().toMillis(),
        Price.usd(entry.billedPaths()),
        about.retries(),
        ids,
        Step.of(entry));
  }

  /** CloudFront tells when it took it and whether it is done, and not when that was. */
  private static HistoryRow of(HistoryEntry.Foreign foreign) {
    Invalidation details = foreign.details();
    boolean completed = foreign.summary().completed() || (details != null && details.completed());
    return new HistoryRow(
        foreign.id(),
        FOREIGN,
        foreign.at(),
        null,
        null,
        null,
        null,
        details == null ? null : details.items(),
        null,
        (completed ? State.COMPLETED : State.SUBMITTED).word(),
        foreign.id(),
        null,
        details == null ? null : Price.usd(details.items().size()),
        null,
        List.of(foreign.id()),
        List.of(new Step(State.SUBMITTED.word(), foreign.at())));
  }
}
