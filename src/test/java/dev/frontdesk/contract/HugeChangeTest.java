package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.caching.Strategy;
import dev.frontdesk.contract.Connections.Shape;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeProber;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.Desk;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Offer;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Ticker;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten thousand members in one change, with a route for each: over the wire, to the end. */
class HugeChangeTest {
  private static final int MEMBERS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<Route> ROUTES =
      List.of(route("/projects/{projectId}/members"), route("/members/{memberId}/projects"));

  private final Servers servers = new Servers();
  private final FakeInvalidator cloudfront = new FakeInvalidator();
  private final URI address = servers.dynamodb();
  private final TestTables tables = new TestTables(address);
  private final AwsConnection aws = connection();
  private final Publisher publisher =
      new Publisher(
          new Desk("desk", () -> "me"),
          ROUTES,
          new Publisher.Ports(aws.journal(), cloudfront, new FakeProber(this::version)),
          new Publisher.Machine(InstantSource.system(), new FastTicker(), new Random(3)));

  private AwsConnection connection() {
    String members = tables.members(Shape.SINGLE);
    tables.put(Shape.SINGLE, members, "atlas", List.of(Entries.member("ada", "owner")));
    return AwsConnection.open(
        Connections.dynamodb(
            address, Shape.SINGLE.at(members), Connections.journal(tables.journal(), 30)),
        InstantSource.system(),
        Ticker.system());
  }

  private long version() {
    return aws.rosters().roster("atlas").version();
  }

  @BeforeEach
  void open() {
    assertEquals(0, version());
  }

  @AfterEach
  void close() {
    publisher.close();
    aws.close();
    tables.close();
    servers.close();
  }

  @Test
  void isSavedPurgedAndReadBackWhole() throws InterruptedException {
    Roster seen = aws.rosters().roster("atlas");
    RosterChange change = new RosterChange(many(MEMBERS), List.of(), List.of());
    JournalEntry saved = publisher.publish(seen, change, "a new company joins");
    JournalEntry end = publisher.await(saved.id(), PATIENCE);
    assertEquals(State.FRESH, end.state(), () -> "trouble: " + end.progress().trouble());
    assertEquals(change, Objects.requireNonNull(end.roster()).change());
    assertEquals(MEMBERS + 1, end.progress().routes().size());
    assertEquals(MEMBERS + 1, aws.rosters().roster("atlas").members().size());
    assertEquals(1, version());
    assertEquals(
        MEMBERS + 1L, cloudfront.all().stream().mapToLong(made -> made.items().size()).sum());
    assertEquals(end.progress().batches().size(), cloudfront.all().size());
    assertTrue(
        end.progress().batches().stream()
            .map(Batch::items)
            .allMatch(items -> items.size() <= 1_000));
    assertEquals(21, end.progress().evidence().size());
    assertEquals(List.of(end), aws.journal().newest(null, 5));
  }

  @Test
  void oneWildcardStandsForThemWhereItIsChosen() throws InterruptedException {
    Roster seen = aws.rosters().roster("atlas");
    RosterChange change = new RosterChange(many(1_500), List.of(), List.of());
    Preview exact = publisher.preview("atlas", change);
    assertEquals(1_501, exact.items().size());
    Offer offer = exact.offers().getFirst();
    assertEquals("/members/*", offer.wire());
    assertEquals(0.01, offer.preview().costAtMostUsd(), 1e-9);
    JournalEntry saved = publisher.publish(seen, change, offer.preview(), "");
    assertEquals(State.FRESH, publisher.await(saved.id(), PATIENCE).state());
    assertEquals(
        List.of(Set.of("/projects/atlas/members", "/members/*")),
        cloudfront.all().stream().map(made -> Set.copyOf(made.items())).toList());
    assertEquals(
        List.of(),
        publisher.preview("atlas", Entries.removing(seen.members().getFirst())).offers());
  }

  @Test
  void whatNoTransactionCouldRecordIsRefusedWithItsWeight() {
    Roster seen = aws.rosters().roster("atlas");
    RosterChange change = new RosterChange(many(25_000), List.of(), List.of());
    var thrown =
        assertThrows(ProblemException.class, () -> publisher.publish(seen, change, "too many"));
    var invalid = assertInstanceOf(Problem.Invalid.class, thrown.problem());
    assertEquals("change-too-heavy", invalid.rule());
    assertEquals(List.of(), aws.journal().newest(null, 5));
  }

  private static List<Member> many(int n) {
    var random = new Random(n);
    return IntStream.range(0, n)
        .mapToObj(i ->
            new Member(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                "somebody.number-%d@company.example".formatted(i),
                "Somebody Number " + i,
                new Role("viewer")))
        .toList();
  }

  private static Route route(String path) {
    return new Route(new PathTemplate(path), Strategy.INVALIDATE, null, false, false);
  }
}
