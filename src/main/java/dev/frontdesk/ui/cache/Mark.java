package dev.frontdesk.ui.cache;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import dev.frontdesk.ui.kit.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An invalidation as the charts show it: an entry may have several, each taken at its time. */
record Mark(HistoryEntry entry, Sent sent, Followed followed) {
  /**
   * Which of an entry's invalidations it is.
   *
   * @param number of all that were sent for the entry, from 1
   * @param attempt 2 where a probe has seen that the first purge lost the race
   * @param batch its place among those of its attempt, from 1
   * @param batches how many the attempt has
   * @param at when CloudFront took it
   */
  record Sent(int number, int attempt, int batch, int batches, Instant at) {}

  /** In the order of sending; none for an entry of which nothing has been sent. */
  static List<Mark> of(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) ->
          sent(ours).stream()
              .map(sent -> new Mark(entry, sent, Followed.Unknown.NOT_ASKED))
              .toList();
      case Foreign foreign ->
          List.of(new Mark(entry, new Sent(1, 1, 1, 1, foreign.at()), Followed.Unknown.NOT_ASKED));
    };
  }

  private static List<Sent> sent(JournalEntry entry) {
    List<Sent> sent = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (Batch batch : entry.progress().batches()) {
      String id = batch.invalidationId();
      // What was too large went out as smaller batches.
      if (id == null && batch.completed()) {
        continue;
      }
      int place = places.merge(batch.attempt(), 1, Integer::sum);
      Optional<Instant> at = takenAt(batch, entry);
      // Two of an entry's batches may be carried by one invalidation of another.
      if (id != null && at.isPresent() && seen.add(id)) {
        sent.add(new Sent(sent.size() + 1, batch.attempt(), place, 0, at.get()));
      }
    }
    return sent.stream()
        .map(one ->
            new Sent(
                one.number(),
                one.attempt(),
                one.batch(),
                places.getOrDefault(one.attempt(), 1),
                one.at()))
        .toList();
  }

  /** Of older entries only when the last batch of an attempt was taken is known. */
  private static Optional<Instant> takenAt(Batch batch, JournalEntry entry) {
    return Optional.ofNullable(batch.submittedAt())
        .or(() ->
            entry.progress().steps().stream()
                .filter(step -> step.state() == State.SUBMITTED)
                .skip(batch.attempt() - 1L)
                .map(Step::at)
                .findFirst());
  }

  /** Unique, and the same whatever else is sent for the entry. */
  String id() {
    return sent.number() == 1 ? entry.id() : entry.id() + "-" + sent.number();
  }

  Instant at() {
    return sent.at();
  }

  Mark with(Followed known) {
    return new Mark(entry, sent, known);
  }

  EntryKind kind() {
    return EntryKind.of(entry);
  }
}
