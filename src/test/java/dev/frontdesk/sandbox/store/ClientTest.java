package dev.frontdesk.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The SDK's own client over HTTP against the server: each operation as a program uses it. */
final class ClientTest {
  private static final Sandbox SANDBOX = new Sandbox(null);
  private final DynamoDbClient client = SANDBOX.client;

  @BeforeEach
  void table() {
    client.createTable(b ->
        b.tableName("app")
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
            .attributeDefinitions(attribute("pk"), attribute("sk"), attribute("kind"))
            .globalSecondaryIndexes(
                List.of(
                    GlobalSecondaryIndex.builder()
                        .indexName("by-kind")
                        .keySchema(key("kind", KeyType.HASH), key("sk", KeyType.RANGE))
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                        .build())));
  }

  @AfterEach
  void removeTables() {
    client.listTables().tableNames().forEach(name -> client.deleteTable(b -> b.tableName(name)));
  }

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue n(int number) {
    return AttributeValue.fromN(Integer.toString(number));
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", s(pk), "sk", s(sk));
  }

  private GetItemResponse get(String pk, String sk) {
    return client.getItem(b -> b.tableName("app").key(key(pk, sk)).consistentRead(true));
  }

  @Test
  void tablesAreMadeDescribedListedAndRemoved() {
    client.waiter().waitUntilTableExists(b -> b.tableName("app"));
    assertEquals(
        TableStatus.ACTIVE, client.describeTable(b -> b.tableName("app")).table().tableStatus());
    assertThrows(ResourceInUseException.class, this::table);
    for (String name : List.of("zoo", "bar", "foo")) {
      client.createTable(b ->
          b.tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(key("id", KeyType.HASH))
              .attributeDefinitions(attribute("id")));
    }
    assertEquals(
        List.of("app", "bar", "foo", "zoo"),
        client.listTablesPaginator(b -> b.limit(2)).tableNames().stream().toList());
    client.deleteTable(b -> b.tableName("bar"));
    assertFalse(client.listTables().tableNames().contains("bar"));
    ResourceNotFoundException missing =
        assertThrows(
            ResourceNotFoundException.class, () -> client.describeTable(b -> b.tableName("bar")));
    assertEquals(
        "Requested resource not found: Table: bar not found",
        missing.awsErrorDetails().errorMessage());
  }

  @Test
  void everyTypeComesBackAsItWentIn() {
    Map<String, AttributeValue> item =
        Map.ofEntries(
            Map.entry("pk", s("项目#1")),
            Map.entry("sk", s("👩‍💻")),
            Map.entry("empty", s("")),
            Map.entry("number", AttributeValue.fromN("-12345678901234567890123456789012345678")),
            Map.entry("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1}))),
            Map.entry("yes", AttributeValue.fromBool(true)),
            Map.entry("nothing", AttributeValue.fromNul(true)),
            Map.entry("words", AttributeValue.fromSs(List.of("a", "b"))),
            Map.entry("numbers", AttributeValue.fromNs(List.of("1", "2.5"))),
            Map.entry("blobs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x")))),
            Map.entry(
                "list",
                AttributeValue.fromL(List.of(n(1), s("x"), AttributeValue.fromL(List.of())))),
            Map.entry(
                "map",
                AttributeValue.fromM(Map.of("a", n(1), "b", AttributeValue.fromM(Map.of())))));
    client.putItem(b -> b.tableName("app").item(item));
    assertEquals(item, get("项目#1", "👩‍💻").item());
  }

  @Test
  void numbersAreNormalised() {
    client.putItem(b ->
        b.tableName("app")
            .item(Map.of("pk", s("p"), "sk", s("s"), "n", AttributeValue.fromN("01.500E2"))));
    assertEquals(AttributeValue.fromN("150"), get("p", "s").item().get("n"));
  }

  @Test
  void updatesAnswerWhatIsAskedFor() {
    Map<ReturnValue, Map<String, AttributeValue>> answers =
        Map.of(
            ReturnValue.NONE, Map.of(),
            ReturnValue.ALL_OLD, Map.of("pk", s("p"), "sk", s("s"), "a", n(1), "b", n(2)),
            ReturnValue.UPDATED_OLD, Map.of("a", n(1), "b", n(2)),
            ReturnValue.ALL_NEW, Map.of("pk", s("p"), "sk", s("s"), "a", n(11)),
            ReturnValue.UPDATED_NEW, Map.of("a", n(11)));
    answers.forEach((asked, expected) -> {
      client.putItem(
          b -> b.tableName("app").item(Map.of("pk", s("p"), "sk", s("s"), "a", n(1), "b", n(2))));
      assertEquals(
          expected,
          client
              .updateItem(b ->
                  b.tableName("app")
                      .key(key("p", "s"))
                      .updateExpression("SET a = a + :ten REMOVE b")
                      .expressionAttributeValues(Map.of(":ten", n(10)))
                      .returnValues(asked))
              .attributes(),
          asked.toString());
    });
  }

  @Test
  void aFailedConditionShowsTheItemIfAsked() {
    Map<String, AttributeValue> item = Map.of("pk", s("p"), "sk", s("s"), "a", n(1));
    client.putItem(b -> b.tableName("app").item(item));
    ConditionalCheckFailedException refused =
        assertThrows(
            ConditionalCheckFailedException.class,
            () ->
                client.deleteItem(b ->
                    b.tableName("app")
                        .key(key("p", "s"))
                        .conditionExpression("a = :two")
                        .expressionAttributeValues(Map.of(":two", n(2)))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    assertEquals("The conditional request failed", refused.awsErrorDetails().errorMessage());
    assertEquals(item, refused.item());
    assertEquals(item, get("p", "s").item());
  }

  @Test
  void queriesPageThroughAnIndex() {
    for (int i = 0; i < 30; i++) {
      int number = i;
      client.putItem(b ->
          b.tableName("app")
              .item(
                  number % 3 == 0
                      ? Map.of("pk", s("p" + number), "sk", s("s" + number), "kind", s("k"))
                      : Map.of("pk", s("p" + number), "sk", s("s" + number))));
    }
    List<AttributeValue> keys = new ArrayList<>();
    for (QueryResponse page :
        client.queryPaginator(b ->
            b.tableName("app")
                .indexName("by-kind")
                .limit(4)
                .scanIndexForward(false)
                .keyConditionExpression("kind = :k")
                .expressionAttributeValues(Map.of(":k", s("k"))))) {
      page.items().forEach(item -> keys.add(item.getOrDefault("sk", n(-1))));
    }
    assertEquals(
        IntStream.range(0, 10)
            .mapToObj(i -> "s" + i * 3)
            .sorted(Comparator.reverseOrder())
            .map(ClientTest::s)
            .toList(),
        keys);
  }

  @Test
  void pagesEndAtOneMegabyte() {
    String text = "x".repeat(300_000);
    for (int i = 0; i < 7; i++) {
      int number = i;
      client.putItem(b ->
          b.tableName("app").item(Map.of("pk", s("p"), "sk", s("s" + number), "text", s(text))));
    }
    QueryResponse page =
        client.query(b ->
            b.tableName("app")
                .keyConditionExpression("pk = :p")
                .expressionAttributeValues(Map.of(":p", s("p"))));
    assertEquals(3, page.count());
    assertEquals(key("p", "s2"), page.lastEvaluatedKey());
  }

  @Test
  void batchesWriteAndRead() {
    List<WriteRequest> puts =
        IntStream.range(0, 25)
            .mapToObj(i ->
                WriteRequest.builder()
                    .putRequest(PutRequest.builder().item(key("p", "s" + i)).build())
                    .build())
            .toList();
    assertTrue(
        client
            .batchWriteItem(b -> b.requestItems(Map.of("app", puts)))
            .unprocessedItems()
            .isEmpty());
    assertEquals(
        2,
        client
            .batchGetItem(b ->
                b.requestItems(
                    Map.of(
                        "app",
                        KeysAndAttributes.builder()
                            .keys(List.of(key("p", "s1"), key("p", "s24"), key("p", "none")))
                            .build())))
            .responses()
            .getOrDefault("app", List.of())
            .size());
  }

  @Test
  void segmentsOfAScanAreTheTable() {
    for (int i = 0; i < 100; i++) {
      int number = i;
      client.putItem(b -> b.tableName("app").item(key("p" + number, "s")));
    }
    List<Integer> counts =
        IntStream.range(0, 3)
            .mapToObj(segment ->
                client.scan(b -> b.tableName("app").segment(segment).totalSegments(3)).count())
            .toList();
    assertEquals(100, counts.stream().mapToInt(i -> i).sum());
    assertTrue(counts.stream().allMatch(count -> count > 0), counts.toString());
  }

  @Test
  void transactionsTellTheirReasons() {
    client.putItem(b -> b.tableName("app").item(Map.of("pk", s("p"), "sk", s("s"), "v", n(1))));
    TransactionCanceledException cancelled =
        assertThrows(
            TransactionCanceledException.class,
            () ->
                client.transactWriteItems(b ->
                    b.transactItems(
                        List.of(
                            TransactWriteItem.builder()
                                .put(p -> p.tableName("app").item(key("p", "new")))
                                .build(),
                            TransactWriteItem.builder()
                                .update(u ->
                                    u.tableName("app")
                                        .key(key("p", "s"))
                                        .updateExpression("SET v = v + :one")
                                        .conditionExpression("v = :zero")
                                        .expressionAttributeValues(
                                            Map.of(":one", n(1), ":zero", n(0)))
                                        .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
                                .build()))));
    assertEquals(
        List.of("None", "ConditionalCheckFailed"),
        cancelled.cancellationReasons().stream().map(reason -> reason.code()).toList());
    assertEquals(n(1), cancelled.cancellationReasons().getLast().item().get("v"));
    assertFalse(get("p", "new").hasItem());
  }

  @Test
  void capacityIsCounted() {
    double written =
        client
            .putItem(b ->
                b.tableName("app")
                    .item(Map.of("pk", s("p"), "sk", s("s"), "text", s("x".repeat(5000))))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity()
            .capacityUnits();
    assertEquals(5.0, written);
    assertEquals(
        1.0,
        client
            .getItem(b ->
                b.tableName("app")
                    .key(key("p", "s"))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity()
            .capacityUnits());
  }

  @Test
  void unknownOperationsAreToldApart() {
    DynamoDbException unknown = assertThrows(DynamoDbException.class, () -> client.listBackups());
    assertEquals("UnknownOperationException", unknown.awsErrorDetails().errorCode());
  }
}
