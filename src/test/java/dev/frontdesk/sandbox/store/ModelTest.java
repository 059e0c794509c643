package dev.frontdesk.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Random writes against a map in memory: every way to read must show what the map holds. */
final class ModelTest {
  private static final int STEPS = 600;
  private static final int CHECK_EVERY = 20;

  private final long seed = Long.getLong("frontdesk.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** Items by partition and number; kind and rank are null where the item has none. */
  private record Row(int pk, double sk, @Nullable String kind, @Nullable Integer rank) {}

  private final Map<String, Row> model = new TreeMap<>();

  @Test
  void readsAgreeWithTheModel() {
    System.out.println("ModelTest seed " + seed + " (-Dfrontdesk.seed)");
    try (Store store = Store.open(null, InstantSource.system())) {
      store.call(
          "CreateTable",
          Json.of(
              """
              {'TableName':'app','BillingMode':'PAY_PER_REQUEST',
               'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
                            {'AttributeName':'sk','KeyType':'RANGE'}],
               'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
                                       {'AttributeName':'sk','AttributeType':'N'},
                                       {'AttributeName':'kind','AttributeType':'S'},
                                       {'AttributeName':'rank','AttributeType':'N'}],
               'GlobalSecondaryIndexes':[{'IndexName':'by-kind',
                  'KeySchema':[{'AttributeName':'kind','KeyType':'HASH'},
                               {'AttributeName':'rank','KeyType':'RANGE'}],
                  'Projection':{'ProjectionType':'ALL'}}]}
              """));
      for (int step = 0; step < STEPS; step++) {
        write(store);
        if (step % CHECK_EVERY == 0) {
          compare(store);
        }
      }
    }
  }

  private double number() {
    return random.nextInt(-40, 40) / 4.0;
  }

  private void write(Store store) {
    int pk = random.nextInt(4);
    double sk = number();
    String key = "'pk':{'S':'p%d'},'sk':{'N':'%s'}".formatted(pk, sk);
    String id = pk + "/" + (sk + 0.0);
    String kind = random.nextInt(3) == 0 ? null : "k" + random.nextInt(2);
    Integer rank = random.nextInt(4) == 0 ? null : random.nextInt(-3, 4);
    String kindJson = kind == null ? "" : ",'kind':{'S':'" + kind + "'}";
    String rankJson = rank == null ? "" : ",'rank':{'N':'" + rank + "'}";
    Row old = model.get(id);
    switch (random.nextInt(4)) {
      case 0 -> {
        store.call("DeleteItem", Json.of("{'TableName':'app','Key':{" + key + "}}"));
        model.remove(id);
      }
      case 1 -> {
        store.call(
            "UpdateItem",
            Json.of(
                "{'TableName':'app','Key':{%s},'UpdateExpression':'SET #r = :r REMOVE kind','ExpressionAttributeNames':{'#r':'rank'},'ExpressionAttributeValues':{':r':{'N':'7'}}}"
                    .formatted(key)));
        model.put(id, new Row(pk, sk, null, 7));
      }
      case 2 -> {
        store.call(
            "TransactWriteItems",
            Json.of(
                "{'TransactItems':[{'Put':{'TableName':'app','Item':{%s%s%s}}}]}"
                    .formatted(key, kindJson, rankJson)));
        model.put(id, new Row(pk, sk, kind, rank));
      }
      default -> {
        ObjectNode answer =
            store.call(
                "PutItem",
                Json.of(
                    "{'TableName':'app','ReturnValues':'ALL_OLD','Item':{%s%s%s}}"
                        .formatted(key, kindJson, rankJson)));
        assertEquals(old != null, answer.has("Attributes"), "seed " + seed);
        model.put(id, new Row(pk, sk, kind, rank));
      }
    }
  }

  private void compare(Store store) {
    int pk = random.nextInt(4);
    double a = number();
    double low = Math.min(a, a + number());
    double high = Math.max(a, low);
    boolean forward = random.nextBoolean();
    Comparator<Row> bySk = Comparator.comparingDouble(Row::sk);
    Map<String, Predicate<Row>> ranges =
        Map.of(
            "sk = :a", row -> row.sk == a,
            "sk < :a", row -> row.sk < a,
            "sk <= :a", row -> row.sk <= a,
            "sk > :a", row -> row.sk > a,
            "sk >= :a", row -> row.sk >= a);
    ranges.forEach((condition, matches) ->
        check(
            query(
                store,
                "'KeyConditionExpression':'pk = :p AND %s','ScanIndexForward':%s,'ExpressionAttributeValues':{':p':{'S':'p%d'},':a':{'N':'%s'}}"
                    .formatted(condition, forward, pk, a)),
            rows(row -> row.pk == pk && matches.test(row), forward ? bySk : bySk.reversed())));
    check(
        query(
            store,
            "'KeyConditionExpression':'pk = :p AND sk BETWEEN :l AND :h','ScanIndexForward':%s,'ExpressionAttributeValues':{':p':{'S':'p%d'},':l':{'N':'%s'},':h':{'N':'%s'}}"
                .formatted(forward, pk, low, high)),
        rows(
            row -> row.pk == pk && low <= row.sk && row.sk <= high,
            forward ? bySk : bySk.reversed()));
    compareIndex(store, forward);
    List<String> scanned = new ArrayList<>();
    for (int segment = 0; segment < 3; segment++) {
      scanned.addAll(
          pages(store, "Scan", "'TotalSegments':3,'Segment':" + segment).stream()
              .map(ModelTest::id)
              .toList());
    }
    assertEquals(
        model.keySet().stream().sorted().toList(),
        scanned.stream().sorted().toList(),
        "seed " + seed);
  }

  private void compareIndex(Store store, boolean forward) {
    List<JsonNode> found =
        query(
            store,
            "'IndexName':'by-kind','KeyConditionExpression':'kind = :k','ScanIndexForward':%s,'ExpressionAttributeValues':{':k':{'S':'k1'}}"
                .formatted(forward));
    List<Row> expected =
        rows(row -> "k1".equals(row.kind) && row.rank != null, Comparator.comparing(Row::rank));
    assertEquals(
        expected.stream().map(ModelTest::id).sorted().toList(),
        found.stream().map(ModelTest::id).sorted().toList(),
        "seed " + seed);
    List<Integer> ranks =
        found.stream().map(item -> Integer.valueOf(item.at("/rank/N").asString())).toList();
    Comparator<Integer> order = forward ? Comparator.naturalOrder() : Comparator.reverseOrder();
    assertEquals(ranks.stream().sorted(order).toList(), ranks, "seed " + seed);
  }

  private void check(List<JsonNode> found, List<Row> expected) {
    assertEquals(
        expected.stream().map(ModelTest::id).toList(),
        found.stream().map(ModelTest::id).toList(),
        "seed " + seed);
  }

  private List<Row> rows(Predicate<Row> matches, Comparator<Row> order) {
    return model.values().stream().filter(matches).sorted(order).toList();
  }

  private static String id(Row row) {
    return row.pk + "/" + (row.sk + 0.0);
  }

  private static String id(JsonNode item) {
    return item.at("/pk/S").asString().substring(1)
        + "/"
        + Double.parseDouble(item.at("/sk/N").asString());
  }

  private List<JsonNode> query(Store store, String members) {
    return pages(store, "Query", members);
  }

  /** All pages of a read, in pages of a random size. */
  private List<JsonNode> pages(Store store, String operation, String members) {
    int limit = random.nextInt(1, 20);
    List<JsonNode> items = new ArrayList<>();
    ObjectNode request = Json.of("{'TableName':'app','Limit':%d,%s}".formatted(limit, members));
    while (true) {
      ObjectNode page = store.call(operation, request);
      assertTrue(page.get("Items").size() <= limit, "seed " + seed);
      page.get("Items").forEach(items::add);
      if (!page.has("LastEvaluatedKey")) {
        return items;
      }
      request.set("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    }
  }
}
