package dev.frontdesk.contract;

import dev.frontdesk.contract.Connections.Shape;
import dev.frontdesk.members.Member;
import dev.frontdesk.publishing.Ticker;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Tables of a suite's own, made and filled without the adapters that are asked. */
final class TestTables implements AutoCloseable {
  private static final int BATCH = 25;

  private final DynamoDbClient client;

  TestTables(URI address) {
    client =
        DynamoDbClient.builder()
            .endpointOverride(address)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("contract", "sandbox")))
            .build();
  }

  DynamoDbClient client() {
    return client;
  }

  /** A table for rosters, with both indexes. */
  String members(Shape shape) {
    List<GlobalSecondaryIndex> indexes = new ArrayList<>();
    indexes.add(index("by-kind", "kind", null));
    if (!shape.isList()) {
      indexes.add(index("by-email", shape.email(), null));
    }
    return create(shape.pk, shape.sk, indexes, Set.of());
  }

  String journal() {
    return create("pk", "sk", List.of(index("open", "open", "sk")), Set.of());
  }

  /**
   * A table without indexes.
   *
   * @param numbers those key attributes that are numbers
   */
  String keyed(String pk, @Nullable String sk, Set<String> numbers) {
    return create(pk, sk, List.of(), numbers);
  }

  private String create(
      String pk, @Nullable String sk, List<GlobalSecondaryIndex> indexes, Set<String> numbers) {
    String name = "contract-" + UUID.randomUUID();
    var attributes = new LinkedHashSet<String>();
    List<KeySchemaElement> keys = keys(pk, sk);
    keys.forEach(key -> attributes.add(key.attributeName()));
    indexes.forEach(index -> index.keySchema().forEach(key -> attributes.add(key.attributeName())));
    client.createTable(request ->
        request
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                attributes.stream()
                    .map(attribute ->
                        AttributeDefinition.builder()
                            .attributeName(attribute)
                            .attributeType(
                                numbers.contains(attribute)
                                    ? ScalarAttributeType.N
                                    : ScalarAttributeType.S)
                            .build())
                    .toList())
            .keySchema(keys)
            .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes));
    Await.until(
        Ticker.system(),
        Duration.ofSeconds(20),
        () ->
            client.describeTable(request -> request.tableName(name)).table().tableStatus()
                == TableStatus.ACTIVE);
    return name;
  }

  private static List<KeySchemaElement> keys(String hash, @Nullable String range) {
    List<KeySchemaElement> keys = new ArrayList<>();
    keys.add(KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build());
    if (range != null) {
      keys.add(KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
    }
    return keys;
  }

  private static GlobalSecondaryIndex index(String name, String hash, @Nullable String range) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(hash, range))
        .projection(projection -> projection.projectionType("ALL"))
        .build();
  }

  /** Puts a project with its members; each item carries something that nobody asked for. */
  void put(Shape shape, String table, String project, List<Member> members) {
    Map<String, AttributeValue> item = new HashMap<>(key(shape, project, "PROJECT"));
    item.put("kind", text("PROJECT"));
    item.put(shape.personName(), text("Project " + project));
    item.put("colour", text("teal"));
    List<Map<String, AttributeValue>> items = new ArrayList<>(List.of(item));
    if (shape.isList()) {
      item.put(
          "members",
          AttributeValue.fromL(
              members.stream()
                  .map(member -> AttributeValue.fromM(fields(shape, member, true)))
                  .toList()));
    } else {
      for (Member member : members) {
        Map<String, AttributeValue> fields = fields(shape, member, false);
        fields.putAll(key(shape, project, "MEMBER#" + member.id()));
        items.add(fields);
      }
    }
    write(table, items);
  }

  /** Puts one member in item-per-member, and nothing else: no version moves. */
  void put(Shape shape, String table, String project, Member member) {
    Map<String, AttributeValue> fields = fields(shape, member, false);
    fields.putAll(key(shape, project, "MEMBER#" + member.id()));
    put(table, List.of(fields));
  }

  /** Puts items as they are. */
  void put(String table, List<Map<String, AttributeValue>> items) {
    items.forEach(item -> client.putItem(request -> request.tableName(table).item(item)));
  }

  private void write(String table, List<Map<String, AttributeValue>> items) {
    for (int from = 0; from < items.size(); from += BATCH) {
      List<WriteRequest> writes =
          items.subList(from, Math.min(from + BATCH, items.size())).stream()
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      client.batchWriteItem(request -> request.requestItems(Map.of(table, writes)));
    }
  }

  private static Map<String, AttributeValue> fields(Shape shape, Member member, boolean withId) {
    Map<String, AttributeValue> fields = new HashMap<>();
    if (withId) {
      fields.put(shape.memberId(), text(member.id()));
    }
    fields.put(shape.email(), text(member.email()));
    fields.put(shape.personName(), text(member.name()));
    fields.put(shape.role(), text(member.role().name()));
    fields.put("phone", text("+49 30 " + member.id()));
    return fields;
  }

  /** The member's attributes as they are in the table. */
  Map<String, AttributeValue> fields(Shape shape, String table, String project, String member) {
    if (!shape.isList()) {
      return item(table, key(shape, project, "MEMBER#" + member));
    }
    return item(table, key(shape, project, "PROJECT")).get("members").l().stream()
        .map(AttributeValue::m)
        .filter(fields -> fields.get(shape.memberId()).s().equals(member))
        .findFirst()
        .orElseThrow();
  }

  Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
    return client.getItem(request -> request.tableName(table).key(key).consistentRead(true)).item();
  }

  /** All items of a table. */
  List<Map<String, AttributeValue>> all(String table) {
    return client
        .scanPaginator(request -> request.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  static Map<String, AttributeValue> key(Shape shape, String project, String sort) {
    Map<String, AttributeValue> key = new HashMap<>();
    key.put(shape.pk, text("PROJECT#" + project));
    if (shape.sk != null) {
      key.put(shape.sk, text(sort));
    }
    return key;
  }

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  @Override
  public void close() {
    client.close();
  }
}
