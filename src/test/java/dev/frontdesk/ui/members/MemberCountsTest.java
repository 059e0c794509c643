package dev.frontdesk.ui.members;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.members.Project;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.ui.Samples;
import dev.frontdesk.ui.kit.Work;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MemberCountsTest {
  private final FakeTables tables = new FakeTables();
  private final ArrayDeque<Runnable> background = new ArrayDeque<>();
  private final MemberCounts counts =
      new MemberCounts(tables, new Work(background::add, Runnable::run, () -> true));
  private final List<Project> projects =
      List.of("a", "b", "c", "d", "e", "f").stream().map(MemberCountsTest::untold).toList();

  MemberCountsTest() {
    projects.forEach(
        each -> tables.put(Samples.roster(each.id(), each.name(), each.id().charAt(0) - 'a' + 1)));
  }

  @Test
  void fourAtATimeInTheOrderOfTheList() {
    counts.count(projects);
    assertEquals(4, background.size());
    one();
    assertEquals(4, background.size());
    assertEquals(OptionalInt.of(1), counts.of(projects.getFirst()));
    assertEquals(OptionalInt.empty(), counts.of(projects.get(1)));
    assertEquals(OptionalInt.empty(), counts.total(projects));
    all();
    assertEquals(OptionalInt.of(21), counts.total(projects));
  }

  @Test
  void whatTheListTellsIsNotCounted() {
    counts.count(List.of(new Project("a", "A", OptionalInt.of(77))));
    assertEquals(0, background.size());
    assertEquals(OptionalInt.of(77), counts.total(List.of(projects.getFirst())));
  }

  @Test
  void aCountBegunBeforeIsOlderThanWhatWasSeenSince() {
    counts.count(projects);
    counts.tell("a", 9);
    all();
    assertEquals(OptionalInt.of(9), counts.of(projects.getFirst()));
  }

  @Test
  void noMoreAreBegunOnceClosedOrRefused() {
    counts.count(projects);
    counts.close();
    all();
    assertEquals(OptionalInt.empty(), counts.of(projects.getLast()));

    tables.trouble(new Problem.Denied("Query", "not allowed", null));
    counts.count(projects);
    assertEquals(4, background.size());
    one();
    assertEquals(3, background.size());
  }

  private void one() {
    Objects.requireNonNull(background.poll()).run();
  }

  private void all() {
    while (!background.isEmpty()) {
      one();
    }
  }

  private static Project untold(String id) {
    return new Project(id, id, OptionalInt.empty());
  }
}
