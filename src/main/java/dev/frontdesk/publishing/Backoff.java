package dev.frontdesk.publishing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses before something is tried again: each twice as long as the one before, up to the longest,
 * of which a random half is waited, so that desks spread.
 */
public record Backoff(Duration first, Duration longest) {
  /**
   * @param failures how often it has failed in a row, from 1
   */
  public Duration pause(int failures, RandomGenerator random) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration full = doubled.compareTo(longest) < 0 ? doubled : longest;
    return full.dividedBy(2).plusMillis(random.nextLong(full.toMillis() / 2 + 1));
  }
}
