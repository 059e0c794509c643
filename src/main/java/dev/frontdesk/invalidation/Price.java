package dev.frontdesk.invalidation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What CloudFront bills for invalidations (CloudFront pricing, "Invalidation requests"). */
public final class Price {
  /** Paths that are free in each month, over all distributions of the account. */
  public static final int FREE_PATHS = 1_000;

  /**
   * A whole number, unlike its inverse: a quotient has no tail of rounding that people would see.
   */
  private static final int PATHS_FOR_A_DOLLAR = 200;

  private Price() {}

  /** The month on whose bill this instant is: AWS bills by months of UTC. */
  public static YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(ZoneOffset.UTC));
  }

  /**
   * In USD, of so many paths beyond the free ones: half a cent each. A wildcard or a tag is one
   * path.
   */
  public static double usd(long paths) {
    return (double) paths / PATHS_FOR_A_DOLLAR;
  }
}
