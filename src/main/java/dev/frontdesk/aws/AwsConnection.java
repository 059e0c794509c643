package dev.frontdesk.aws;

import dev.frontdesk.caching.CacheMetrics;
import dev.frontdesk.caching.Distributions;
import dev.frontdesk.invalidation.Invalidator;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Connection;
import java.time.InstantSource;

/**
 * A connection's ports on AWS, or on whatever answers at its endpoints. Opening builds nothing: the
 * first call of each port does, and takes most of a second.
 */
public final class AwsConnection implements AutoCloseable {
  private final AwsClients clients;
  private final DynamoDbRosterStore rosters;
  private final Journal journal;
  private final Invalidator invalidator;
  private final Distributions distributions;
  private final CacheMetrics metrics;
  private final CallerIdentity identity;

  private AwsConnection(Connection connection, InstantSource time, Ticker ticker) {
    clients = new AwsClients(connection.account());
    rosters = new DynamoDbRosterStore(clients, connection.members());
    journal = new DynamoDbJournal(clients, connection.journal(), rosters, time, ticker);
    String distribution = connection.site().distributionId();
    distributions = new CloudFrontDistributions(clients, distribution, time);
    invalidator = new CloudFrontInvalidator(clients, distribution, distributions);
    metrics = new CloudWatchMetrics(clients, distribution, ticker);
    identity = new CallerIdentity(clients);
  }

  /** On the machine's own clocks. */
  public static AwsConnection open(Connection connection) {
    return open(connection, InstantSource.system(), Ticker.system());
  }

  /**
   * @param time tells which months of the journal there are
   * @param ticker paces what is sent again
   */
  public static AwsConnection open(Connection connection, InstantSource time, Ticker ticker) {
    return new AwsConnection(connection, time, ticker);
  }

  public RosterStore rosters() {
    return rosters;
  }

  public Journal journal() {
    return journal;
  }

  public Distributions distributions() {
    return distributions;
  }

  public CacheMetrics metrics() {
    return metrics;
  }

  public Invalidator invalidator() {
    return invalidator;
  }

  public CallerIdentity identity() {
    return identity;
  }

  /** Calls under way fail; whoever needs their end waits for it before. */
  @Override
  public void close() {
    clients.close();
  }
}
