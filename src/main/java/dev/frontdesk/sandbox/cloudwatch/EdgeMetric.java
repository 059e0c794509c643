package dev.frontdesk.sandbox.cloudwatch;

import dev.frontdesk.sandbox.traffic.Figures;
import java.util.Arrays;
import java.util.Optional;

/**
 * A metric that CloudFront has of a distribution (CloudFront Developer Guide, "Using the CloudWatch
 * API to get metrics").
 */
enum EdgeMetric {
  REQUESTS("Requests", "None"),
  BYTES_DOWNLOADED("BytesDownloaded", "None"),
  BYTES_UPLOADED("BytesUploaded", "None"),
  CLIENT_ERRORS("4xxErrorRate", "Percent"),
  SERVER_ERRORS("5xxErrorRate", "Percent"),
  ERRORS("TotalErrorRate", "Percent"),
  HIT_RATE("CacheHitRate", "Percent"),
  ORIGIN_LATENCY("OriginLatency", "Milliseconds"),
  UNAUTHORIZED("401ErrorRate", "Percent"),
  FORBIDDEN("403ErrorRate", "Percent"),
  NOT_FOUND("404ErrorRate", "Percent"),
  BAD_GATEWAY("502ErrorRate", "Percent"),
  UNAVAILABLE("503ErrorRate", "Percent"),
  TIMED_OUT("504ErrorRate", "Percent");

  private final String word;
  private final String unit;

  EdgeMetric(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  static Optional<EdgeMetric> of(String word) {
    return Arrays.stream(values()).filter(metric -> metric.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  String unit() {
    return unit;
  }

  /** Empty where nothing was measured: a period without a sample has no point. */
  Optional<Samples> in(Figures figures) {
    return Optional.of(samples(figures)).filter(measured -> measured.count() > 0);
  }

  private Samples samples(Figures f) {
    return switch (this) {
      case REQUESTS -> Samples.ofRequests(f.requests());
      case BYTES_DOWNLOADED -> Samples.ofSum(f.requests(), f.downloaded());
      case BYTES_UPLOADED -> Samples.ofSum(f.requests(), f.uploaded());
      case CLIENT_ERRORS -> Samples.ofShare(f.clientErrors(), f.requests());
      case SERVER_ERRORS -> Samples.ofShare(f.serverErrors(), f.requests());
      case ERRORS -> Samples.ofShare(f.clientErrors() + f.serverErrors(), f.requests());
      case HIT_RATE -> Samples.ofShare(f.hits(), f.cacheable());
      case ORIGIN_LATENCY -> Samples.of(f.origin());
      case UNAUTHORIZED -> ofStatus(f, 401);
      case FORBIDDEN -> ofStatus(f, 403);
      case NOT_FOUND -> ofStatus(f, 404);
      case BAD_GATEWAY -> ofStatus(f, 502);
      case UNAVAILABLE -> ofStatus(f, 503);
      case TIMED_OUT -> ofStatus(f, 504);
    };
  }

  private static Samples ofStatus(Figures f, int status) {
    return Samples.ofShare(f.answeredWith(status), f.observed());
  }
}
