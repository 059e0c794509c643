package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.PurgeReader;
import dev.frontdesk.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What plans are made on: how the distribution is set up, and how things stand there.
 *
 * @param nothing the circumstances in which nothing is in progress, and nothing has been billed
 * @param told how things stood when that was last told, however long ago
 * @param trouble why it was not told when it was last asked for
 */
record Ground(
    PurgeReader reader,
    PurgeCircumstances nothing,
    Optional<PurgeCircumstances> told,
    Optional<Problem> trouble) {
  /**
   * How long what was told is taken to be so. What is in progress ends by itself, within seconds: a
   * path that is left out because of a wildcard that ended is purged by nobody.
   */
  static final Duration FRESH = Duration.ofSeconds(20);

  /**
   * What a plan would purge.
   *
   * @param isEverything whether it empties the cache, or as good as
   */
  record Reach(List<PurgePlan.Hit> hits, boolean isEverything) {}

  /**
   * How things stand where a plan was made.
   *
   * @param told when that was last told, however long ago: for people to read
   * @param isKnown whether the plan was made on it; else it takes it that nothing is in progress
   */
  record Standing(Optional<PurgeCircumstances> told, boolean isKnown) {}

  /**
   * A plan with what the page tells of it, worked out where it does not hold anybody up.
   *
   * @param text what it is of
   * @param wrong how many things pasted are not sent
   * @param redundant how many are done by another line, or by what is in progress
   */
  record Planned(
      String text, PurgePlan plan, Standing standing, Reach reach, int wrong, int redundant) {
    static Planned of(String text, PurgePlan plan, Standing standing) {
      int wrong = 0;
      int redundant = 0;
      for (PurgePlan.Line line : plan.lines()) {
        switch (line.fate()) {
          case PurgePlan.Sent _ -> {}
          case PurgePlan.CoveredBy _, PurgePlan.InProgress _ -> redundant++;
          case PurgePlan.NotSent _ -> wrong++;
        }
      }
      var reach = new Reach(plan.hits(), plan.isEverything());
      return new Planned(text, plan, standing, reach, wrong, redundant);
    }

    /** Whether both would send the same, and ask the same before. */
    boolean isTheSameAs(Planned other) {
      return plan.items().equals(other.plan.items())
          && reach.isEverything() == other.reach.isEverything();
    }

    /** How many things pasted are sent. */
    int sent() {
      return plan.lines().size() - wrong - redundant;
    }
  }

  Planned plan(String text, Instant now) {
    List<PastedItem> pasted = reader.read(text);
    boolean isKnown = isFresh(now);
    PurgeCircumstances assumed = isKnown ? told.orElse(nothing) : nothing;
    return Planned.of(text, PurgePlan.of(pasted, assumed), new Standing(told, isKnown));
  }

  /** Whether what was told is how things stand now. */
  boolean isFresh(Instant now) {
    return trouble.isEmpty()
        && told.filter(there -> there.asOf().plus(FRESH).isAfter(now)).isPresent();
  }

  /** What was told before is kept, as what it is, where nothing newer was. */
  Ground after(Optional<Ground> before) {
    return new Ground(reader, nothing, told.or(() -> before.flatMap(Ground::told)), trouble);
  }

  /** The same, once asking anew has met a problem. */
  Ground troubled(Problem problem) {
    return new Ground(reader, nothing, told, Optional.of(problem));
  }
}
