package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.publishing.Differences.Difference;
import dev.frontdesk.publishing.Differences.Listed;
import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final int DOCUMENTS = 4_000;

  private final long seed = Long.getLong("frontdesk.seed", System.nanoTime());

  @Test
  void membersAreToldApartByTheirIds() {
    Value edge = roster(41, person("m1", "viewer"), person("m2", "owner"), person("m3", "viewer"));
    Value origin = roster(42, person("m2", "owner"), person("m4", "editor"), person("m1", "admin"));

    assertEquals(
        List.of(
            new Difference("members[id=m1].role", "\"viewer\"", "\"admin\""),
            new Difference("members[id=m3]", "{\"id\": \"m3\", \"role\": \"viewer\"}", null),
            new Difference("members[id=m4]", null, "{\"id\": \"m4\", \"role\": \"editor\"}"),
            new Difference("version", "41", "42")),
        listed(edge, origin, false));
  }

  @Test
  void orderCountsWhereTheRouteSaysSo() {
    Value edge = roster(1, person("m1", "viewer"), person("m2", "viewer"));
    Value origin = roster(1, person("m2", "viewer"), person("m1", "viewer"));

    assertEquals(List.of(), listed(edge, origin, false));
    assertEquals(
        List.of(
            new Difference("members[0].id", "\"m1\"", "\"m2\""),
            new Difference("members[1].id", "\"m2\"", "\"m1\"")),
        listed(edge, origin, true));
  }

  @Test
  void whatHasNoIdIsComparedInItsPlace() {
    assertEquals(
        List.of(new Difference("[1]", "\"b\"", "\"c\""), new Difference("[2]", null, "1.5")),
        listed(
            items(text("a"), text("b")),
            items(text("a"), text("c"), new Value.Numeric(new BigDecimal("1.50"))),
            false));
  }

  @Test
  void aWholeDocumentOfAnotherKindIsOneDifference() {
    assertEquals(
        List.of(new Difference("$", "[]", "null")), listed(items(), new Value.Null(), false));
  }

  /** An id may be of any kind, and a name may hold what else has a meaning in a path. */
  @Test
  void oddNamesAndIdsAreToldApart() {
    Value edge = items(withId(text("7"), 1), withId(new Value.Numeric(BigDecimal.valueOf(7)), 1));
    Value origin = items(withId(text("7"), 2), withId(new Value.Numeric(BigDecimal.valueOf(7)), 1));
    assertEquals(List.of(new Difference("[id=7].n", "1", "2")), listed(edge, origin, false));

    Value dotted = new Value.Fields(Map.of("a.b", text("x"), "", text("y\n\"")));
    assertEquals(
        List.of(
            new Difference("[\"\"]", "\"y\\u000a\\\"\"", null),
            new Difference("[\"a.b\"]", "\"x\"", null)),
        listed(dotted, new Value.Fields(Map.of()), false));
  }

  @Test
  void theListAndEachValueAreBounded() {
    Value[] edge = new Value[500];
    Value[] origin = new Value[500];
    for (int i = 0; i < edge.length; i++) {
      edge[i] = text("x".repeat(10_000));
      origin[i] = text("y".repeat(10_000));
    }
    var listed = (Listed) Differences.between(json(items(edge)), json(items(origin)), false);

    assertEquals(Differences.MOST, listed.first().size());
    assertEquals(500 - Differences.MOST, listed.more());
    for (Difference each : listed.first()) {
      assertTrue(String.valueOf(each.edge()).length() <= 120, "too long to read");
      assertTrue(String.valueOf(each.edge()).endsWith("…"), "says that it is shortened");
    }
  }

  @Test
  void whatIsNoDocumentDiffersAsAWhole() {
    var page = new Body.Other("aa", 10);
    assertEquals(
        Differences.Listed.NONE, Differences.between(page, new Body.Other("aa", 10), false));
    assertEquals(
        new Differences.Whole(page, json(items())),
        Differences.between(page, json(items()), false));
  }

  /** Differences are listed if and only if the two are not the same by meaning. */
  @Test
  void noneAreListedExactlyWhereDocumentsAreTheSame() {
    System.out.println("DifferencesTest seed " + seed + " (-Dfrontdesk.seed)");
    var random = new Random(seed);
    int same = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      boolean ordered = random.nextBoolean();
      Value edge = value(random, 4);
      Value origin = changed(edge, random, random.nextInt(4));
      boolean equal = Judgement.same(edge, origin, ordered);
      same += equal ? 1 : 0;
      var there = Differences.between(json(edge), json(origin), ordered);
      var back = Differences.between(json(origin), json(edge), ordered);

      String story = "seed " + seed + ", document " + i + ": " + edge + " and " + origin;
      assertEquals(equal, there.isEmpty(), story);
      assertEquals(equal, back.isEmpty(), story);
      assertEquals(size(there), size(back), story);
    }
    int met = same;
    assertTrue(met > DOCUMENTS / 10 && met < DOCUMENTS * 9 / 10, () -> "only one kind met: " + met);
  }

  private static int size(Differences differences) {
    var listed = (Listed) differences;
    return listed.first().size() + listed.more();
  }

  // Documents

  private static Value value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 7)) {
      case 0 -> text(Integer.toString(random.nextInt(3)));
      case 1 -> new Value.Numeric(BigDecimal.valueOf(random.nextInt(3)));
      case 2 -> new Value.Bool(random.nextBoolean());
      case 3 -> new Value.Null();
      case 4 -> new Value.Fields(fields(random, depth));
      case 5 ->
          new Value.Items(
              IntStream.range(0, random.nextInt(4))
                  .mapToObj(_ -> value(random, depth - 1))
                  .toList());
      default -> people(random, depth);
    };
  }

  private static Map<String, Value> fields(Random random, int depth) {
    Map<String, Value> fields = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put("abc".substring(0, random.nextInt(4)), value(random, depth - 1));
    }
    return fields;
  }

  /** Objects with ids, which are now and then not unique. */
  private static Value people(Random random, int depth) {
    List<Value> people = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Map<String, Value> fields = fields(random, depth);
      fields.put("id", random.nextInt(20) == 0 ? text("twice") : text("m" + i));
      people.add(new Value.Fields(fields));
    }
    return new Value.Items(people);
  }

  /** The same document in another order, or with so many changes somewhere in it. */
  private static Value changed(Value value, Random random, int changes) {
    if (changes > 0 && random.nextInt(3) == 0) {
      return value(random, 2);
    }
    return switch (value) {
      case Value.Fields(var fields) -> {
        Map<String, Value> other = new HashMap<>(fields);
        other.replaceAll((_, field) -> changed(field, random, changes / 2));
        if (changes > 1 && random.nextBoolean()) {
          other.remove("id");
        }
        yield new Value.Fields(other);
      }
      case Value.Items(var items) -> {
        List<Value> other = new ArrayList<>();
        items.forEach(item -> other.add(changed(item, random, changes / 2)));
        if (random.nextBoolean()) {
          Collections.shuffle(other, random);
        }
        if (changes > 1 && !other.isEmpty() && random.nextBoolean()) {
          other.removeLast();
        }
        yield new Value.Items(other);
      }
      default -> value;
    };
  }

  private static List<Difference> listed(Value edge, Value origin, boolean ordered) {
    return ((Listed) Differences.between(json(edge), json(origin), ordered)).first();
  }

  private static Body json(Value value) {
    return new Body.Json(value);
  }

  private static Value roster(long version, Value... people) {
    return new Value.Fields(
        Map.of(
            "version", new Value.Numeric(BigDecimal.valueOf(version)), "members", items(people)));
  }

  private static Value person(String id, String role) {
    return new Value.Fields(Map.of("id", text(id), "role", text(role)));
  }

  private static Value withId(Value id, int n) {
    return new Value.Fields(Map.of("id", id, "n", new Value.Numeric(BigDecimal.valueOf(n))));
  }

  private static Value items(Value... items) {
    return new Value.Items(List.of(items));
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
