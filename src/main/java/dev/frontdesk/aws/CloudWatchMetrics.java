package dev.frontdesk.aws;

import dev.frontdesk.caching.CacheMetrics;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import java.util.List;
import java.util.Map;

/** A distribution's metrics through CloudWatch's GetMetricData. */
final class CloudWatchMetrics implements CacheMetrics {
  private final AwsClients clients;
  private final String distribution;

  CloudWatchMetrics(AwsClients clients, String distribution) {
    this.clients = clients;
    this.distribution = distribution;
  }

  @Override
  public MetricsReading read(MetricsWindow window) {
    return new MetricsReading(window, Map.of(), Additional.NOT_KNOWN, List.of(), 0, null);
  }
}
