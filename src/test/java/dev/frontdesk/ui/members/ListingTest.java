package dev.frontdesk.ui.members;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Samples;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ListingTest {
  @Test
  void aHundredThousandAreSearchedWhileOneTypes() {
    var index = new RosterIndex(Samples.roster("big", "Big", 100_000), Locale.ENGLISH);
    Draft draft = Draft.of(index);
    Listing listing = Listing.BY_NAME.searching("person 99 viewer");
    var rows = listing.rows(draft, FakeSession.ROLES);
    long expected =
        index.roster().members().stream()
            .filter(
                member -> member.name().startsWith("Person ") || member.email().contains("person"))
            .filter(member -> member.name().contains("99"))
            .filter(member -> member.role().name().equals("viewer"))
            .count();
    assertEquals(expected, rows.size());
  }
}
