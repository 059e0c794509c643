package dev.frontdesk.aws;

import dev.frontdesk.caching.Metric;

/**
 * What CloudWatch calls a metric (CloudFront Developer Guide, "Types of metrics for CloudFront").
 *
 * @param statistic of the points in a period
 * @param unit by how much CloudWatch's number is divided: shares come in percent
 */
record MetricNames(String metric, String statistic, double unit) {
  private static final double PERCENT = 100;

  static MetricNames of(Metric metric) {
    return switch (metric) {
      case REQUESTS -> new MetricNames("Requests", "Sum", 1);
      case BYTES_DOWNLOADED -> new MetricNames("BytesDownloaded", "Sum", 1);
      case BYTES_UPLOADED -> new MetricNames("BytesUploaded", "Sum", 1);
      case CLIENT_ERRORS -> new MetricNames("4xxErrorRate", "Average", PERCENT);
      case SERVER_ERRORS -> new MetricNames("5xxErrorRate", "Average", PERCENT);
      case HIT_RATIO -> new MetricNames("CacheHitRate", "Average", PERCENT);
      case ORIGIN_LATENCY_P50 -> new MetricNames("OriginLatency", "p50", 1);
      case ORIGIN_LATENCY_P90 -> new MetricNames("OriginLatency", "p90", 1);
    };
  }
}
