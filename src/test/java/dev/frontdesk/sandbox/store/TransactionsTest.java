package dev.frontdesk.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Transactions: all or nothing, one after the other, once for each token. */
final class TransactionsTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final Store store = Store.open(null, () -> now);

  @BeforeEach
  void table() {
    store.call("CreateTable", Json.appTable());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static ObjectNode add(String token, int amount) {
    return Json.of(
        """
        {'ClientRequestToken':'%s','TransactItems':[{'Update':{'TableName':'app',
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'UpdateExpression':'ADD n :n',
          'ExpressionAttributeValues':{':n':{'N':'%d'}}}}]}
        """
            .formatted(token, amount));
  }

  private String number(String sk) {
    JsonNode item =
        store.call(
            "GetItem",
            Json.of("{'TableName':'app','Key':{'pk':{'S':'p'},'sk':{'S':'" + sk + "'}}}"));
    return item.at("/Item/n/N").asString("none");
  }

  @Test
  void aTokenCountsOnceForTenMinutes() {
    store.call("TransactWriteItems", add("t", 5));
    store.call("TransactWriteItems", add("t", 5));
    assertEquals("5", number("s"));
    DynamoDbException other =
        assertThrows(DynamoDbException.class, () -> store.call("TransactWriteItems", add("t", 6)));
    assertEquals("IdempotentParameterMismatchException", other.type());
    now = now.plus(Duration.ofMinutes(10));
    store.call("TransactWriteItems", add("t", 6));
    assertEquals("11", number("s"));
  }

  @Test
  void aCancelledTransactionKeepsNoToken() {
    ObjectNode conditional = add("t", 5);
    ((ObjectNode) conditional.at("/TransactItems/0/Update"))
        .put("ConditionExpression", "attribute_exists(pk)");
    DynamoDbException cancelled =
        assertThrows(DynamoDbException.class, () -> store.call("TransactWriteItems", conditional));
    assertEquals("TransactionCanceledException", cancelled.type());
    store.call("TransactWriteItems", add("t", 7));
    assertEquals("7", number("s"));
  }

  @Test
  void oneItemMayBeNamedOnce() {
    ObjectNode twice = add("t", 1);
    JsonNode action = twice.at("/TransactItems/0").deepCopy();
    twice.withArray("TransactItems").add(action);
    DynamoDbException refused =
        assertThrows(DynamoDbException.class, () -> store.call("TransactWriteItems", twice));
    assertEquals(
        "Transaction request cannot include multiple operations on one item", refused.getMessage());
  }

  @Test
  void concurrentTransfersLoseNothing() throws InterruptedException, ExecutionException {
    int accounts = 5;
    for (int i = 0; i < accounts; i++) {
      store.call(
          "PutItem",
          Json.of(
              "{'TableName':'app','Item':{'pk':{'S':'p'},'sk':{'S':'%d'},'n':{'N':'100'}}}"
                  .formatted(i)));
    }
    List<Future<Integer>> works = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int worker = 0; worker < 8; worker++) {
        int own = worker;
        works.add(
            executor.submit(() -> {
              int refused = 0;
              for (int i = 0; i < 50; i++) {
                refused += transfer((own + i) % accounts, (own + 2 * i + 1) % accounts);
                assertEquals(accounts * 100, total(accounts));
              }
              return refused;
            }));
      }
    }
    for (Future<Integer> work : works) {
      work.get();
    }
    assertEquals(accounts * 100, total(accounts));
  }

  /** Moves 30 if they are there; 1 if refused. */
  private int transfer(int from, int to) {
    if (from == to) {
      return 0;
    }
    String change =
        "{'Update':{'TableName':'app','Key':{'pk':{'S':'p'},'sk':{'S':'%d'}},'UpdateExpression':'SET"
            + " n = n %s :n'%s,'ExpressionAttributeValues':{':n':{'N':'30'}}}}";
    try {
      store.call(
          "TransactWriteItems",
          Json.of(
              "{'TransactItems':[%s,%s]}"
                  .formatted(
                      change.formatted(to, "+", ""),
                      change.formatted(from, "-", ",'ConditionExpression':'n >= :n'"))));
      return 0;
    } catch (DynamoDbException e) {
      assertEquals("TransactionCanceledException", e.type());
      return 1;
    }
  }

  private int total(int accounts) {
    List<String> gets = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      gets.add("{'Get':{'TableName':'app','Key':{'pk':{'S':'p'},'sk':{'S':'" + i + "'}}}}");
    }
    int total = 0;
    for (JsonNode response :
        store
            .call("TransactGetItems", Json.of("{'TransactItems':[" + String.join(",", gets) + "]}"))
            .get("Responses")) {
      total += Integer.parseInt(response.at("/Item/n/N").asString());
    }
    return total;
  }
}
