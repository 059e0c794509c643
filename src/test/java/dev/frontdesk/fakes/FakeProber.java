package dev.frontdesk.fakes;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Prober;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** An edge and an origin that show a roster's version, and nothing else. */
public final class FakeProber implements Prober {
  private final LongSupplier origin;
  private final Deque<Long> edge = new ArrayDeque<>();
  private final Map<String, Reading> said = new ConcurrentHashMap<>();
  private final Map<String, Reading> saidByEdge = new ConcurrentHashMap<>();
  private volatile Map<String, String> sentToEdge = Map.of();
  private final List<String> asked = new CopyOnWriteArrayList<>();
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

  /** From now on the origin answers a path so. */
  public FakeProber originSays(String path, int status, Map<String, List<String>> headers) {
    var side = new Evidence.Side(status, null, null, null, null, null, null, null, 3);
    said.put(path, new Reading(side, new Body.Other("said", 4), new Headers(headers)));
    return this;
  }

  /** From now on both answer a path so. */
  public FakeProber says(String path, Reading edge, Reading origin) {
    saidByEdge.put(path, edge);
    said.put(path, origin);
    return this;
  }

  /** The request headers that the edge was asked with last. */
  public Map<String, String> sentToEdge() {
    return sentToEdge;
  }

  /** What the origin was asked for, in its order. */
  public List<String> originAsked() {
    return List.copyOf(asked);
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
    sentToEdge = extra;
    Reading said = saidByEdge.get(path);
    if (said != null) {
      return said;
    }
    Long told = edge.poll();
    return reading(told == null ? origin.getAsLong() : told, "Miss from cloudfront");
  }

  @Override
  public Reading origin(String path, Map<String, String> extra) {
    asked.add(path);
    Reading told = said.get(path);
    return told != null ? told : reading(origin.getAsLong(), null);
  }

  /** An answer that shows a version and nothing else. */
  public static Reading reading(long version, @org.jspecify.annotations.Nullable String xCache) {
    var side = new Evidence.Side(200, xCache, 0L, "FRA56-P4", null, null, version, null, 3);
    Map<String, Value> fields =
        Map.of("version", new Value.Numeric(java.math.BigDecimal.valueOf(version)));
    return new Reading(side, new Body.Json(new Value.Fields(fields)));
  }
}
