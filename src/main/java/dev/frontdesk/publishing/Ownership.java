package dev.frontdesk.publishing;

import dev.frontdesk.problem.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of CloudFront's invalidations are known to be the journal's, as far as it has been read.
 */
final class Ownership {
  private final Set<String> ids = new HashSet<>();

  /** By reference what CloudFront has made of batches, and their entries have not noted. */
  private final Map<String, String> found = new HashMap<>();

  private Instant oldest = Instant.MAX;

  /** When the oldest entry was made that has a batch of which no answer is known. */
  private Instant unanswered = Instant.MAX;

  /** The journal has been read up to this entry. */
  void take(JournalEntry entry) {
    Instant at = entry.about().at();
    oldest = earlier(oldest, at);
    ids.addAll(entry.invalidationIds());
    List<Batch> batches = entry.progress().batches();
    if (batches.stream().anyMatch(batch -> batch.isUnsent() && batch.carrier() == null)) {
      unanswered = earlier(unanswered, at);
    }
  }

  /** The details of this one say that it is a batch's of the journal. */
  void found(String reference, String id) {
    found.put(reference, id);
  }

  /** The entry with the ids that were found out. */
  JournalEntry withFound(JournalEntry entry) {
    JournalEntry known = entry;
    for (Batch batch : entry.progress().batches()) {
      String id = found.get(batch.reference());
      known = id == null ? known : known.found(batch.reference(), id);
    }
    return known;
  }

  /** Whether an entry has this invalidation. */
  boolean owns(String id) {
    return ids.contains(id);
  }

  /** Whether the journal has been read back to before this instant, whatever the clocks. */
  boolean hasReadBeyond(Instant created) {
    return oldest.isBefore(created.minus(History.CLOCK_SKEW));
  }

  /** Whether it may be a batch of ours that was sent and whose reply was lost. */
  boolean hasUnansweredSince(Instant created) {
    return unanswered.isBefore(created.plus(History.CLOCK_SKEW));
  }

  /**
   * The entry that has sent something; empty also where it is not understood, so that what it sent
   * is told as if it were foreign.
   */
  static Optional<JournalEntry> read(Journal journal, String id) {
    try {
      return journal.read(id);
    } catch (ProblemException e) {
      if (Journal.Unreadable.isOne(e.problem())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
