package dev.frontdesk.ui.members;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.members.Conflict.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConflictTest {
  private static final Role VIEWER = new Role("viewer");
  private static final Role EDITOR = new Role("editor");
  private static final Role ADMIN = new Role("admin");

  private final Roster seen = FakeSession.company().roster("atlas");
  private final Draft draft = Draft.of(new RosterIndex(seen, Locale.ENGLISH));

  @Test
  void eachEditOfMineHasItsFate() {
    Member li = FakeSession.member("m3000", "siyuan.li@acme.example", "李思远", "viewer");
    Member noor = FakeSession.member("m3001", "noor@acme.example", "Noor", "viewer");
    Draft mine =
        draft
            .remove(Set.of("m2009", "m2023"))
            .withRole(Set.of("m2008", "m2010", "m2011", "m2012"), ADMIN)
            .add(li)
            .add(noor);
    List<Member> theirs = new ArrayList<>();
    for (Member member : seen.members()) {
      switch (member.id()) {
        case "m2023", "m2011" -> {} // they remove both
        case "m2008" -> theirs.add(member.withRole(VIEWER));
        case "m2010" -> theirs.add(member.withRole(ADMIN));
        default -> theirs.add(member);
      }
    }
    theirs.add(FakeSession.member("m4000", "SIYUAN.LI@acme.example", "Li", "editor"));
    var now =
        new RosterIndex(
            new Roster(seen.projectId(), seen.projectName(), 43, theirs), Locale.ENGLISH);

    Conflict conflict = Conflict.of(mine, now);

    // m2012 is an admin already: making her one is no edit at all.
    assertEquals(7, conflict.outcomes().size());
    assertEquals(Set.of("m3001", "m2009"), Set.copyOf(ids(conflict, Fate.STAYS)));
    assertEquals(List.of("m3000", "m2008"), ids(conflict, Fate.BECOMES));
    assertEquals(Set.of("m2023", "m2010"), Set.copyOf(ids(conflict, Fate.ALREADY_SO)));
    assertEquals(List.of("m2011"), ids(conflict, Fate.GONE));
    assertEquals(5, conflict.theirs().size());
    assertEquals(
        EDITOR,
        conflict.again().change().edited().stream()
            .filter(edit -> edit.after().id().equals("m4000"))
            .findFirst()
            .orElseThrow()
            .before()
            .role());
  }

  private static List<String> ids(Conflict conflict, Fate fate) {
    return conflict.those(fate).map(Member::id).toList();
  }
}
