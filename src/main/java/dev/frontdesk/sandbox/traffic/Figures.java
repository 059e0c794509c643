package dev.frontdesk.sandbox.traffic;

import java.util.Arrays;

/**
 * What was counted in a stretch of time, a minute or many. Not safe for threads: {@link Traffic}
 * gives out copies.
 */
public final class Figures {
  /** Statuses with a metric of their own (CloudFront Developer Guide, additional metrics). */
  private static final int[] COUNTED = {401, 403, 404, 502, 503, 504};

  private long requests;
  private long downloaded;
  private long uploaded;
  private long clientErrors;
  private long serverErrors;
  private long observed;
  private long cacheable;
  private long hits;
  private int[] statuses = {};
  private final Latencies origin = new Latencies();

  /**
   * @param additional whether the additional metrics are measured
   */
  void add(Exchange exchange, boolean additional) {
    requests++;
    downloaded += exchange.downloaded();
    uploaded += exchange.uploaded();
    clientErrors += exchange.isError() && exchange.status() < 500 ? 1 : 0;
    serverErrors += exchange.status() >= 500 ? 1 : 0;
    if (additional) {
      observed++;
      cacheable += exchange.isCacheable() ? 1 : 0;
      hits += exchange.isCacheable() && exchange.fromCache() ? 1 : 0;
      count(exchange.status(), 1);
    }
  }

  void addOrigin(double millis) {
    origin.add(millis);
  }

  void add(Figures other) {
    requests += other.requests;
    downloaded += other.downloaded;
    uploaded += other.uploaded;
    clientErrors += other.clientErrors;
    serverErrors += other.serverErrors;
    observed += other.observed;
    cacheable += other.cacheable;
    hits += other.hits;
    for (int i = 0; i < other.statuses.length; i++) {
      count(COUNTED[i], other.statuses[i]);
    }
    origin.add(other.origin);
  }

  /** Few minutes have any of them: the rest does without the array. */
  private void count(int status, int times) {
    int at = Arrays.binarySearch(COUNTED, status);
    if (at >= 0 && times > 0) {
      statuses = statuses.length == 0 ? new int[COUNTED.length] : statuses;
      statuses[at] += times;
    }
  }

  public long requests() {
    return requests;
  }

  /** In bytes. */
  public long downloaded() {
    return downloaded;
  }

  /** In bytes. */
  public long uploaded() {
    return uploaded;
  }

  public long clientErrors() {
    return clientErrors;
  }

  public long serverErrors() {
    return serverErrors;
  }

  /** Requests while the additional metrics were measured; the next ones are of these. */
  public long observed() {
    return observed;
  }

  public long cacheable() {
    return cacheable;
  }

  /** Cacheable ones that the cache answered. */
  public long hits() {
    return hits;
  }

  /** How many were answered with a status that has a metric of its own, and 0 for any other. */
  public long answeredWith(int status) {
    int at = Arrays.binarySearch(COUNTED, status);
    return at >= 0 && statuses.length > 0 ? statuses[at] : 0;
  }

  /** How long the origin took to begin its answers. */
  public Latencies origin() {
    return origin;
  }
}
