package dev.frontdesk.fakes;

import dev.frontdesk.caching.CacheMetrics;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A distribution whose figures are given; without any until then. */
public final class FakeMetrics implements CacheMetrics {
  private Function<MetricsWindow, MetricsReading> told = FakeMetrics::nothing;
  private int readings;

  /** From now on it tells this. */
  public void put(Function<MetricsWindow, MetricsReading> figures) {
    told = figures;
  }

  /** How often somebody has asked. */
  public synchronized int readings() {
    return readings;
  }

  @Override
  public synchronized MetricsReading read(MetricsWindow window) {
    readings++;
    return told.apply(window);
  }

  /** Additional metrics are on, and there is not a single point. */
  private static MetricsReading nothing(MetricsWindow window) {
    return new MetricsReading(window, Map.of(), Additional.ON, List.of(), 8, null);
  }
}
