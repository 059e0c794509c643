package dev.frontdesk.sandbox.edge;

import java.util.concurrent.atomic.LongAdder;

/** Counts answers by how they came about. */
final class Tally {
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder errors = new LongAdder();

  void count(Outcome outcome) {
    switch (outcome) {
      case HIT, REFRESH_HIT -> hits.increment();
      case MISS -> misses.increment();
      case ERROR -> errors.increment();
    }
  }

  EdgeCounters counters() {
    long hit = hits.sum();
    long miss = misses.sum();
    long error = errors.sum();
    return new EdgeCounters(hit + miss + error, hit, miss, error);
  }
}
