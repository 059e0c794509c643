package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of a publication as a row of stages that are all there from the beginning, so that
 * nothing moves when one is reached.
 */
public final class Stages {
  private static final List<State> WAY =
      List.of(State.SAVED, State.SUBMITTED, State.COMPLETED, State.FRESH);

  /** How a stage stands. */
  public enum Standing {
    REACHED,
    RUNNING,
    /** Under way, but something keeps it back. */
    WAITING,
    /** Not where it was meant to end, but over. */
    ODD,
    WRONG,
    AHEAD,
    /** It will not come: no probe is possible. */
    LEFT_OUT,
    /** It ended before. */
    NOT_REACHED
  }

  /**
   * @param state what the stage is called now
   * @param at when it was reached, or since when it runs
   * @param waited since the stage before it was reached
   */
  public record Stage(
      State state, Standing standing, Optional<Instant> at, Optional<Duration> waited) {}

  private Stages() {}

  /** The stages of an entry, in their order. */
  public static List<Stage> of(JournalEntry entry) {
    List<Stage> stages = new ArrayList<>();
    Optional<Instant> before = Optional.empty();
    int reached = reached(entry);
    for (int i = 0; i < WAY.size(); i++) {
      State state = WAY.get(i);
      Optional<Instant> at = at(entry, state);
      Optional<Instant> start = before;
      if (i <= reached) {
        Optional<Duration> waited =
            start.flatMap(from -> at.map(until -> Duration.between(from, until)));
        stages.add(new Stage(state, Standing.REACHED, at, waited));
        before = at.or(() -> start);
      } else if (i == reached + 1) {
        stages.add(next(entry, state, before));
      } else {
        stages.add(new Stage(state, ahead(entry), Optional.empty(), Optional.empty()));
      }
    }
    return List.copyOf(stages);
  }

  /** The index of the last stage that the entry has behind it. */
  private static int reached(JournalEntry entry) {
    return switch (entry.state()) {
      case SAVING -> -1;
      case SAVED, QUEUED -> 0;
      case SUBMITTED -> 1;
      case COMPLETED, STALE, EXPIRING -> 2;
      case FRESH -> 3;
      case FAILED, UNKNOWN ->
          entry.progress().steps().stream()
              .mapToInt(step -> WAY.indexOf(step.state()))
              .max()
              .orElse(-1);
    };
  }

  private static Stage next(JournalEntry entry, State state, Optional<Instant> before) {
    return switch (entry.state()) {
      case FAILED -> ended(entry, State.FAILED, Standing.WRONG, before);
      case STALE ->
          entry.isOpen()
              ? underWay(entry, State.STALE)
              : ended(entry, State.STALE, Standing.ODD, before);
      case EXPIRING -> ended(entry, State.EXPIRING, Standing.ODD, before);
      case UNKNOWN, QUEUED -> waiting(entry, entry.state());
      case SAVING -> underWay(entry, State.SAVING);
      case SAVED, SUBMITTED, COMPLETED, FRESH ->
          entry.isOpen()
              ? underWay(entry, state)
              : new Stage(state, Standing.LEFT_OUT, Optional.empty(), Optional.empty());
    };
  }

  private static Stage underWay(JournalEntry entry, State state) {
    return entry.progress().trouble() != null
        ? waiting(entry, state)
        : new Stage(state, Standing.RUNNING, since(entry), Optional.empty());
  }

  private static Stage waiting(JournalEntry entry, State state) {
    return new Stage(state, Standing.WAITING, since(entry), Optional.empty());
  }

  /** Since its last step, which a second purge takes later than the stage before this one. */
  private static Optional<Instant> since(JournalEntry entry) {
    List<Step> steps = entry.progress().steps();
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().at());
  }

  private static Standing ahead(JournalEntry entry) {
    return entry.isOpen() ? Standing.AHEAD : Standing.NOT_REACHED;
  }

  private static Stage ended(
      JournalEntry entry, State state, Standing standing, Optional<Instant> before) {
    Optional<Instant> at = at(entry, state);
    return new Stage(
        state,
        standing,
        at,
        before.flatMap(from -> at.map(until -> Duration.between(from, until))));
  }

  /** When a state was last reached: a second purge goes through some twice. */
  private static Optional<Instant> at(JournalEntry entry, State state) {
    return entry.progress().steps().stream()
        .filter(step -> step.state() == state)
        .reduce((_, later) -> later)
        .map(Step::at);
  }
}
