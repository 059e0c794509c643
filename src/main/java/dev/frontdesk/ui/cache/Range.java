package dev.frontdesk.ui.cache;

import java.time.Duration;

/** How far back the page looks. */
enum Range {
  HOUR("1h", Duration.ofHours(1)),
  THREE_HOURS("3h", Duration.ofHours(3)),
  DAY("24h", Duration.ofDays(1)),
  WEEK("7d", Duration.ofDays(7)),
  MONTH("30d", Duration.ofDays(30));

  private final String word;
  private final Duration length;

  Range(String word, Duration length) {
    this.word = word;
    this.length = length;
  }

  /** By which ids and sentences name it. */
  String word() {
    return word;
  }

  Duration length() {
    return length;
  }
}
