package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.contract.Connections.Shape;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection.MembersTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a {@link RosterStore} promises, in every layout. */
class RosterStoreContractTest extends DynamoDbContract {
  private final Member ada = Entries.member("ada", "owner");
  private final Member bela = Entries.member("bela", "editor");

  private RosterStore store(MembersTable members) {
    var connection =
        opened(
            AwsConnection.open(
                Connections.dynamodb(address, members, Connections.journal("none", null))));
    return connection.rosters();
  }

  @ParameterizedTest
  @EnumSource
  void listsProjectsByNameFromTheIndexAsByAScan(Shape shape) {
    String table = tables.members(shape);
    List<String> ids = List.of("zeta", "alpha", "mid#dle");
    ids.forEach(id -> tables.put(shape, table, id, List.of(ada, bela)));

    List<Project> scanned = store(shape.at(table)).projects();

    assertEquals(List.of("alpha", "mid#dle", "zeta"), scanned.stream().map(Project::id).toList());
    assertEquals("Project alpha", scanned.getFirst().name());
    assertEquals(scanned, store(shape.indexed(table)).projects());
  }

  @ParameterizedTest
  @EnumSource
  void readsARosterWithoutVersionAsVersionZero(Shape shape) {
    String table = tables.members(shape);
    tables.put(shape, table, "atlas", List.of(ada, bela));

    Roster roster = store(shape.at(table)).roster("atlas");

    assertEquals(new Roster("atlas", "Project atlas", 0, List.of(ada, bela)), roster);
  }

  @ParameterizedTest
  @EnumSource
  void countsMembersAndKnowsAProjectWithoutAny(Shape shape) {
    String table = tables.members(shape);
    tables.put(shape, table, "atlas", List.of(ada, bela));
    tables.put(shape, table, "empty", List.of());
    RosterStore store = store(shape.at(table));

    assertEquals(2, store.countMembers("atlas"));
    assertEquals(0, store.countMembers("empty"));
    assertEquals(List.of(), store.roster("empty").members());
  }

  @ParameterizedTest
  @EnumSource
  void missesAnUnknownProject(Shape shape) {
    RosterStore store = store(shape.at(tables.members(shape)));

    var thrown = assertThrows(ProblemException.class, () -> store.roster("nowhere"));

    assertEquals(new Problem.Missing("project", "nowhere", null), thrown.problem());
  }

  @Test
  void readsAllPagesOfALargeRoster() {
    String table = tables.members(Shape.SINGLE);
    List<Member> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      // DynamoDB's page is 1 MB: this is some more.
      String id = "m%04d".formatted(i);
      many.add(new Member(id, id + "@example.com", "名".repeat(1500), new Role("viewer")));
    }
    tables.put(Shape.SINGLE, table, "large", many);
    RosterStore store = store(Shape.SINGLE.at(table));

    assertEquals(many, store.roster("large").members());
    assertEquals(300, store.countMembers("large"));
  }

  @ParameterizedTest
  @EnumSource
  void knowsAPersonByAddress(Shape shape) {
    assumeFalse(shape.isList(), "skipped: an index knows nothing of what lies in lists");
    String table = tables.members(shape);
    tables.put(shape, table, "atlas", List.of(ada));
    tables.put(shape, table, "borea", List.of(bela, ada));
    RosterStore store = store(shape.indexed(table));

    assertEquals(Optional.of("ada"), store.knownId("ada@example.com"));
    assertEquals(Optional.of("ada"), store.knownId(" ADA@Example.com "));
    assertEquals(Optional.empty(), store.knownId("nobody@example.com"));
    assertEquals(Optional.empty(), store(shape.at(table)).knownId("ada@example.com"));
  }

  @Test
  void missesAnUnknownTable() {
    RosterStore store = store(Shape.SINGLE.at("no-such-table"));

    var thrown = assertThrows(ProblemException.class, store::projects);

    var missing = assertInstanceOf(Problem.Missing.class, thrown.problem());
    assertEquals("table", missing.what());
    assertEquals("no-such-table", missing.name());
  }

  @Test
  void nobodyAtTheAddressIsOffline() {
    try (var connection =
        AwsConnection.open(
            Connections.dynamodb(
                Servers.NOBODY, Shape.SINGLE.at("any"), Connections.journal("none", null)))) {
      var thrown = assertThrows(ProblemException.class, connection.rosters()::projects);

      var offline = assertInstanceOf(Problem.Offline.class, thrown.problem());
      assertEquals(Servers.NOBODY.toString(), offline.address());
    }
  }

  @Test
  void projectsAreSortedWhateverTheCaseOfTheirNames() {
    String table = tables.members(Shape.LISTS_WITHOUT_SORT_KEY);
    List.of("b", "A", "a", "C")
        .forEach(id -> tables.put(Shape.LISTS_WITHOUT_SORT_KEY, table, id, List.of()));

    List<Project> projects = store(Shape.LISTS_WITHOUT_SORT_KEY.at(table)).projects();

    var sorted = new ArrayList<>(projects);
    sorted.sort(Comparator.comparing(Project::name, String.CASE_INSENSITIVE_ORDER));
    assertEquals(sorted, projects);
    assertTrue(projects.stream().allMatch(project -> project.members().isEmpty()));
  }
}
