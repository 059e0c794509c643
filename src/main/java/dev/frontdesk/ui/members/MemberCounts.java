package dev.frontdesk.ui.members;

import dev.frontdesk.members.Project;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.ui.kit.Work;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * How many members each project has. Where the list of projects does not tell, they are counted
 * behind it, in its order and few at a time, so that what the user does next is not kept waiting.
 */
final class MemberCounts {
  private static final int AT_ONCE = 4;

  private final RosterStore rosters;
  private final Work work;
  private final Map<String, Integer> known = new HashMap<>();
  private final Queue<String> waiting = new ArrayDeque<>();
  private final Set<String> told = new HashSet<>();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private int running;

  MemberCounts(RosterStore rosters, Work work) {
    this.rosters = rosters;
    this.work = work;
  }

  /** Grows with every number that comes. */
  ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** Empty until it is known. */
  OptionalInt of(Project project) {
    Integer number = known.get(project.id());
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Of all these together; empty until each is known. */
  OptionalInt total(List<Project> projects) {
    int sum = 0;
    for (Project project : projects) {
      OptionalInt number = of(project);
      if (number.isEmpty()) {
        return number;
      }
      sum += number.getAsInt();
    }
    return OptionalInt.of(sum);
  }

  /** Takes the numbers that the list tells, and counts where it does not. */
  void count(List<Project> projects) {
    work.requireUi();
    waiting.clear();
    told.clear();
    for (Project project : projects) {
      project
          .members()
          .ifPresentOrElse(
              number -> known.put(project.id(), number), () -> waiting.add(project.id()));
    }
    revision.set(revision.get() + 1);
    next();
  }

  /** A number that somebody has seen: it is newer than one whose count has begun before. */
  void tell(String projectId, int number) {
    told.add(projectId);
    put(projectId, number);
  }

  /** Begins no more counts. */
  void close() {
    waiting.clear();
  }

  private void next() {
    while (running < AT_ONCE && !waiting.isEmpty()) {
      String id = waiting.remove();
      running++;
      work.run(
          () -> rosters.countMembers(id),
          number -> {
            running--;
            if (!told.contains(id)) {
              put(id, number);
            }
            next();
          },
          problem -> {
            running--;
            if (!problem.passes()) {
              waiting.clear(); // what is refused for one is refused for all
            }
            next();
          });
    }
  }

  private void put(String projectId, int number) {
    Integer before = known.put(projectId, number);
    if (before == null || before != number) {
      revision.set(revision.get() + 1);
    }
  }
}
