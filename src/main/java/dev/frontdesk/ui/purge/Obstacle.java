package dev.frontdesk.ui.purge;

/** Why nothing can be sent at the moment; each has its sentence. */
enum Obstacle {
  /** What was submitted is on its way to the journal. */
  SAVING("saving"),
  /** Nobody knows yet whether the same is in the journal. */
  UNKNOWN("unknown"),
  EMPTY("empty"),
  /** The distribution, or the text, is still being read. */
  READING("reading"),
  ALL_WRONG("all-wrong"),
  /** Invalidations in progress do all of it. */
  IN_PROGRESS("in-progress"),
  NO_REASON("no-reason");

  /** Its part of the key of its sentence. */
  final String word;

  Obstacle(String word) {
    this.word = word;
  }
}
