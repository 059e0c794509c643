package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.MetricsReading;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * What was read around single invalidations, as far as that has come.
 *
 * @param answers by the mark's id
 * @param newest the ids of those that were asked for last
 * @param readings how many have been paid for
 * @param metricsAsked how many metrics they asked for
 */
record Asked(Map<String, Followed> answers, Set<String> newest, int readings, int metricsAsked) {
  static final Asked NOTHING = new Asked(Map.of(), Set.of(), 0, 0);

  Asked {
    answers = Map.copyOf(answers);
    newest = Set.copyOf(newest);
  }

  Followed of(Mark mark) {
    return answers.getOrDefault(mark.id(), Followed.Unknown.NOT_ASKED);
  }

  BigDecimal costUsd() {
    return MetricsReading.costUsd(metricsAsked);
  }
}
