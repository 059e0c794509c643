package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.PurgeEffect;
import dev.frontdesk.publishing.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The invalidations of a window, and what the one did that mattered most.
 *
 * @param marks in the order of time
 */
record Marks(List<Mark> marks, Effect effect) {
  static final Marks NONE = new Marks(List.of(), new Effect.NotKnown(Effect.Why.NONE_MADE));

  /** What one of them did, or why that cannot be told. */
  sealed interface Effect {
    /**
     * @param others how many more there were in the half hours before and after it
     */
    record Told(Mark mark, PurgeEffect effect, int others) implements Effect {}

    record NotKnown(Why why) implements Effect {}

    enum Why {
      /** There was no invalidation. */
      NONE_MADE,
      /** The distribution does not measure its hit ratio. */
      NOT_MEASURED,
      /** A point of the range stands for too long a time. */
      TOO_COARSE,
      /** There are no points around them. */
      NO_POINTS
    }
  }

  Marks {
    marks = List.copyOf(marks);
  }

  /**
   * @param entries in any order, of any time
   */
  static Marks of(MetricsReading reading, Collection<? extends HistoryEntry> entries, Instant now) {
    MetricsWindow window = reading.window();
    List<Mark> marks =
        entries.stream()
            .flatMap(entry -> Mark.of(entry).stream())
            .filter(mark -> !mark.at().isBefore(window.from()) && mark.at().isBefore(window.to()))
            .sorted(Comparator.comparing(Mark::at).thenComparing(mark -> mark.entry().id()))
            .map(mark -> mark.with(PurgeEffect.of(reading, mark.at(), now)))
            .toList();
    return new Marks(marks, effect(marks, reading));
  }

  private static Effect effect(List<Mark> marks, MetricsReading reading) {
    if (marks.isEmpty()) {
      return new Effect.NotKnown(Effect.Why.NONE_MADE);
    }
    if (reading.additional() == Additional.OFF
        || (reading.additional() == Additional.NOT_KNOWN
            && reading.series(Metric.HIT_RATIO).isEmpty())) {
      return new Effect.NotKnown(Effect.Why.NOT_MEASURED);
    }
    if (reading.window().period().compareTo(PurgeEffect.LONGEST_PERIOD) > 0) {
      return new Effect.NotKnown(Effect.Why.TOO_COARSE);
    }
    return worst(marks).<Effect>map(told -> told).orElse(new Effect.NotKnown(Effect.Why.NO_POINTS));
  }

  /** The one that the ratio fell most after; of equal ones the newest. */
  private static Optional<Effect.Told> worst(List<Mark> marks) {
    List<Effect.Told> told = new ArrayList<>();
    for (Mark mark : marks) {
      mark.effect()
          .ifPresent(effect -> told.add(new Effect.Told(mark, effect, others(mark, marks))));
    }
    return told.stream()
        .max(
            Comparator.comparingDouble((Effect.Told one) -> one.effect().fall())
                .thenComparing(one -> one.mark().at()));
  }

  private static int others(Mark mark, List<Mark> marks) {
    return (int)
        marks.stream()
            .filter(other ->
                !other.equals(mark)
                    && Duration.between(mark.at(), other.at()).abs().compareTo(PurgeEffect.SPAN)
                        < 0)
            .count();
  }
}
