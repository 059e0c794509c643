package dev.frontdesk.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** One table, read. */
record Table(AwsClients clients, String name) {
  /** The item, read consistently; null where there is none. */
  @Nullable Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
    var answer =
        clients.dynamoDbGate.read(
            "dynamodb:GetItem",
            name,
            () ->
                clients
                    .dynamoDb()
                    .getItem(request -> request.tableName(name).key(key).consistentRead(true)));
    return answer.hasItem() ? answer.item() : null;
  }

  TableDescription describe() {
    return clients
        .dynamoDbGate
        .read(
            "dynamodb:DescribeTable",
            name,
            () -> clients.dynamoDb().describeTable(request -> request.tableName(name)))
        .table();
  }

  /** All items of a query, page by page. */
  List<Map<String, AttributeValue>> query(Consumer<QueryRequest.Builder> query) {
    List<Map<String, AttributeValue>> all = new ArrayList<>();
    query(
        query,
        page -> {
          all.addAll(page);
          return true;
        });
    return all;
  }

  /**
   * The pages of a query, as long as {@code more} wants them.
   *
   * @param more takes a page, and says whether the next one is wanted
   */
  void query(
      Consumer<QueryRequest.Builder> query, Predicate<List<Map<String, AttributeValue>>> more) {
    Map<String, AttributeValue> from = Map.of();
    do {
      var request = QueryRequest.builder().tableName(name);
      query.accept(request);
      from = start(from, request::exclusiveStartKey);
      var answer =
          clients.dynamoDbGate.read(
              "dynamodb:Query", name, () -> clients.dynamoDb().query(request.build()));
      if (!more.test(answer.items())) {
        return;
      }
      from = answer.lastEvaluatedKey();
    } while (!from.isEmpty());
  }

  /** How many items a query finds, without their contents. */
  int count(Consumer<QueryRequest.Builder> query) {
    int count = 0;
    Map<String, AttributeValue> from = Map.of();
    do {
      var request = QueryRequest.builder().tableName(name);
      query.accept(request);
      from = start(from, request.select(Select.COUNT)::exclusiveStartKey);
      var answer =
          clients.dynamoDbGate.read(
              "dynamodb:Query", name, () -> clients.dynamoDb().query(request.build()));
      count += answer.count();
      from = answer.lastEvaluatedKey();
    } while (!from.isEmpty());
    return count;
  }

  /** All items that a scan lets through, page by page. */
  List<Map<String, AttributeValue>> scan(Consumer<ScanRequest.Builder> scan) {
    List<Map<String, AttributeValue>> all = new ArrayList<>();
    Map<String, AttributeValue> from = Map.of();
    do {
      var request = ScanRequest.builder().tableName(name);
      scan.accept(request);
      from = start(from, request::exclusiveStartKey);
      var answer =
          clients.dynamoDbGate.read(
              "dynamodb:Scan", name, () -> clients.dynamoDb().scan(request.build()));
      all.addAll(answer.items());
      from = answer.lastEvaluatedKey();
    } while (!from.isEmpty());
    return all;
  }

  private static Map<String, AttributeValue> start(
      Map<String, AttributeValue> from, Consumer<Map<String, AttributeValue>> request) {
    if (!from.isEmpty()) {
      request.accept(from);
    }
    return from;
  }
}
