package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.PurgeEffect;
import dev.frontdesk.caching.Series;
import dev.frontdesk.publishing.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
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
  static final Marks NONE = new Marks(List.of(), new Effect.NotKnown(Effect.Why.NONE_KNOWN));

  /** What one of them did, or why that cannot be told. */
  sealed interface Effect {
    /**
     * @param others how many more there were in the half hours before and after it
     */
    record Told(Mark mark, PurgeEffect effect, int others) implements Effect {}

    /** Somebody has asked for this one, and there is nothing to tell, or not yet. */
    record Asked(Mark mark) implements Effect {}

    record NotKnown(Why why) implements Effect {}

    enum Why {
      /** There was no invalidation. */
      NONE_MADE,
      /** None is known so far: the history has not been read to its end. */
      NONE_KNOWN,
      /** The distribution does not measure its hit ratio. */
      NOT_MEASURED,
      /** A point of the range stands for too long a time: it has to be asked for. */
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
   * @param whole whether these are all that there are
   * @param asked what was read around some of them, for ranges whose points cover too much
   */
  static Marks of(
      MetricsReading reading,
      Collection<? extends HistoryEntry> entries,
      boolean whole,
      Asked asked,
      Instant now) {
    MetricsWindow window = reading.window();
    List<Mark> marks =
        entries.stream()
            .flatMap(entry -> Mark.of(entry).stream())
            .filter(mark -> !mark.at().isBefore(window.from()) && mark.at().isBefore(window.to()))
            .sorted(Comparator.comparing(Mark::at).thenComparing(Mark::id))
            .map(mark -> mark.with(followed(mark, reading, asked, now)))
            .toList();
    return new Marks(marks, effect(marks, whole, reading, asked));
  }

  private static Followed followed(Mark mark, MetricsReading reading, Asked asked, Instant now) {
    if (isNotMeasured(mark, reading)) {
      return Followed.Unknown.NOT_MEASURED;
    }
    return isTooCoarse(reading)
        ? asked.of(mark)
        : PurgeEffect.of(reading, mark.at(), now)
            .<Followed>map(Followed.Known::new)
            .orElse(Followed.Unknown.NO_POINTS);
  }

  /**
   * What was measured before the additional metrics were turned off tells on what was done then.
   */
  private static boolean isNotMeasured(Mark mark, MetricsReading reading) {
    Series ratio = reading.series(Metric.HIT_RATIO);
    return switch (reading.additional()) {
      case ON -> false;
      case OFF ->
          ratio.isEmpty()
              || !mark.at().isBefore(ratio.points().lastKey().plus(reading.window().period()));
      case NOT_KNOWN -> ratio.isEmpty();
    };
  }

  private static boolean isTooCoarse(MetricsReading reading) {
    return reading.window().period().compareTo(PurgeEffect.LONGEST_PERIOD) > 0;
  }

  private static Effect effect(
      List<Mark> marks, boolean whole, MetricsReading reading, Asked asked) {
    if (marks.isEmpty()) {
      return new Effect.NotKnown(whole ? Effect.Why.NONE_MADE : Effect.Why.NONE_KNOWN);
    }
    List<Mark> measured =
        marks.stream().filter(mark -> mark.followed() != Followed.Unknown.NOT_MEASURED).toList();
    if (measured.isEmpty()) {
      return new Effect.NotKnown(Effect.Why.NOT_MEASURED);
    }
    if (isTooCoarse(reading)) {
      List<Mark> newest =
          measured.stream().filter(mark -> asked.newest().contains(mark.id())).toList();
      return worst(newest, marks)
          .<Effect>map(told -> told)
          .or(() -> newest.stream().findFirst().map(Effect.Asked::new))
          .orElse(new Effect.NotKnown(Effect.Why.TOO_COARSE));
    }
    return worst(marks, marks)
        .<Effect>map(told -> told)
        .orElse(new Effect.NotKnown(Effect.Why.NO_POINTS));
  }

  /** The one of some that the ratio fell most after; of equal ones the newest. */
  private static Optional<Effect.Told> worst(List<Mark> some, List<Mark> all) {
    return some.stream()
        .flatMap(mark -> Told.of(mark).stream())
        .max(
            Comparator.comparingDouble((Told one) -> one.effect().fall())
                .thenComparing(one -> one.mark().at()))
        .map(one -> new Effect.Told(one.mark(), one.effect(), others(one.mark(), all)));
  }

  /** One of which it is known what followed. */
  private record Told(Mark mark, PurgeEffect effect) {
    static Optional<Told> of(Mark mark) {
      return mark.followed() instanceof Followed.Known(PurgeEffect effect)
          ? Optional.of(new Told(mark, effect))
          : Optional.empty();
    }
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
