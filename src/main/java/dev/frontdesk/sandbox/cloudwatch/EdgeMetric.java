package dev.frontdesk.sandbox.cloudwatch;

import dev.frontdesk.sandbox.traffic.Figures;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * A metric that CloudFront has of a distribution (CloudFront Developer Guide, "Using the CloudWatch
 * API to get metrics").
 */
enum EdgeMetric {
  REQUESTS("Requests", "None", f -> Samples.ofRequests(f.requests())),
  BYTES_DOWNLOADED("BytesDownloaded", "None", f -> Samples.ofSum(f.requests(), f.downloaded())),
  BYTES_UPLOADED("BytesUploaded", "None", f -> Samples.ofSum(f.requests(), f.uploaded())),
  CLIENT_ERRORS("4xxErrorRate", "Percent", f -> Samples.ofShare(f.clientErrors(), f.requests())),
  SERVER_ERRORS("5xxErrorRate", "Percent", f -> Samples.ofShare(f.serverErrors(), f.requests())),
  ERRORS(
      "TotalErrorRate",
      "Percent",
      f -> Samples.ofShare(f.clientErrors() + f.serverErrors(), f.requests())),
  HIT_RATE("CacheHitRate", "Percent", f -> Samples.ofShare(f.hits(), f.cacheable())),
  ORIGIN_LATENCY("OriginLatency", "Milliseconds", f -> Samples.of(f.origin())),
  UNAUTHORIZED("401ErrorRate", "Percent", ofStatus(401)),
  FORBIDDEN("403ErrorRate", "Percent", ofStatus(403)),
  NOT_FOUND("404ErrorRate", "Percent", ofStatus(404)),
  BAD_GATEWAY("502ErrorRate", "Percent", ofStatus(502)),
  UNAVAILABLE("503ErrorRate", "Percent", ofStatus(503)),
  TIMED_OUT("504ErrorRate", "Percent", ofStatus(504));

  private final String word;
  private final String unit;
  private final Function<Figures, Samples> samples;

  EdgeMetric(String word, String unit, Function<Figures, Samples> samples) {
    this.word = word;
    this.unit = unit;
    this.samples = samples;
  }

  private static Function<Figures, Samples> ofStatus(int status) {
    return f -> Samples.ofShare(f.answeredWith(status), f.observed());
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
    return Optional.of(samples.apply(figures)).filter(measured -> measured.count() > 0);
  }
}
