package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.PurgeReader;
import dev.frontdesk.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What plans are made on: how the distribution is set up, and how things stand there.
 *
 * @param isKnown whether quota and month were told; else nothing is taken to be in progress
 * @param trouble why they were not told when they were last asked for
 */
record Ground(
    PurgeReader reader,
    PurgeCircumstances circumstances,
    boolean isKnown,
    Optional<Problem> trouble) {

  /**
   * A plan with what the page tells of it, worked out where it does not hold anybody up.
   *
   * @param text what it is of
   * @param isEverything whether it empties the cache, or as good as
   * @param wrong how many things pasted are not sent
   * @param redundant how many are done by another line, or by what is in progress
   */
  record Planned(
      String text,
      PurgePlan plan,
      List<PurgePlan.Hit> hits,
      boolean isEverything,
      int wrong,
      int redundant) {
    static Planned of(String text, PurgePlan plan) {
      int wrong = 0;
      int redundant = 0;
      for (PurgePlan.Line line : plan.lines()) {
        switch (line.fate()) {
          case PurgePlan.Sent _ -> {}
          case PurgePlan.CoveredBy _, PurgePlan.InProgress _ -> redundant++;
          case PurgePlan.NotSent _ -> wrong++;
        }
      }
      return new Planned(text, plan, plan.hits(), plan.isEverything(), wrong, redundant);
    }

    /** How many things pasted are sent. */
    int sent() {
      return plan.lines().size() - wrong - redundant;
    }
  }

  Planned plan(String text) {
    List<PastedItem> pasted = reader.read(text);
    return Planned.of(text, PurgePlan.of(pasted, circumstances));
  }

  /** Where quota and month could not be asked for anew, what was told before still stands. */
  Ground after(Optional<Ground> before) {
    if (isKnown || before.filter(Ground::isKnown).isEmpty()) {
      return this;
    }
    return new Ground(reader, before.get().circumstances, true, trouble);
  }
}
