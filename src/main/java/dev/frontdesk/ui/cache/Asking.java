package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.CacheMetrics;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.PurgeEffect;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Reads what followed single invalidations where the points of the range cover too much: only when
 * somebody asks, for those near one another in one reading, and again only where another reading
 * may say more, since each is paid for.
 */
final class Asking {
  private final CacheMetrics metrics;
  private final Work work;
  private final Now now;

  /** By the mark's id: the newest reading that was to tell of it. */
  private final Map<String, Loader<Answer>> readings = new HashMap<>();

  /** What was known once stays so while it is read again. */
  private final Map<String, Followed> known = new HashMap<>();

  private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>(Asked.NOTHING);

  /**
   * A reading around some invalidations.
   *
   * @param effects by the mark's id
   */
  private record Answer(Map<String, Followed> effects, int metricsAsked, Instant at) {}

  Asking(CacheMetrics metrics, Work work, Now now) {
    this.metrics = metrics;
    this.work = work;
    this.now = now;
  }

  ReadOnlyObjectProperty<Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  /**
   * Somebody looks at these.
   *
   * @param marks in the order of time
   */
  void ask(List<Mark> marks) {
    work.requireUi();
    Instant at = now.clock().instant();
    Set<String> newest = marks.stream().map(Mark::id).collect(Collectors.toSet());
    Asked before = asked.get();
    asked.set(new Asked(before.answers(), newest, before.readings(), before.metricsAsked()));
    near(marks.stream().filter(mark -> isDue(mark, at)).toList())
        .forEach(due -> askTogether(due, at));
  }

  /** Those for which one reading does. */
  private static List<List<Mark>> near(List<Mark> marks) {
    List<List<Mark>> groups = new ArrayList<>();
    for (Mark mark : marks) {
      if (groups.isEmpty() || !PurgeEffect.areNear(groups.getLast().getFirst().at(), mark.at())) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(mark);
    }
    return groups;
  }

  private void askTogether(List<Mark> due, Instant at) {
    Optional<MetricsWindow> window =
        PurgeEffect.around(due.getFirst().at(), due.getLast().at(), at);
    var reading = new Loader<Answer>(work, now.clock());
    due.forEach(mark -> readings.put(mark.id(), reading));
    if (window.isPresent()) {
      reading.state().subscribe(this::came);
      reading.load(() -> read(window.get(), due));
    } else {
      due.forEach(mark -> known.put(mark.id(), Followed.Unknown.TOO_OLD));
      tell(0, 0);
    }
  }

  /** Whether a reading may say what is not known. */
  private boolean isDue(Mark mark, Instant at) {
    Loader<Answer> reading = readings.get(mark.id());
    if (reading == null || reading.get().trouble().isPresent()) {
      return known.get(mark.id()) != Followed.Unknown.TOO_OLD;
    }
    return reading
        .get()
        .newest()
        .filter(answer -> !at.isBefore(answer.at().plus(CacheModel.REFRESH)))
        .filter(answer -> !isSettled(mark, answer))
        .isPresent();
  }

  private static boolean isSettled(Mark mark, Answer answer) {
    return answer.effects().get(mark.id()) instanceof Followed.Known(PurgeEffect effect)
        ? effect.isSettled(answer.at())
        : PurgeEffect.isWithoutPoints(mark.at(), answer.at());
  }

  private Answer read(MetricsWindow window, List<Mark> marks) {
    MetricsReading reading = metrics.read(window);
    Instant at = now.clock().instant();
    Map<String, Followed> effects = new HashMap<>();
    for (Mark mark : marks) {
      effects.put(
          mark.id(),
          PurgeEffect.of(reading, mark.at(), at)
              .<Followed>map(Followed.Known::new)
              .orElse(Followed.Unknown.NO_POINTS));
    }
    return new Answer(effects, reading.metricsAsked(), at);
  }

  private void came(Load<Answer> state) {
    switch (state) {
      case Load.Idle<Answer> _ -> {}
      case Load.Loading<Answer> _ -> tell(0, 0);
      case Load.Loaded<Answer>(Answer answer, Instant _) -> {
        known.putAll(answer.effects());
        tell(1, answer.metricsAsked());
      }
      case Load.Failed<Answer> _ -> tell(0, 0);
    }
  }

  private void tell(int more, int metricsAsked) {
    Map<String, Followed> answers = new HashMap<>();
    readings.forEach((id, reading) -> answers.put(id, followed(id, reading.get())));
    Asked before = asked.get();
    asked.set(
        new Asked(
            answers,
            before.newest(),
            before.readings() + more,
            before.metricsAsked() + metricsAsked));
  }

  private Followed followed(String id, Load<Answer> state) {
    Followed before = known.get(id);
    if (before != null) {
      return before;
    }
    return state.trouble().<Followed>map(Followed.Failed::new).orElse(Followed.Unknown.READING);
  }

  /** An answer still on its way is dropped. */
  void close() {
    readings.values().forEach(Loader::forget);
  }
}
