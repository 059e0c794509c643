package dev.frontdesk.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.RosterChange.Edited;
import dev.frontdesk.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterChangeTest {
  private static final Roles ROLES = Roles.of("owner", "admin", "editor", "viewer");
  private static final Member AMARA = member("m1", "amara", "owner");
  private static final Member CHLOE = member("m2", "chloe", "editor");
  private static final Member HONG = member("m3", "hong", "viewer");

  @Test
  void appliesEverythingAndMovesTheVersion() {
    Member priya = member("m4", "priya", "viewer");
    var change =
        new RosterChange(
            List.of(priya), List.of(HONG), List.of(new Edited(CHLOE, role(CHLOE, "admin"))));
    Roster after = change.applyTo(roster(AMARA, CHLOE, HONG));
    assertEquals(List.of(AMARA, role(CHLOE, "admin"), priya), after.members());
    assertEquals(8, after.version());
  }

  @Test
  void aMemberOccursOnce() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RosterChange(List.of(AMARA), List.of(AMARA), List.of()));
  }

  @Test
  void theLastOwnerStays() {
    var gone = new RosterChange(List.of(), List.of(AMARA), List.of());
    var demoted = new RosterChange(List.of(), List.of(), List.of(edit(AMARA, "viewer")));
    var handedOver = new RosterChange(List.of(), List.of(AMARA), List.of(edit(CHLOE, "owner")));
    Roster roster = roster(AMARA, CHLOE);
    assertEquals(List.of("last-owner"), rules(gone, roster));
    assertEquals(List.of("last-owner"), rules(demoted, roster));
    assertEquals(List.of(), rules(handedOver, roster));
  }

  @Test
  void anAddressIsUniqueWhateverItsCase() {
    var twin = new Member("m9", "AMARA@acme.example", "", new Role("viewer"));
    assertEquals(List.of("email-taken"), rules(added(twin), roster(AMARA)));
    var swap = new RosterChange(List.of(twin), List.of(AMARA), List.of());
    assertEquals(List.of(), rules(swap, roster(AMARA, role(CHLOE, "owner"))));
  }

  @Test
  void aRoleIsKnownAndAnAddressWellFormed() {
    var wrong = new Member("m9", "nobody", "", new Role("emperor"));
    assertEquals(List.of("email-malformed", "role-unknown"), rules(added(wrong), roster(AMARA)));
  }

  @ParameterizedTest
  @CsvSource({
    "a@b.example, true",
    "jm.nunez+x@acme.example, true",
    "o'neil@sub.acme.example, true",
    "用户@例子.中国, true",
    "a@b, false",
    "a b@c.example, false",
    "@c.example, false",
    "a@.example, false",
    "a@b..example, false",
    "a.@b.example, false",
    "a@b@c.example, false",
    "a@-b.example, false",
    "a@b.example., false",
    "'a,b@c.example', false"
  })
  void tellsAnAddressFromOtherText(String text, boolean wellFormed) {
    assertEquals(wellFormed, EmailAddress.isWellFormed(text));
  }

  @Test
  void onTopOfOthersKeepsTheIntentAndTellsWhatIsDropped() {
    Member priya = member("m4", "priya", "viewer");
    var mine = new RosterChange(List.of(priya), List.of(HONG), List.of(edit(CHLOE, "admin")));
    // They removed Hong themselves, renamed Chloé, and invited Priya as an editor.
    Member renamed = new Member("m2", CHLOE.email(), "Chloé L.", CHLOE.role());
    Roster theirs = roster(AMARA, renamed, member("m8", "priya", "editor"));
    var rebased = mine.onTopOf(theirs);
    assertEquals(List.of(HONG), rebased.dropped());
    assertEquals(List.of(), rebased.change().removed());
    assertEquals(
        List.of(edit(renamed, "admin"), edit(member("m8", "priya", "editor"), "viewer")),
        rebased.change().edited());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatLiesBetweenLeadsFromOneToTheOther(long seed) {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Roster before = random(random);
      Roster after = random(random);
      Roster theirs = random(random);
      RosterChange change = RosterChange.between(before.members(), after.members());
      assertEquals(Set.copyOf(after.members()), new HashSet<>(change.applyTo(before).members()));
      assertEquals(
          change.isEmpty(), Set.copyOf(before.members()).equals(Set.copyOf(after.members())));

      RosterChange again = change.onTopOf(theirs).change();
      Roster merged = again.applyTo(theirs);
      Set<String> addresses = new HashSet<>();
      merged.members().forEach(m -> assertTrue(addresses.add(EmailAddress.key(m.email())), m::id));
      for (Member gone : change.removed()) {
        assertTrue(
            merged.member(gone.id()).isEmpty(), () -> gone.id() + " was removed and is there");
      }
      assertTrue(
          again.onTopOf(theirs).dropped().isEmpty(), "applying again on the same drops nothing");
    }
  }

  private static Roster random(Random random) {
    List<Member> members = new ArrayList<>();
    for (int id = 0; id < 8; id++) {
      if (random.nextBoolean()) {
        String role = ROLES.all().get(random.nextInt(4)).name();
        members.add(member("m" + id, "p" + id, role));
      }
    }
    return roster(members.toArray(Member[]::new));
  }

  private static List<String> rules(RosterChange change, Roster roster) {
    return change.problems(roster, ROLES).stream().map(Problem.Invalid::rule).toList();
  }

  private static RosterChange added(Member member) {
    return new RosterChange(List.of(member), List.of(), List.of());
  }

  private static Edited edit(Member member, String role) {
    return new Edited(member, role(member, role));
  }

  private static Member role(Member member, String role) {
    return member.withRole(new Role(role));
  }

  private static Member member(String id, String name, String role) {
    return new Member(id, name + "@acme.example", name, new Role(role));
  }

  private static Roster roster(Member... members) {
    return new Roster("atlas", "Atlas", 7, List.of(members));
  }
}
