package dev.frontdesk.contract;

import dev.frontdesk.aws.AwsConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A suite of an adapter on CloudFront: a server, and the connections to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CloudFrontContract {
  final Servers servers = new Servers();
  private final List<AwsConnection> opened = new ArrayList<>();
  Servers.CloudFront cloudfront = new Servers.CloudFront(Servers.NOBODY, "none", false);

  @BeforeAll
  void start() {
    cloudfront = servers.cloudfront();
  }

  @AfterAll
  void stop() {
    opened.forEach(AwsConnection::close);
    servers.close();
  }

  /** A connection to a distribution, closed after the last test. */
  AwsConnection connection(URI address, String distribution) {
    var connection = AwsConnection.open(Connections.cloudfront(address, distribution));
    opened.add(connection);
    return connection;
  }
}
