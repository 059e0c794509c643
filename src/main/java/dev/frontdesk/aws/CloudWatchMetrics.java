package dev.frontdesk.aws;

import dev.frontdesk.caching.CacheMetrics;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.publishing.Ticker;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * A distribution's metrics through CloudWatch's GetMetricData: all of them, of the window and the
 * one before it, in one question, which may take several pages to answer.
 */
final class CloudWatchMetrics implements CacheMetrics {
  private static final String NAMESPACE = "AWS/CloudFront";

  /** The only value that CloudFront's metrics have it with. */
  private static final Dimension GLOBAL =
      Dimension.builder().name("Region").value("Global").build();

  /**
   * Of a question: the largest that a window makes has fewer than ten thousand points, and a page a
   * hundred times as many. Whoever sends more pages never ends.
   */
  private static final int MOST_PAGES = 100;

  private final AwsClients clients;
  private final String distribution;
  private final MonitoringSubscription subscription;

  CloudWatchMetrics(AwsClients clients, String distribution, Ticker ticker) {
    this.clients = clients;
    this.distribution = distribution;
    this.subscription = new MonitoringSubscription(clients, distribution, ticker);
  }

  @Override
  public MetricsReading read(MetricsWindow window) {
    Additional additional = subscription.read();
    // All of them, whatever is on: what was measured before somebody turned it off is there still.
    var answer = new MetricsAnswer();
    var request =
        GetMetricDataRequest.builder()
            .startTime(window.before().from())
            .endTime(window.to())
            .metricDataQueries(
                Arrays.stream(Metric.values()).map(metric -> query(metric, window)).toList());
    String next = null;
    int pages = 0;
    do {
      next = answer.take(page(request, next));
      pages++;
    } while (next != null && pages < MOST_PAGES);
    return answer.reading(window, additional, pages);
  }

  private GetMetricDataResponse page(GetMetricDataRequest.Builder request, @Nullable String token) {
    return clients.cloudWatchGate.read(
        "cloudwatch:GetMetricData",
        distribution,
        () -> clients.cloudWatch().getMetricData(request.nextToken(token).build()));
  }

  private MetricDataQuery query(Metric metric, MetricsWindow window) {
    var name = MetricNames.of(metric);
    return MetricDataQuery.builder()
        .id(MetricsAnswer.id(metric))
        .metricStat(stat ->
            stat.metric(asked ->
                    asked
                        .namespace(NAMESPACE)
                        .metricName(name.metric())
                        .dimensions(
                            List.of(
                                Dimension.builder()
                                    .name("DistributionId")
                                    .value(distribution)
                                    .build(),
                                GLOBAL)))
                .period((int) window.period().toSeconds())
                .stat(name.statistic()))
        .returnData(true)
        .build();
  }
}
