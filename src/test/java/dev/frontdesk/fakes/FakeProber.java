package dev.frontdesk.fakes;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Prober;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.LongSupplier;

/** An edge and an origin that show a roster's version, and nothing else. */
public final class FakeProber implements Prober {
  private final LongSupplier origin;
  private final Deque<Long> edge = new ArrayDeque<>();
  private boolean reachable = true;

  /**
   * @param origin the version that the origin shows; the edge shows it too, unless told
   */
  public FakeProber(LongSupplier origin) {
    this.origin = origin;
  }

  /** The next readings of the edge show these versions, one each. */
  public synchronized FakeProber edgeShows(long... versions) {
    for (long version : versions) {
      edge.add(version);
    }
    return this;
  }

  public FakeProber reachable(boolean canProbe) {
    reachable = canProbe;
    return this;
  }

  @Override
  public boolean canProbe() {
    return reachable;
  }

  @Override
  public synchronized Reading edge(String path, Map<String, String> extra) {
    Long told = edge.poll();
    return reading(told == null ? origin.getAsLong() : told, "Miss from cloudfront");
  }

  @Override
  public Reading origin(String path, Map<String, String> extra) {
    return reading(origin.getAsLong(), null);
  }

  /** An answer that shows a version and nothing else. */
  public static Reading reading(long version, @org.jspecify.annotations.Nullable String xCache) {
    var side = new Evidence.Side(200, xCache, 0L, "FRA56-P4", null, null, version, null, 3);
    Map<String, Value> fields =
        Map.of("version", new Value.Numeric(java.math.BigDecimal.valueOf(version)));
    return new Reading(side, new Body.Json(new Value.Fields(fields)));
  }
}
