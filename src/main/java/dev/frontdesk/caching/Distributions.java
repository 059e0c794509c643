package dev.frontdesk.caching;

/** Tells how one distribution is set up. Only reads. */
public interface Distributions {
  /**
   * The connection's distribution with the cache policies of its behaviours; what was told a few
   * minutes ago may be told again. Blocks.
   *
   * @throws dev.frontdesk.problem.ProblemException {@code Missing} where there is none of its id
   */
  Distribution read();

  /** The next reading asks anew, whatever is kept of the last one. */
  default void forget() {}
}
