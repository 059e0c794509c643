package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Connection.Attributes;
import dev.frontdesk.settings.Connection.Index;
import dev.frontdesk.settings.Connection.Indexes;
import dev.frontdesk.settings.Connection.KeyAttribute;
import dev.frontdesk.settings.Connection.Keys;
import dev.frontdesk.settings.Connection.Layout;
import dev.frontdesk.settings.Connection.MembersTable;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables that others made: their keys, their types, and what Frontdesk does not know in them. */
class OddTablesContractTest extends DynamoDbContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  private static final Roles LEVELS = Roles.of("1", "2", "3");
  private static final String LONG = "12345678901234567890123456789012345678";

  private final Random random = new Random(5);

  /** A desk at one table. */
  private final class Desk {
    private final MembersTable settings;
    private final RosterStore rosters;
    private final Journal journal;

    Desk(MembersTable settings) {
      this(settings, address);
    }

    Desk(MembersTable settings, URI address) {
      this.settings = settings;
      var connection =
          opened(
              AwsConnection.open(
                  Connections.dynamodb(
                      address, settings, Connections.journal(tables.journal(), null)),
                  () -> NOW,
                  Ticker.system()));
      rosters = connection.rosters();
      journal = connection.journal();
    }

    Roster save(Roster seen, RosterChange change) {
      journal.save(seen, change, Entries.entry(seen, change, NOW, random));
      Roster now = rosters.roster(seen.projectId());
      assertEquals(seen.version() + 1, now.version());
      assertEquals(Set.copyOf(change.applyTo(seen).members()), Set.copyOf(now.members()));
      return now;
    }

    Map<String, AttributeValue> mutable(Object... key) {
      return new HashMap<>(item(key));
    }

    Map<String, AttributeValue> item(Object... key) {
      return tables.item(settings.table(), OddTablesContractTest.item(key));
    }
  }

  private static Map<String, AttributeValue> item(Object... namesAndValues) {
    Map<String, AttributeValue> item = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      item.put(
          (String) namesAndValues[i],
          value instanceof AttributeValue made ? made : AttributeValue.fromS((String) value));
    }
    return item;
  }

  private static AttributeValue n(String number) {
    return AttributeValue.fromN(number);
  }

  private static AttributeValue set(String... texts) {
    return AttributeValue.fromSs(List.of(texts));
  }

  private static AttributeValue list(AttributeValue... values) {
    return AttributeValue.fromL(List.of(values));
  }

  private static AttributeValue map(Object... namesAndValues) {
    return AttributeValue.fromM(item(namesAndValues));
  }

  /** Every type there is, and numbers that no double holds. */
  private static Map<String, AttributeValue> strange() {
    return item(
        "map", map("deep", list(n(LONG), map()), " ", AttributeValue.fromNul(true)),
        "list", list(AttributeValue.fromBool(false), AttributeValue.fromS("")),
        "texts", set("b", "a"),
        "numbers", AttributeValue.fromNs(List.of("0.1", LONG)),
        "bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 10})),
        "blobs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))),
        "nothing", AttributeValue.fromNul(true),
        "yes", AttributeValue.fromBool(true),
        "tiny", n("0." + "0".repeat(90) + "1"));
  }

  private static Connection.Key key(String pk, @Nullable String sk) {
    return new Connection.Key(
        new KeyAttribute("pk", new PathTemplate(pk)),
        sk == null ? null : new KeyAttribute("sk", new PathTemplate(sk)));
  }

  private static MembersTable perMember(
      String table, Connection.Key project, Connection.Key member, Roles roles) {
    return new MembersTable(
        table,
        Layout.ITEM_PER_MEMBER,
        new Keys(project, member),
        new Attributes("name", "id", "name", "email", "role", "version"),
        roles,
        new Indexes(null, null));
  }

  private static MembersTable perProject(String table, Connection.Key project, Roles roles) {
    return new MembersTable(
        table,
        Layout.ITEM_PER_PROJECT,
        new Keys(project, null),
        new Attributes("name", "id", "name", "email", "role", "version"),
        roles,
        new Indexes(null, null));
  }

  private MembersTable usual(Roles roles) {
    return perMember(
        tables.keyed("pk", "sk", Set.of()),
        key("PROJECT#{projectId}", "PROJECT"),
        key("PROJECT#{projectId}", "MEMBER#{memberId}"),
        roles);
  }

  private static Problem problem(Runnable call) {
    return assertThrows(ProblemException.class, call::run).problem();
  }

  @Test
  void numbersAndSetsOfOneAreTextsAndKeepTheirTypes() {
    Desk desk = new Desk(usual(LEVELS));
    var ada = item("pk", "PROJECT#1", "sk", "MEMBER#7", "id", n("7"), "email", set("ada@x.org"));
    ada.putAll(item("name", n("1815"), "role", n("1")));
    ada.putAll(strange());
    Map<String, AttributeValue> bela = new HashMap<>(ada);
    bela.putAll(item("sk", "MEMBER#8", "id", n("8"), "email", set("bela@x.org")));
    bela.put("role", AttributeValue.fromNs(List.of("2")));
    var cem = item("pk", "PROJECT#1", "sk", "MEMBER#9", "email", "cem@x.org", "role", n("3"));
    var project = item("pk", "PROJECT#1", "sk", "PROJECT", "name", set("One"), "version", n("4"));
    project.putAll(strange());
    tables.put(desk.settings.table(), List.of(project, ada, bela, cem));
    // As the server spells numbers, which is its own affair.
    project = desk.mutable("pk", "PROJECT#1", "sk", "PROJECT");
    bela = desk.mutable("pk", "PROJECT#1", "sk", "MEMBER#8");

    Roster seen = desk.rosters.roster("1");
    assertEquals(
        new Roster(
            "1",
            "One",
            4,
            List.of(
                new Member("7", "ada@x.org", "1815", new Role("1")),
                new Member("8", "bela@x.org", "1815", new Role("2")),
                new Member("9", "cem@x.org", "", new Role("3")))),
        seen);
    assertEquals(List.of("One"), desk.rosters.projects().stream().map(Project::name).toList());

    Member eighth = seen.members().get(1);
    Member ninth = seen.members().get(2);
    var edited =
        List.of(
            new RosterChange.Edited(eighth, eighth.withRole(new Role("3"))),
            new RosterChange.Edited(ninth, new Member("9", "c@x.org", "Cem", new Role("2"))));
    Member dora = new Member("10", "dora@x.org", "", new Role("2"));
    Roster now = desk.save(seen, new RosterChange(List.of(dora), List.of(), edited));

    project.put("version", n("5"));
    assertEquals(project, desk.item("pk", "PROJECT#1", "sk", "PROJECT"));
    bela.put("role", AttributeValue.fromNs(List.of("3")));
    assertEquals(bela, desk.item("pk", "PROJECT#1", "sk", "MEMBER#8"));
    cem.putAll(item("email", "c@x.org", "name", "Cem", "role", n("2")));
    assertEquals(cem, desk.item("pk", "PROJECT#1", "sk", "MEMBER#9"));
    // The one who joins is as most are: of the three, two have these sets and numbers.
    assertEquals(
        item(
            "pk",
            "PROJECT#1",
            "sk",
            "MEMBER#10",
            "id",
            n("10"),
            "email",
            set("dora@x.org"),
            "role",
            n("2")),
        without(desk.item("pk", "PROJECT#1", "sk", "MEMBER#10"), "name"));

    // Another run, which has read no roster, knows the types as well.
    var away = Entries.removing(now.member("7").orElseThrow(), now.member("8").orElseThrow());
    var last = new Desk(desk.settings).journal;
    last.save(now, away, Entries.entry(now, away, NOW, random));
    assertEquals(2, desk.rosters.countMembers("1"));

    Roster end = desk.rosters.roster("1");
    Member tenth = end.member("10").orElseThrow();
    var word = Entries.editing(tenth, tenth.withRole(new Role("editor")));
    assertEquals(
        new Problem.Invalid("table-holds-numbers", "10", "role", "editor"),
        problem(() -> desk.save(end, word)));
  }

  private static Map<String, AttributeValue> without(
      Map<String, AttributeValue> item, String name) {
    Map<String, AttributeValue> less = new HashMap<>(item);
    less.remove(name);
    return less;
  }

  @Test
  void listsKeepWhateverElseIsInThemAndTheirOrder() {
    Desk desk =
        new Desk(
            perProject(tables.keyed("pk", null, Set.of("pk")), key("{projectId}", null), LEVELS));
    var ada = item("id", n("7"), "email", "ada@x.org", "name", "Ada", "role", n("1"));
    ada.putAll(strange());
    var bela = item("id", n("8"), "email", "bela@x.org", "role", n("2"));
    bela.putAll(strange());
    var cem = item("id", n("9"), "email", "cem@x.org", "role", n("2"));
    AttributeValue first =
        list(
            AttributeValue.fromS("no map"),
            AttributeValue.fromM(bela),
            n("1"),
            AttributeValue.fromM(cem),
            AttributeValue.fromM(ada));
    var project = item("pk", n("42"), "name", "Answer", "members", first);
    project.putAll(strange());
    tables.put(desk.settings.table(), List.of(project, item("pk", n("-3"))));
    project = desk.mutable("pk", n("42"));
    List<AttributeValue> before = project.get("members").l();
    bela = new HashMap<>(before.get(1).m());

    assertEquals(List.of("-3", "42"), desk.rosters.projects().stream().map(Project::id).toList());
    assertEquals(3, desk.rosters.countMembers("42"));
    Roster seen = desk.rosters.roster("42");
    assertEquals(List.of("8", "9", "7"), seen.members().stream().map(Member::id).toList());
    Member eighth = seen.members().getFirst();
    Member tenth = new Member("10", "dora@x.org", "Dora", new Role("3"));
    desk.save(
        seen,
        new RosterChange(
            List.of(tenth),
            List.of(seen.members().get(1)),
            List.of(new RosterChange.Edited(eighth, eighth.withRole(new Role("3"))))));

    bela.put("role", n("3"));
    project.put("version", n("1"));
    project.put(
        "members",
        list(
            AttributeValue.fromS("no map"),
            AttributeValue.fromM(bela),
            n("1"),
            before.getLast(),
            map("id", n("10"), "email", "dora@x.org", "name", "Dora", "role", n("3"))));
    assertEquals(project, desk.item("pk", n("42")));

    for (String none : List.of("atlas", "042", "42.0", "43")) {
      assertEquals(
          new Problem.Missing("project", none, null), problem(() -> desk.rosters.roster(none)));
      assertEquals(0, desk.rosters.countMembers(none));
    }
  }

  @Test
  void keysOfNumbersTakeNumbersAlone() {
    Desk desk =
        new Desk(
            perMember(
                tables.keyed("pk", "sk", Set.of("pk", "sk")),
                key("{projectId}", "0"),
                key("{projectId}", "{memberId}"),
                Roles.of("owner", "viewer")));
    tables.put(
        desk.settings.table(),
        List.of(
            item("pk", n("5"), "sk", n("0"), "name", "Five"),
            item("pk", n("5"), "sk", n("7"), "email", "ada@x.org", "role", "owner")));
    Member ada = new Member("7", "ada@x.org", "", new Role("owner"));

    Roster seen = desk.rosters.roster("5");

    assertEquals(new Roster("5", "Five", 0, List.of(ada)), seen);
    assertEquals(1, desk.rosters.countMembers("5"));
    assertEquals(List.of("5"), desk.rosters.projects().stream().map(Project::id).toList());
    Member bela = new Member("8", "bela@x.org", "Bela", new Role("viewer"));
    Roster now = desk.save(seen, Entries.adding(bela));
    desk.save(now, Entries.editing(bela, bela.withRole(new Role("owner"))));
    Roster last = desk.rosters.roster("5");
    var change = Entries.adding(Entries.member("cem", "viewer"));
    assertEquals(
        new Problem.Invalid("table-key-number", "sk", "cem"),
        problem(() -> desk.save(last, change)));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoSingleTextIsToldAndNotMisread(Layout layout) {
    Map<String, AttributeValue> good = item("id", "ada", "email", "ada@x.org", "role", "owner");
    Map<AttributeValue, String> wrong =
        Map.of(
            set("editor", "viewer"), "SS [",
            AttributeValue.fromNs(List.of("1", "2")), "NS [",
            AttributeValue.fromBool(true), "BOOL true",
            list(AttributeValue.fromS("editor")), "L");
    for (var each : wrong.entrySet()) {
      for (String attribute : List.of("role", "email", "name")) {
        var fields = new HashMap<>(good);
        fields.put(attribute, each.getKey());
        var thrown = problem(() -> one(layout, item(), fields).rosters.roster("a"));
        var told = assertInstanceOf(Problem.Invalid.class, thrown);
        assertEquals("table-not-one-text", told.rule());
        assertEquals(List.of("ada", attribute), told.values().subList(0, 2));
        assertTrue(told.values().getLast().startsWith(each.getValue()), told::toString);
      }
    }
    assertEquals(
        new Problem.Invalid("table-number", "version", "S 3"),
        problem(() -> one(layout, item("version", "3"), good).rosters.roster("a")));
    Desk named = one(layout, item("name", set("x", "y")), good);
    assertEquals("a", named.rosters.projects().getFirst().name());
    assertInstanceOf(Problem.Invalid.class, problem(() -> named.rosters.roster("a")));
    Desk nothing = one(layout, item("version", AttributeValue.fromNul(true)), good);
    nothing.save(nothing.rosters.roster("a"), Entries.adding(Entries.member("bela", "viewer")));
  }

  /** A project {@code a} with one member of these fields. */
  private Desk one(
      Layout layout, Map<String, AttributeValue> project, Map<String, AttributeValue> member) {
    Map<String, AttributeValue> item = new HashMap<>(project);
    if (layout == Layout.ITEM_PER_PROJECT) {
      Desk desk =
          new Desk(
              perProject(
                  tables.keyed("pk", null, Set.of()),
                  key("P#{projectId}", null),
                  Connections.ROLES));
      item.putAll(item("pk", "P#a"));
      item.putIfAbsent("members", list(AttributeValue.fromM(member)));
      tables.put(desk.settings.table(), List.of(item));
      return desk;
    }
    Desk desk = new Desk(usual(Connections.ROLES));
    item.putAll(item("pk", "PROJECT#a", "sk", "PROJECT"));
    Map<String, AttributeValue> fields = new HashMap<>(member);
    fields.putAll(item("pk", "PROJECT#a", "sk", "MEMBER#ada"));
    tables.put(desk.settings.table(), List.of(item, fields));
    return desk;
  }

  @Test
  void aListThatIsNoneIsNotOverwritten() {
    Desk desk = one(Layout.ITEM_PER_PROJECT, item("members", map("ada", map())), item());
    var seen = new Roster("a", "a", 0, List.of());
    for (Runnable call :
        List.<Runnable>of(
            () -> desk.rosters.roster("a"),
            () -> desk.rosters.countMembers("a"),
            () -> desk.save(seen, Entries.adding(Entries.member("bela", "viewer"))))) {
      assertEquals(new Problem.Invalid("table-no-list", "a", "members", "M"), problem(call));
    }
    Desk nameless = one(Layout.ITEM_PER_PROJECT, item(), item("email", "a@x.org", "role", "owner"));
    assertEquals(
        new Problem.Invalid("table-no-id", "a", "id"), problem(() -> nameless.rosters.roster("a")));
  }

  @ParameterizedTest
  @EnumSource
  void whatOthersChangeOfATouchedMemberIsAConflict(Layout layout) {
    Map<String, AttributeValue> fields =
        item("id", "ada", "email", "ada@x.org", "name", "Ada", "role", "owner");
    for (boolean touched : new boolean[] {true, false}) {
      Desk desk = one(layout, item(), fields);
      Member bela = Entries.member("bela", "viewer");
      Roster seen = desk.save(desk.rosters.roster("a"), Entries.adding(bela));
      rename(desk, touched ? "bela" : "ada");
      var change = Entries.editing(bela, bela.withRole(new Role("editor")));
      if (touched) {
        assertInstanceOf(Problem.Conflict.class, problem(() -> desk.save(seen, change)));
      } else {
        // What others did to a member whom nobody touches here is none, and stays.
        desk.journal.save(seen, change, Entries.entry(seen, change, NOW, random));
        Roster now = desk.rosters.roster("a");
        assertEquals("Renamed", now.member("ada").orElseThrow().name());
        assertEquals("editor", now.member("bela").orElseThrow().role().name());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherTypeThanWasSeenIsAConflict(Layout layout) {
    Map<String, AttributeValue> fields = item("id", "ada", "email", "a@x.org", "role", "owner");
    Desk desk = one(layout, item(), fields);
    Roster seen = desk.rosters.roster("a");
    fields.put("role", n("1"));
    var again = item("pk", "P#a", "members", list(AttributeValue.fromM(fields)));
    fields.putAll(item("pk", "PROJECT#a", "sk", "MEMBER#ada"));
    tables.put(desk.settings.table(), List.of(layout == Layout.ITEM_PER_PROJECT ? again : fields));
    assertEquals("1", desk.rosters.roster("a").members().getFirst().role().name());

    var change = Entries.removing(seen.members().getFirst());

    assertInstanceOf(Problem.Conflict.class, problem(() -> desk.save(seen, change)));
  }

  /** As somebody would who knows nothing of versions. */
  private void rename(Desk desk, String id) {
    String table = desk.settings.table();
    for (Map<String, AttributeValue> item : tables.all(table)) {
      Map<String, AttributeValue> next = new HashMap<>(item);
      if (item.containsKey("members")) {
        next.put(
            "members",
            AttributeValue.fromL(
                item.get("members").l().stream()
                    .map(member -> {
                      Map<String, AttributeValue> fields = new HashMap<>(member.m());
                      if (fields.get("id").s().equals(id)) {
                        fields.put("name", AttributeValue.fromS("Renamed"));
                      }
                      return AttributeValue.fromM(fields);
                    })
                    .toList()));
      } else if (item.get("sk").s().equals("MEMBER#" + id)) {
        next.put("name", AttributeValue.fromS("Renamed"));
      }
      tables.put(table, List.of(next));
    }
  }

  @Test
  void membersAreToldFromWhateverElseLiesBesideThem() {
    Desk desk = new Desk(usual(Connections.ROLES));
    List<String> ids = List.of("a#b", "#", "{projectId}", "a$1\\b", "名 前", "MEMBER#x", "a\nb");
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (String project : List.of("x", "x#MEMBER#y")) {
      String pk = "PROJECT#" + project;
      items.add(item("pk", pk, "sk", "PROJECT"));
      items.add(item("pk", pk, "sk", "MEMBERSHIP#ada", "role", set("a", "b")));
      items.add(item("pk", pk, "sk", "A", "role", "owner"));
      ids.forEach(
          id -> items.add(item("pk", pk, "sk", "MEMBER#" + id, "email", "e", "role", "owner")));
    }
    tables.put(desk.settings.table(), items);
    for (String project : List.of("x", "x#MEMBER#y")) {
      Roster seen = desk.rosters.roster(project);
      assertEquals(Set.copyOf(ids), Set.copyOf(seen.members().stream().map(Member::id).toList()));
      assertEquals(ids.size(), desk.rosters.countMembers(project));
      Member first = seen.members().getFirst();
      // Gone, and back under another id with the same address in another case.
      desk.save(
          seen,
          new RosterChange(
              List.of(new Member("new#" + first.id(), "E", "", new Role("viewer"))),
              List.of(first),
              List.of()));
    }
  }

  @Test
  void theProjectMayLieAmongItsMembersAndIdsInBothKeys() {
    Desk desk =
        new Desk(
            perMember(
                tables.keyed("pk", "sk", Set.of()),
                key("{projectId}", "P#{projectId}#M#"),
                key("{projectId}", "P#{projectId}#M#{memberId}"),
                Connections.ROLES));
    Desk among =
        new Desk(
            perMember(
                tables.keyed("pk", "sk", Set.of()),
                key("P#{projectId}", "about"),
                key("P#{projectId}", "{memberId}"),
                Connections.ROLES));
    List<String> ids = List.of("a#M#b", "zoe");
    for (String id : ids) {
      tables.put(
          desk.settings.table(),
          List.of(
              item("pk", "x", "sk", "P#x#M#"),
              item("pk", "x", "sk", "P#x#M#" + id, "email", "e", "role", "owner")));
      tables.put(
          among.settings.table(),
          List.of(
              item("pk", "P#x", "sk", "about"),
              item("pk", "P#x", "sk", id, "email", "e", "role", "owner")));
    }
    for (Desk each : List.of(desk, among)) {
      assertEquals(ids, each.rosters.roster("x").members().stream().map(Member::id).toList());
      assertEquals(2, each.rosters.countMembers("x"));
      Roster seen = each.rosters.roster("x");
      each.save(seen, Entries.removing(seen.members().getFirst()));
    }
  }

  @Test
  void projectsAreQueriedWhereTheyCanBe() throws IOException {
    MembersTable onePartition =
        perProject(
            tables.keyed("pk", "sk", Set.of()),
            key("PROJECTS", "PROJECT#{projectId}"),
            Connections.ROLES);
    List<String> ids = List.of("a", "b", "c", "d");
    for (String id : ids) {
      // Four of these are more than a page.
      var item = item("pk", "PROJECTS", "sk", "PROJECT#" + id, "bulk", "x".repeat(350_000));
      tables.put(onePartition.table(), List.of(item));
    }
    tables.put(onePartition.table(), List.of(item("pk", "PROJECTS", "sk", "PROJECTION#a")));
    assertEquals(ids, listed(onePartition, false));

    var shape = Connections.Shape.LISTS_WITHOUT_SORT_KEY;
    String table = tables.members(shape);
    for (String id : ids) {
      var big = new Member("m", "m@x.org", "x".repeat(350_000), new Role("owner"));
      tables.put(shape, table, id, List.of(big));
    }
    assertEquals(ids, listed(shape.indexed(table), false));
    assertEquals(ids, listed(shape.at(table), true));
    Index other = new Index("by-kind", "kind", "NONE");
    var settings = shape.at(table);
    assertEquals(
        List.of(),
        listed(
            new MembersTable(
                table,
                settings.layout(),
                settings.keys(),
                settings.attributes(),
                settings.roles(),
                new Indexes(other, null)),
            false));
  }

  private List<String> listed(MembersTable settings, boolean scans) throws IOException {
    try (var proxy = new DroppingProxy(address)) {
      Desk desk = new Desk(settings, proxy.address());
      List<String> ids = desk.rosters.projects().stream().map(Project::id).toList();
      assertEquals(scans, proxy.operations().contains("Scan"), proxy.operations()::toString);
      assertFalse(proxy.operations().isEmpty());
      // The type of a key that cannot be a number is not asked for.
      assertFalse(proxy.operations().contains("DescribeTable"));
      return ids;
    }
  }
}
