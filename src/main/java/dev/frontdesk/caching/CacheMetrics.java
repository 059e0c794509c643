package dev.frontdesk.caching;

/** Tells how a distribution's cache has done. Only reads. */
public interface CacheMetrics {
  /**
   * All metrics of the window and of the one before it, with as few calls as CloudWatch allows.
   * Blocks.
   *
   * @throws dev.frontdesk.problem.ProblemException if they could not be read
   */
  MetricsReading read(MetricsWindow window);
}
