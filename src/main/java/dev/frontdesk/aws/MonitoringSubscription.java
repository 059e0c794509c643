package dev.frontdesk.aws;

import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.NoSuchMonitoringSubscriptionException;

/**
 * Whether a distribution's additional metrics are on. That they are is asked seldom; that they are
 * not, each time, for whoever reads it may just have turned them on.
 */
final class MonitoringSubscription {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final String ENABLED = "Enabled";

  private final AwsClients clients;
  private final String distribution;
  private final Ticker ticker;
  private @Nullable Additional known;
  private long askedAt;

  MonitoringSubscription(AwsClients clients, String distribution, Ticker ticker) {
    this.clients = clients;
    this.distribution = distribution;
    this.ticker = ticker;
  }

  /**
   * What CloudFront says. Where it does not answer, the figures are worth having all the same.
   *
   * @throws ProblemException {@code Missing} where there is no such distribution
   */
  synchronized Additional read() {
    Additional told = known;
    boolean isKept = told == Additional.ON && ticker.nanos() - askedAt <= KEPT.toNanos();
    if (told == null || !isKept) {
      told = ask();
      known = told;
      askedAt = ticker.nanos();
    }
    return told;
  }

  private Additional ask() {
    try {
      return clients.cloudFrontGate.read(
          "cloudfront:GetMonitoringSubscription", distribution, this::subscription);
    } catch (ProblemException notTold) {
      if (notTold.problem() instanceof Problem.Missing) {
        // CloudWatch would answer with nothing at all, as for one that nobody reads.
        throw notTold;
      }
      return Additional.NOT_KNOWN;
    }
  }

  private Additional subscription() {
    try {
      var config =
          clients
              .cloudFront()
              .getMonitoringSubscription(request -> request.distributionId(distribution))
              .monitoringSubscription()
              .realtimeMetricsSubscriptionConfig();
      return ENABLED.equals(config.realtimeMetricsSubscriptionStatusAsString())
          ? Additional.ON
          : Additional.OFF;
    } catch (NoSuchMonitoringSubscriptionException none) {
      return Additional.OFF;
    }
  }
}
