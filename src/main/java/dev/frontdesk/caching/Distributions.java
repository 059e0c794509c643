package dev.frontdesk.caching;

/** Tells how one distribution is set up. Only reads. */
public interface Distributions {
  /**
   * The connection's distribution with the cache policies of its behaviours. Blocks.
   *
   * @throws dev.frontdesk.problem.ProblemException {@code Missing} where there is none of its id
   */
  Distribution read();
}
