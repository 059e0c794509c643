package dev.frontdesk.ui.kit;

import dev.frontdesk.members.Member;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress.Trouble;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.publishing.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from an entry for whoever shows it. Clocks of desks may be an hour apart, so no
 * comparison here takes a time, or an id made of one, before what is written of the matter itself.
 */
public final class EntryFacts {
  private static final String SEPARATOR = "-";

  private EntryFacts() {}

  /** Whether all of its change is known to be in the tables. */
  public static boolean isSaved(JournalEntry entry) {
    return reached(entry, State.SAVED);
  }

  /** Whether nobody knows that a part of it is in the tables, or it is known that none is. */
  public static boolean isUnsure(JournalEntry entry) {
    return !reached(entry, State.SAVED) && !reached(entry, State.SAVING);
  }

  private static boolean reached(JournalEntry entry, State state) {
    return entry.progress().steps().stream().anyMatch(step -> step.state() == state);
  }

  /** Whether a new entry may try it again; what was never saved is published again instead. */
  public static boolean canRetry(JournalEntry entry) {
    return !entry.isOpen()
        && isSaved(entry)
        && (entry.state() == State.FAILED || entry.state() == State.STALE);
  }

  /** Whether this desk waits before it tries the same again, and may be told not to. */
  public static boolean canTryNow(JournalEntry entry, Hands hands) {
    Trouble trouble = entry.progress().trouble();
    return entry.isOpen()
        && trouble != null
        && trouble.nextTry() != null
        && (hands == Hands.HERE || hands == Hands.TAKEN_OVER);
  }

  /** Whether it moved a roster, and nothing more is to come of it. */
  public static boolean canTakeBack(JournalEntry entry) {
    return entry.roster() != null && !entry.isOpen() && isSaved(entry);
  }

  /** The attempt that it is at: 2 where the first purge lost the race. */
  static boolean isPurgedAgain(JournalEntry entry) {
    return entry.progress().batches().stream().anyMatch(batch -> batch.attempt() == 2);
  }

  /** The entry whose batch is sent in place of one of this entry's. */
  static Optional<String> carrier(JournalEntry entry) {
    return entry.progress().batches().stream()
        .map(Batch::carrier)
        .filter(Objects::nonNull)
        .map(reference -> reference.split(SEPARATOR, 3)[1])
        .filter(id -> !id.equals(entry.id()))
        .findFirst();
  }

  /** Members that a large change left as somebody else made them meanwhile. */
  static List<Member> skipped(JournalEntry entry) {
    JournalEntry.RosterStep step = entry.roster();
    if (step == null || step.saving().skipped().isEmpty()) {
      return List.of();
    }
    Set<String> ids = Set.copyOf(step.saving().skipped());
    return step.change().touched().filter(member -> ids.contains(member.id())).toList();
  }

  /** The newest evidence of the path that was asked first: the roster's own. */
  public static Optional<Evidence> lastOfRoster(JournalEntry entry) {
    List<Evidence> all = entry.progress().evidence();
    return all.stream()
        .filter(seen -> seen.path().equals(all.getFirst().path()))
        .reduce((_, later) -> later);
  }

  /** Whether {@code next} is the same entry as {@code known}, as far or further. */
  public static boolean isAsNew(JournalEntry next, JournalEntry known) {
    if (isUnsure(known) != isUnsure(next)) {
      // What the journal has is newer than the guess at it, whatever the lease's counter.
      return isUnsure(known);
    }
    return next.lease().counter() >= known.lease().counter();
  }

  /**
   * The order in which entries of one project came about, the earliest first: the roster's version
   * decides. Of one version, what is saved comes after what may not be, and what tries again after
   * what it tries; the ids come last, which are made by the desks' clocks.
   *
   * @param known entries by their id, as far as they are known
   */
  public static Comparator<JournalEntry> order(Map<String, JournalEntry> known) {
    return Comparator.comparingLong(EntryFacts::version)
        .thenComparing(entry -> !isUnsure(entry))
        .thenComparingInt(entry -> tries(entry, known))
        .thenComparing(JournalEntry::id);
  }

  /** How many entries there are before this one that it tries again, one after another. */
  private static int tries(JournalEntry entry, Map<String, JournalEntry> known) {
    int tries = 0;
    String before = entry.about().retries();
    while (before != null && tries <= known.size()) {
      tries++;
      JournalEntry old = known.get(before);
      before = old == null ? null : old.about().retries();
    }
    return tries;
  }

  private static long version(JournalEntry entry) {
    JournalEntry.RosterStep step = entry.roster();
    return step == null ? 0 : step.versionAfter();
  }
}
