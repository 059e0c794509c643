package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Roster;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.ui.Samples;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstLookTest {
  private final FakeTables tables = new FakeTables();

  FirstLookTest() {
    tables.put(Samples.roster("a", "Zebra", 1));
    tables.put(Samples.roster("z", "Aardvark", 2));
  }

  private FirstLook begun() {
    return FirstLook.begin(tables, FirstLookTest::byName, Runnable::run);
  }

  private static List<Project> byName(List<Project> projects) {
    return projects.stream().sorted(Comparator.comparing(Project::name)).toList();
  }

  @Test
  void whoAsksFirstGetsWhatWasReadAndWhoAsksAgainWhatIsThereNow() {
    FirstLook look = begun();
    Roster before = tables.roster("z");
    tables.put(Samples.roster("z", "Aardvark", 7));
    tables.put(Samples.roster("c", "Cat", 3));

    assertEquals(2, look.projects().size());
    assertEquals(3, look.projects().size());
    assertEquals(before, look.roster("z"));
    assertEquals(7, look.roster("z").members().size());
  }

  @Test
  void anotherProjectsRosterIsRead() {
    FirstLook look = begun();
    tables.put(Samples.roster("a", "Zebra", 9));
    assertEquals(9, look.roster("a").members().size());
  }

  @Test
  void whatWentWrongIsToldAndTriedAnewWhenSomebodyAsksAgain() {
    tables.trouble(new Problem.Denied("Query", "not allowed", null));
    FirstLook look = begun();
    tables.trouble(null);
    assertThrows(ProblemException.class, look::projects);
    assertEquals(2, look.projects().size());
    assertEquals(2, look.roster("z").members().size());
  }
}
