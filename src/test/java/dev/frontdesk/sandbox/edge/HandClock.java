package dev.frontdesk.sandbox.edge;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class HandClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(long seconds) {
    now = now.plusSeconds(seconds);
  }

  void advanceMillis(long millis) {
    now = now.plusMillis(millis);
  }
}
