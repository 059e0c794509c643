package dev.frontdesk.publishing;

import dev.frontdesk.caching.CacheControl;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One publication or purge, as the journal keeps it: who, why, what, when, how far, how it ended,
 * and all that is needed to finish it.
 *
 * @param roster what a publication did to a roster; null for a purge
 */
public record JournalEntry(
    About about, @Nullable RosterStep roster, Progress progress, Lease lease) {

  /** What the entry records. */
  public enum Kind {
    PUBLICATION,
    PURGE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind ofWord(String word) {
      return Stream.of(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("its kind is " + word));
    }
  }

  /**
   * What never changes about an entry.
   *
   * @param id see {@link EntryId}
   * @param who the caller's ARN with the desk's user in parentheses
   * @param reason as typed; may be empty
   * @param retries the id of the failed entry that this one tries again; null for none
   */
  public record About(
      String id, Kind kind, Instant at, String who, String reason, @Nullable String retries) {}

  /**
   * A roster's way from one version to the next.
   *
   * @param saving how far the change is in the tables
   */
  public record RosterStep(
      String projectId,
      String projectName,
      long versionBefore,
      long versionAfter,
      RosterChange change,
      Saving saving) {
    /** From what the admin saw to the next version, in one transaction. */
    public static RosterStep of(Roster seen, RosterChange change) {
      return new RosterStep(
          seen.projectId(),
          seen.projectName(),
          seen.version(),
          seen.version() + 1,
          change,
          Saving.AT_ONCE);
    }
  }

  public String id() {
    return about.id();
  }

  public State state() {
    return progress.state();
  }

  public boolean isOpen() {
    return !progress.ended();
  }

  /** Whether a part of its change is not in the tables yet. */
  public boolean isSaving() {
    return roster != null && !roster.saving().isDone();
  }

  /**
   * The roster's own route: the first that carries no changed member's id or, where the project has
   * the id of one, the first that carries the project's; none where that one was fresh before this
   * entry, which tries again the others.
   */
  public Optional<RouteProgress> rosterRoute() {
    if (roster == null) {
      return Optional.empty();
    }
    Set<String> members =
        roster
            .change()
            .touched()
            .map(member -> PathTemplate.encoded(member.id()))
            .collect(Collectors.toSet());
    String project = PathTemplate.encoded(roster.projectId());
    return firstRoute(members::contains, false)
        .or(() -> members.contains(project) ? firstRoute(project::equals, true) : Optional.empty());
  }

  private Optional<RouteProgress> firstRoute(Predicate<String> part, boolean has) {
    return progress.routes().stream()
        .filter(route -> Arrays.stream(route.path().split("/")).anyMatch(part) == has)
        .findFirst();
  }

  /** All that is sent to CloudFront for it, each once: paths, wildcards and tags as they travel. */
  public List<String> items() {
    return progress.batches().stream().map(Batch::items).flatMap(List::stream).distinct().toList();
  }

  /** CloudFront's ids of what does its work, oldest first. */
  public List<String> invalidationIds() {
    return progress.batches().stream()
        .map(Batch::invalidationId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** How many paths, wildcards and tags CloudFront has taken for it so far, each purge counted. */
  public long billedPaths() {
    return progress.batches().stream()
        .filter(Batch::isBilled)
        .mapToLong(batch -> batch.items().size())
        .sum();
  }

  /**
   * How long browsers may keep what they have of it, whatever the edge serves: the longest of what
   * the answers that proved it allow, which no invalidation shortens. Empty where none allows it.
   */
  public Optional<Duration> keptByBrowsers() {
    return progress.evidence().stream()
        .filter(seen -> seen.verdict() == Verdict.FRESH)
        .flatMap(seen -> Stream.ofNullable(seen.edge().cacheControl()))
        .map(header -> CacheControl.parse(List.of(header)).browserSeconds())
        .filter(seconds -> seconds > 0)
        .max(Comparator.naturalOrder())
        .map(Duration::ofSeconds);
  }

  /** From its beginning to its last step. */
  public Duration duration() {
    return progress.steps().isEmpty()
        ? Duration.ZERO
        : Duration.between(about.at(), progress.steps().getLast().at());
  }

  /** The next revision, written by the desk that has the lease. */
  public JournalEntry with(Progress next) {
    return new JournalEntry(about, roster, next, lease.moved());
  }

  /** The same, as it would be had the reply to this batch not been lost. */
  JournalEntry found(String reference, String invalidationId) {
    return new JournalEntry(about, roster, progress.found(reference, invalidationId), lease);
  }

  /** The same, with the sign of life of the desk that has the lease. */
  public JournalEntry beat() {
    return new JournalEntry(about, roster, progress, lease.moved());
  }

  public JournalEntry takenBy(String desk) {
    return new JournalEntry(about, roster, progress, lease.takenBy(desk));
  }

  /** Nobody's any more: the next desk need not wait until the lease has run out. */
  public JournalEntry released() {
    return new JournalEntry(about, roster, progress, lease.takenBy(Lease.NOBODY));
  }

  /**
   * The same change, to be saved in more transactions than this entry's own.
   *
   * @param transactions at least 2, of which the last moves the roster's version
   */
  public JournalEntry savedIn(int transactions) {
    return new JournalEntry(
        about, with(new Saving(0, transactions, List.of())), progress.saving(), lease);
  }

  /**
   * The revision that is written with the next of its transactions.
   *
   * @param skipped members that it leaves as somebody else made them
   */
  public JournalEntry partSaved(List<String> skipped) {
    Saving before = Objects.requireNonNull(roster).saving();
    List<String> all = new ArrayList<>(before.skipped());
    all.addAll(skipped);
    var saving = new Saving(before.done() + 1, before.of(), all);
    return new JournalEntry(about, with(saving), progress.clear(), lease.moved());
  }

  /**
   * The revision that is written with the last of its transactions.
   *
   * @param version to which the roster moves; beyond the one foreseen where somebody else has moved
   *     it meanwhile
   */
  public JournalEntry lastPartSaved(long version, Instant at) {
    RosterStep step = Objects.requireNonNull(roster);
    Saving before = step.saving();
    var saving = new Saving(before.of(), before.of(), before.skipped());
    var saved =
        new RosterStep(
            step.projectId(),
            step.projectName(),
            step.versionBefore(),
            version,
            step.change(),
            saving);
    return new JournalEntry(about, saved, progress.allSaved(at), lease.moved());
  }

  private RosterStep with(Saving saving) {
    RosterStep step = Objects.requireNonNull(roster);
    return new RosterStep(
        step.projectId(),
        step.projectName(),
        step.versionBefore(),
        step.versionAfter(),
        step.change(),
        saving);
  }
}
