package dev.frontdesk.contract;

import dev.frontdesk.aws.AwsConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A suite of an adapter on DynamoDB: a server, tables made on it, and the connections to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DynamoDbContract {
  private final Servers servers = new Servers();
  private final List<AwsConnection> opened = new ArrayList<>();
  URI address = Servers.NOBODY;
  TestTables tables = new TestTables(address);

  @BeforeAll
  void start() {
    tables.close();
    address = servers.dynamodb();
    tables = new TestTables(address);
  }

  @AfterAll
  void stop() {
    opened.forEach(AwsConnection::close);
    tables.close();
    servers.close();
  }

  /** The same, to be closed after the last test. */
  AwsConnection opened(AwsConnection connection) {
    opened.add(connection);
    return connection;
  }
}
