package dev.frontdesk.aws;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Distributions;

/** One distribution's set-up through CloudFront's API. */
final class CloudFrontDistributions implements Distributions {
  private final AwsClients clients;
  private final String distribution;

  CloudFrontDistributions(AwsClients clients, String distribution) {
    this.clients = clients;
    this.distribution = distribution;
  }

  @Override
  public Distribution read() {
    throw new UnsupportedOperationException("to be written " + clients + distribution);
  }
}
