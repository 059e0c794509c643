package dev.frontdesk;

import dev.frontdesk.settings.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The journal's table, item by item: what no reader of entries comes across. */
final class RawTables implements AutoCloseable {
  private final DynamoDbClient client;
  private final String journal;

  RawTables(Connection connection) {
    journal = connection.journal().table();
    client =
        DynamoDbClient.builder()
            .endpointOverride(connection.account().endpoints().dynamodb())
            .region(Region.US_EAST_1)
            .credentialsProvider(ControlPlane.CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** Locks that are held, items beside entries that are not there, what is still called open. */
  List<String> leftovers() {
    List<String> leftovers = new ArrayList<>();
    Set<String> entries = new HashSet<>();
    Set<String> beside = new HashSet<>();
    for (Map<String, AttributeValue> item :
        client.scanPaginator(scan -> scan.tableName(journal)).items()) {
      String key = text(item, "sk");
      boolean isLock = text(item, "pk").startsWith("LOCK#");
      if (isLock && item.containsKey("entry")) {
        leftovers.add("a lock is held: " + item);
      } else if (!isLock) {
        int mark = key.indexOf('#');
        boolean _ = mark < 0 ? entries.add(key) : beside.add(key.substring(0, mark));
      }
      if (item.containsKey("open")) {
        leftovers.add("in the index of what is open: " + key);
      }
    }
    beside.removeAll(entries);
    beside.forEach(id -> leftovers.add("something lies beside no entry: " + id));
    return leftovers;
  }

  private static String text(Map<String, AttributeValue> item, String key) {
    return Objects.requireNonNull(item.get(key)).s();
  }

  @Override
  public void close() {
    client.close();
  }
}
