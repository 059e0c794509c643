package dev.frontdesk.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.members.RosterChange.Edited;
import dev.frontdesk.members.RosterMatch.Others;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterMatchTest {
  private static final Member AMARA = member("m1", "amara");
  private static final Member CHLOE = member("m2", "chloe");
  private static final Member HONG = member("m3", "hong");
  private static final Roster SEEN = roster(AMARA, CHLOE, HONG);

  private int made;

  @Test
  void aListThatIsTheRosterChangesNothing() {
    assertEquals(RosterChange.NONE, change(List.of(as(HONG), as(AMARA), as(CHLOE))));
    assertEquals(RosterChange.NONE, change(List.of(noId(HONG), noId(AMARA), noId(CHLOE))));
  }

  @Test
  void becomesTheListOrOnlyAddsAndEdits() {
    var wanted = List.of(wanted(null, "amara", "Amara O.", "admin"), wanted(null, "priya"));
    Member amara = new Member("m1", AMARA.email(), "Amara O.", new Role("admin"));
    List<Member> added = List.of(member("new0", "priya"));
    List<Edited> edited = List.of(new Edited(AMARA, amara));
    RosterChange kept = change(Others.KEPT, wanted, Map.of());
    assertEquals(new RosterChange(added, List.of(), edited), kept);
    made = 0;
    RosterChange replaced = change(wanted);
    assertEquals(kept.added(), replaced.added());
    assertEquals(kept.edited(), replaced.edited());
    assertEquals(Set.of(CHLOE, HONG), Set.copyOf(replaced.removed()));
  }

  @Test
  void anIdSaysWhoSomebodyIsWhateverTheAddress() {
    RosterChange moved = change(List.of(wanted("m1", "amara.o"), noId(CHLOE), noId(HONG)));
    assertEquals(List.of(new Edited(AMARA, member("m1", "amara.o", "amara.o"))), moved.edited());
    assertEquals(1, moved.size());
    // Whoever has her old address now is somebody else.
    RosterChange replaced =
        change(List.of(wanted("m1", "amara.o"), wanted(null, "amara"), as(CHLOE), as(HONG)));
    assertEquals(List.of(member("new0", "amara")), replaced.added());
    assertEquals(List.of(), replaced.removed());
  }

  @Test
  void anAddressSaysItWhateverItsCaseAndAnUnknownId() {
    var shouted = new WantedMember("x9", "AMARA@ACME.example", "amara", new Role("viewer"));
    RosterChange change = change(List.of(shouted, as(CHLOE), as(HONG)));
    assertEquals("m1", change.edited().getFirst().after().id());
    assertEquals(1, change.size());
  }

  @Test
  void aStrangerBringsAnIdOrIsKnownOrNew() {
    var wanted = List.of(wanted("p7", "priya"), wanted(null, "olu"), wanted(null, "mei"));
    RosterChange change =
        change(Others.KEPT, wanted, Map.of("olu@acme.example", "k1", "priya@acme.example", "k2"));
    assertEquals(
        List.of(member("p7", "priya"), member("k1", "olu"), member("new0", "mei")), change.added());
  }

  @Test
  void anIdThatSomebodyHasIsNotGivenTwice() {
    // Known elsewhere as Amara, as p7 of the list, and one person by two addresses.
    var wanted =
        List.of(
            as(AMARA),
            wanted("p7", "priya"),
            wanted(null, "a2"),
            wanted(null, "b2"),
            wanted(null, "c2"));
    var known = Map.of("a2@acme.example", "p7", "b2@acme.example", "m1", "c2@acme.example", "m1");
    RosterChange change = change(Others.KEPT, wanted, known);
    assertEquals(
        List.of("p7", "new0", "new1", "new2"), change.added().stream().map(Member::id).toList());
  }

  @Test
  void oneWhoIsKnownByTheIdOfSomebodyUnnamedHasAnotherAddressNow() {
    var wanted = List.of(as(AMARA), as(CHLOE), wanted(null, "hong.w"));
    for (Others others : Others.values()) {
      RosterChange change = change(others, wanted, Map.of("hong.w@acme.example", "m3"));
      assertEquals(List.of(new Edited(HONG, member("m3", "hong.w"))), change.edited());
      assertEquals(1, change.size());
    }
  }

  @Test
  void asksForStrangersWithoutIdAlone() {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    var rosters = new Telephone(asked);
    var match =
        new RosterMatch(
            SEEN,
            List.of(
                as(AMARA),
                noId(CHLOE),
                wanted("p7", "p"),
                wanted(null, "OLU"),
                wanted(null, "mei")));
    assertEquals(Map.of("olu@acme.example", "m9"), match.knownTo(rosters));
    assertEquals(Set.of("OLU@acme.example", "mei@acme.example"), Set.copyOf(asked));
    assertEquals(2, asked.size());
  }

  @Test
  void tellsTheProblemThatACallMeets() {
    var rosters = new FakeTables();
    var problem = new Problem.Throttled("Query", null);
    rosters.trouble(problem);
    List<WantedMember> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(wanted(null, "p" + i));
    }
    var match = new RosterMatch(SEEN, many);
    var thrown = assertThrows(ProblemException.class, () -> match.knownTo(rosters));
    assertEquals(problem, thrown.problem());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theRosterBecomesTheList(long seed) {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Roster before = randomRoster(random);
      List<WantedMember> wanted = randomList(random);
      Map<String, String> known = new HashMap<>();
      for (int p = 0; p < 12; p++) {
        if (random.nextBoolean()) {
          known.put("p" + p + "@acme.example", "m" + random.nextInt(12));
        }
      }
      var match = new RosterMatch(before, wanted);
      Roster after = match.change(Others.REMOVED, known, this::newId).applyTo(before);
      assertEquals(
          wanted.stream().map(RosterMatchTest::row).collect(Collectors.toSet()),
          after.members().stream().map(RosterMatchTest::row).collect(Collectors.toSet()));
      assertEquals(wanted.size(), after.members().size());
      assertDistinctIds(after);
      for (WantedMember one : wanted) {
        if (one.id() != null && before.member(one.id()).isPresent()) {
          assertEquals(one.id(), after.memberByEmail(one.email()).orElseThrow().id());
        }
      }
      RosterChange adding = match.change(Others.KEPT, known, this::newId);
      assertTrue(adding.removed().isEmpty());
      assertDistinctIds(adding.applyTo(before));
    }
  }

  /** Knows Olu, and who was asked for. */
  private record Telephone(List<String> asked) implements RosterStore {
    @Override
    public Optional<String> knownId(String email) {
      asked.add(email);
      return email.equals("OLU@acme.example") ? Optional.of("m9") : Optional.empty();
    }

    @Override
    public List<Project> projects() {
      throw new AssertionError("nobody asks for projects");
    }

    @Override
    public int countMembers(String projectId) {
      throw new AssertionError("nobody counts");
    }

    @Override
    public Roster roster(String projectId) {
      throw new AssertionError("nobody asks for rosters");
    }
  }

  private static void assertDistinctIds(Roster roster) {
    Set<String> ids = new HashSet<>();
    roster.members().forEach(member -> assertTrue(ids.add(member.id()), member.id()));
  }

  private static Roster randomRoster(Random random) {
    List<Member> members = new ArrayList<>();
    for (int id = 0; id < 8; id++) {
      if (random.nextBoolean()) {
        members.add(member("m" + id, "p" + id, random.nextBoolean() ? "Ada" : "Bo"));
      }
    }
    return roster(members.toArray(Member[]::new));
  }

  private static List<WantedMember> randomList(Random random) {
    List<WantedMember> wanted = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int person = 0; person < 10; person++) {
      String id = "m" + random.nextInt(12);
      boolean named = random.nextBoolean() && ids.add(id);
      if (random.nextInt(3) > 0) {
        wanted.add(
            wanted(named ? id : null, "p" + person, random.nextBoolean() ? "Ada" : "Bo", "viewer"));
      }
    }
    return wanted;
  }

  private static String row(WantedMember one) {
    return one.email() + one.name() + one.role();
  }

  private static String row(Member one) {
    return one.email() + one.name() + one.role();
  }

  private String newId() {
    return "new" + made++;
  }

  private RosterChange change(List<WantedMember> wanted) {
    return change(Others.REMOVED, wanted, Map.of());
  }

  private RosterChange change(Others others, List<WantedMember> wanted, Map<String, String> known) {
    return new RosterMatch(SEEN, wanted).change(others, known, this::newId);
  }

  private static WantedMember as(Member member) {
    return new WantedMember(member.id(), member.email(), member.name(), member.role());
  }

  private static WantedMember noId(Member member) {
    return new WantedMember(null, member.email(), member.name(), member.role());
  }

  private static WantedMember wanted(@Nullable String id, String name) {
    return wanted(id, name, name, "viewer");
  }

  private static WantedMember wanted(@Nullable String id, String local, String name, String role) {
    return new WantedMember(id, local + "@acme.example", name, new Role(role));
  }

  private static Member member(String id, String local) {
    return member(id, local, local);
  }

  private static Member member(String id, String local, String name) {
    return new Member(id, local + "@acme.example", name, new Role("viewer"));
  }

  private static Roster roster(Member... members) {
    return new Roster("atlas", "Atlas", 7, List.of(members));
  }
}
