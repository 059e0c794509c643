package dev.frontdesk.sandbox;

import dev.frontdesk.sandbox.People.Person;
import dev.frontdesk.sandbox.origin.MembersTable;
import dev.frontdesk.sandbox.readers.Company;
import dev.frontdesk.sandbox.store.DynamoDb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The company in a new sandbox: twelve projects of three to two thousand members, 2,629 memberships
 * in all, the same every time. A person has one id and one e-mail in all their projects.
 */
final class SampleData {
  private static final long SEED = 20_260_504;

  /** Everybody of the company but a few belongs to its platform. */
  private static final String EVERYBODYS = "platform";

  /** Of a BatchWriteItem (Amazon DynamoDB API Reference, BatchWriteItem). */
  private static final int BATCH = 25;

  /**
   * A project of the sample.
   *
   * @param language whose names most of its members have; empty for all
   */
  private record Plan(String id, String name, long version, int members, String language) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("atlas", "Atlas", 42, 24, ""),
          new Plan("borealis", "Borealis", 7, 8, "no"),
          new Plan("cedar", "Cedar", 131, 312, ""),
          new Plan("delta-migration", "Delta Migration", 3, 3, ""),
          new Plan("edition-lyon", "Édition Lyon", 19, 17, "fr"),
          new Plan("fjord", "Fjord", 28, 41, ""),
          new Plan("helios", "Helios", 64, 128, ""),
          new Plan("kestrel", "Kestrel", 5, 6, ""),
          new Plan(EVERYBODYS, "Platform", 918, 2_004, ""),
          new Plan("zurich-ops", "Zürich Ops", 12, 11, "de"),
          new Plan("beijing-office", "北京办公室", 37, 56, "zh"),
          new Plan("osaka-lab", "大阪ラボ", 16, 19, "ja"));

  /** Atlas is what the pictures and the documentation show: id, e-mail, name, role. */
  private static final String ATLAS =
      """
      m0007 amara.okafor@acme.example owner Amara Okafor
      m0214 chloe.lefevre@acme.example editor Chloé Lefèvre
      m0388 hong.dang@acme.example viewer Đặng Thị Hồng
      m0031 ingrid.odegard@acme.example admin Ingrid Ødegård
      m0452 jm.nunez@acme.example editor José María Núñez
      m0932 lukasz.wojcik@acme.example viewer Łukasz Wójcik
      m0610 m.goncalves@acme.example viewer Mateus Gonçalves
      m0175 priya.r@acme.example editor Priya Raghunathan
      m1187 s.dlamini@contractor.example viewer Sibusiso Dlamini
      m0263 zoe.vdberg@acme.example editor Zoë van der Berg
      m0741 g.papadopoulos@acme.example viewer Γιώργος Παπαδόπουλος
      m0052 o.shevchenko@acme.example admin Олена Шевченко
      m0816 dana.levi@acme.example viewer דנה לוי
      m0509 m.alhusseini@acme.example editor محمد الحسيني
      m0667 ananya.sharma@acme.example viewer अनन्या शर्मा
      m0298 minjun.kim@acme.example editor 김민준
      m1004 sakura.yoshida@acme.example viewer 吉田 さくら
      m0873 fang.wang@acme.example viewer 王芳
      m0344 misaki.takahashi@acme.example editor 高橋 美咲
      m1122 wei.chen@acme.example viewer 陈伟
      m0958 min.zhang@acme.example viewer 张敏
      m0581 ken.sato@acme.example viewer 佐藤 健
      m1260 yang.liu@acme.example viewer 刘洋
      m0437 xue.zhao@acme.example editor 赵雪
      """;

  /** Works in Beijing, not on Atlas; the pictures show him being added there. */
  private static final Person SIYUAN = new Person("m2041", "siyuan.li@acme.example", "李思远", "zh");

  private final Random random = new Random(SEED);
  private final Map<Person, String> atlas = atlas();
  private final List<Person> staff = new ArrayList<>();

  private SampleData() {
    staff.addAll(atlas.keySet());
    staff.add(SIYUAN);
    var people = new People(random, staff);
    for (var plan : PLANS) {
      // Enough of a language for the projects that want it.
      for (int i = 0; !plan.language.isEmpty() && i < plan.members; i++) {
        staff.add(people.next(plan.language));
      }
    }
    while (staff.size() < 2_180) {
      staff.add(people.next());
    }
  }

  /**
   * Writes the projects and their members; what is there of them already is replaced. Side by side,
   * because the store then shares its commits among the batches that wait.
   */
  static void load(DynamoDb db, String table) {
    var items = new SampleData().items();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var batches = new ArrayList<CompletableFuture<Void>>();
      for (int from = 0; from < items.size(); from += BATCH) {
        var batch = items.subList(from, Math.min(from + BATCH, items.size()));
        batches.add(CompletableFuture.runAsync(() -> write(db, request(table, batch)), writers));
      }
      batches.forEach(CompletableFuture::join);
    }
  }

  /** Who may be read of in it. */
  static Company company() {
    var sample = new SampleData();
    var members = new LinkedHashMap<String, List<String>>();
    for (var plan : PLANS) {
      members.put(plan.id, sample.roster(plan).keySet().stream().map(Person::id).toList());
    }
    return new Company(members);
  }

  private static void write(DynamoDb db, JsonNode request) {
    var left = request;
    while (!left.isEmpty()) {
      var batch = JsonNodeFactory.instance.objectNode();
      batch.set("RequestItems", left);
      left = db.call("BatchWriteItem", batch).path("UnprocessedItems");
    }
  }

  private static ObjectNode request(String table, List<ObjectNode> items) {
    var request = JsonNodeFactory.instance.objectNode();
    var puts = request.putArray(table);
    items.forEach(item -> puts.addObject().putObject("PutRequest").set("Item", item));
    return request;
  }

  private List<ObjectNode> items() {
    var items = new ArrayList<ObjectNode>();
    for (var plan : PLANS) {
      items.add(MembersTable.projectItem(plan.id, plan.name, plan.version));
      roster(plan)
          .forEach((person, role) ->
              items.add(
                  MembersTable.memberItem(
                      plan.id, person.id(), person.email(), person.name(), role)));
    }
    return items;
  }

  private Map<Person, String> roster(Plan plan) {
    if (plan.id.equals("atlas")) {
      return atlas;
    }
    var roster = new LinkedHashMap<Person, String>();
    for (var person : members(plan)) {
      roster.put(person, role(roster.size(), plan.members));
    }
    return roster;
  }

  private List<Person> members(Plan plan) {
    if (plan.language.isEmpty()) {
      return shuffled(staff).subList(0, plan.members);
    }
    var speakers = staff.stream().filter(p -> p.language().equals(plan.language)).toList();
    // An office has colleagues from elsewhere, too: every sixth.
    var others = staff.stream().filter(p -> !p.language().equals(plan.language)).toList();
    var members = new ArrayList<>(shuffled(speakers).subList(0, plan.members - plan.members / 6));
    members.addAll(shuffled(others).subList(0, plan.members / 6));
    if (plan.language.equals(SIYUAN.language()) && !members.contains(SIYUAN)) {
      members.set(members.size() / 2, SIYUAN);
    }
    return members;
  }

  private List<Person> shuffled(List<Person> people) {
    var copy = new ArrayList<>(people);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** One owner, two where there are many members; then admins, then whoever reads or edits. */
  private String role(int place, int members) {
    if (place < (members > 30 ? 2 : 1)) {
      return "owner";
    }
    int draw = random.nextInt(100);
    return draw < 6 ? "admin" : draw < 38 ? "editor" : "viewer";
  }

  private static Map<Person, String> atlas() {
    var roster = new LinkedHashMap<Person, String>();
    ATLAS
        .lines()
        .map(line -> line.split(" ", 4))
        .forEach(words -> roster.put(new Person(words[0], words[1], words[3], ""), words[2]));
    return roster;
  }
}
