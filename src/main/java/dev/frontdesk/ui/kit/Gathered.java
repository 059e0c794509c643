package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.History;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.JournalEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is known of the history so far, each entry as far as it is known; of any thread. */
public final class Gathered {
  private final Map<String, HistoryEntry> entries = new HashMap<>();
  private long revision;

  /** Takes in what is new; what is known to be further already stays as it is. */
  public synchronized void take(Collection<? extends HistoryEntry> more) {
    for (HistoryEntry entry : more) {
      HistoryEntry known = entries.get(entry.id());
      HistoryEntry merged = known == null ? entry : HistoryFacts.merged(known, entry);
      // The same instance for the same content: rows are compared for each list that is made.
      if (!merged.equals(known)) {
        entries.put(entry.id(), merged);
        revision++;
      }
    }
  }

  /** Grows with whatever is taken in. */
  public synchronized long revision() {
    return revision;
  }

  public synchronized Optional<HistoryEntry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /**
   * Everything, in no order. What is taken for foreign, since its entry was not read with it, is
   * left out as soon as the entry is known.
   */
  public synchronized List<HistoryEntry> all() {
    Set<String> ours = ours();
    return entries.values().stream()
        .filter(entry -> !(entry instanceof Foreign && ours.contains(entry.id())))
        .toList();
  }

  /** The invalidations of the entries that are known. */
  private Set<String> ours() {
    Set<String> ours = new HashSet<>();
    entries.values().stream()
        .flatMap(entry -> HistoryFacts.ours(entry).stream())
        .map(JournalEntry::invalidationIds)
        .forEach(ours::addAll);
    return ours;
  }

  /**
   * From when on it has to be read again to find all that is new: since the newest that is known,
   * and since the oldest foreign one that is not completed. What Frontdesk itself has open is told
   * by whoever watches the journal.
   *
   * @return empty where nothing is known
   */
  public synchronized Optional<Instant> unsettled() {
    Optional<Instant> newest =
        entries.values().stream()
            .map(HistoryEntry::at)
            .max(Comparator.naturalOrder())
            .map(at -> at.minus(History.CLOCK_SKEW));
    Set<String> ours = ours();
    Optional<Instant> open =
        entries.values().stream()
            .filter(entry -> entry instanceof Foreign && HistoryFacts.isOpen(entry))
            .filter(entry -> !ours.contains(entry.id()))
            .map(HistoryEntry::at)
            .min(Comparator.naturalOrder());
    return newest.map(at -> open.filter(at::isAfter).orElse(at));
  }
}
