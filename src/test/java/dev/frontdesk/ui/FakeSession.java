package dev.frontdesk.ui;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FakeArchive;
import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeMetrics;
import dev.frontdesk.fakes.FakeProber;
import dev.frontdesk.fakes.FakeRoutes;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.Desk;
import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.publishing.StaleRoute;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.publishing.Verdict;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A session on tables in memory, and entries in every state. */
public final class FakeSession {
  public static final Instant START = Instant.parse("2026-11-22T14:02:11.204Z");
  public static final Roles ROLES = Roles.of("owner", "admin", "editor", "viewer");

  /** The id of the session's desk. */
  public static final String DESK = "c7e51a04";

  private static final List<Route> ROUTES =
      List.of(
          FakeRoutes.members(),
          new Route(
              new PathTemplate("/members/{memberId}/projects"),
              Strategy.INVALIDATE,
              new PathTemplate("member-{memberId}"),
              false,
              false));

  /** The desk that began the entries made here, another than the one of the session. */
  private static final String OTHER_DESK = "5d1c02aa";

  private static final String WHO = "arn:aws:iam::000000000000:user/sandbox (amara@desk-07)";

  private final FakeTables tables = new FakeTables();
  private final FakeInvalidator invalidator = new FakeInvalidator().tags(true);
  private final FakeArchive archive = new FakeArchive();
  private final FakeDistributions distributions = new FakeDistributions();
  private final FakeMetrics metrics = new FakeMetrics();
  private final FakeProber prober = new FakeProber(() -> tables().roster("atlas").version());
  private final boolean production;
  private final Session session;
  private int entries;

  public FakeSession(boolean production) {
    this(production, new FastTicker());
  }

  private FakeSession(boolean production, Ticker ticker) {
    this.production = production;
    var time = new AtomicLong(START.toEpochMilli());
    // Each look at the clock is a millisecond later, so that entries' ids have an order.
    InstantSource clock = () -> Instant.ofEpochMilli(time.getAndIncrement());
    var publisher =
        new Publisher(
            new Desk(DESK, () -> WHO),
            ROUTES,
            new Publisher.Ports(tables, invalidator, prober),
            new Publisher.Machine(clock, ticker, new Random(7)));
    var books =
        new Session.Books(
            tables, tables, new InvalidationLog(invalidator, archive), distributions, metrics);
    this.session = new Session(connection(), books, publisher, prober, () -> WHO, () -> {});
  }

  /** A made-up company: two dozen in Atlas, in several scripts. */
  public static FakeSession company() {
    return company(new FastTicker());
  }

  /** The same, whose desk waits as this ticker does. */
  public static FakeSession company(Ticker ticker) {
    var company = new FakeSession(false, ticker);
    company.tables.put(new Roster("atlas", "Atlas", 42, Samples.atlas()));
    Samples.others().forEach(company.tables::put);
    return company;
  }

  public Session open() {
    return session;
  }

  public FakeTables tables() {
    return tables;
  }

  public FakeInvalidator invalidator() {
    return invalidator;
  }

  public FakeArchive archive() {
    return archive;
  }

  public FakeDistributions distributions() {
    return distributions;
  }

  public FakeMetrics metrics() {
    return metrics;
  }

  public FakeProber prober() {
    return prober;
  }

  public Roster roster(String projectId) {
    return tables.roster(projectId);
  }

  private Connection connection() {
    var key =
        new Connection.Key(
            new Connection.KeyAttribute("pk", new PathTemplate("PROJECT#{projectId}")), null);
    return new Connection(
        production ? "production" : "sandbox",
        production ? Connection.Environment.PRODUCTION : Connection.Environment.DEVELOPMENT,
        new Connection.Account(
            null, "us-east-1", production ? null : "sandbox", Connection.Endpoints.AWS),
        new Connection.Site(
            "E2SANDBOX",
            URI.create("http://127.0.0.1:8787"),
            URI.create("http://127.0.0.1:8788"),
            ROUTES,
            1),
        new Connection.MembersTable(
            "app",
            Connection.Layout.ITEM_PER_MEMBER,
            new Connection.Keys(key, key),
            new Connection.Attributes("name", null, "name", "email", "role", "version"),
            ROLES,
            new Connection.Indexes(null, null)),
        new Connection.JournalTable("journal", null));
  }

  /** Somebody else's change, which Frontdesk does not hear of. */
  public void changedByOthers(String projectId, RosterChange change) {
    tables.put(change.applyTo(roster(projectId)));
  }

  /** A change of Atlas that removes its first member, saved and nothing more. */
  public JournalEntry firstRemoved() {
    Roster seen = roster("atlas");
    List<Member> others = seen.members().subList(1, seen.members().size());
    return entry(seen, RosterChange.between(seen.members(), others), "", START);
  }

  /** A new entry, saved and nothing more. */
  public JournalEntry entry(Roster seen, RosterChange change, String reason, Instant at) {
    var preview = new Preview(StaleRoute.of(ROUTES, seen.projectId(), change, true));
    var step = JournalEntry.RosterStep.of(seen, change);
    return entry(JournalEntry.Kind.PUBLICATION, step, preview.stale(), reason, at);
  }

  /** A new purge of paths, wildcards or tags, saved and nothing more. */
  public JournalEntry purge(List<String> items, String reason, Instant at) {
    List<StaleRoute> stale =
        items.stream()
            .map(item ->
                new StaleRoute(
                    item, Strategy.INVALIDATE, List.of(InvalidationItem.parse(item)), false))
            .toList();
    return entry(JournalEntry.Kind.PURGE, null, stale, reason, at);
  }

  private JournalEntry entry(
      JournalEntry.Kind kind,
      JournalEntry.@Nullable RosterStep step,
      List<StaleRoute> stale,
      String reason,
      Instant at) {
    String id = EntryId.next(at.plusMillis(++entries), new Random(entries));
    List<RouteProgress> routes =
        stale.stream()
            .map(route ->
                new RouteProgress(
                    route.path(),
                    route.strategy(),
                    route.items().stream().map(item -> item.wire()).toList(),
                    route.ordered(),
                    State.SAVED))
            .toList();
    var batch =
        new Batch(
            "frontdesk-" + id,
            routes.stream().flatMap(route -> route.items().stream()).distinct().toList(),
            null,
            1,
            false,
            null);
    return new JournalEntry(
        new JournalEntry.About(id, kind, at, WHO, reason, null),
        step,
        new Progress(
            routes, List.of(batch), List.of(new Step(State.SAVED, at)), List.of(), null, false),
        new Lease(OTHER_DESK, 1));
  }

  /** The same entry, having come to {@code state} {@code after} its beginning. */
  public static JournalEntry moved(JournalEntry entry, State state, Duration after) {
    Progress old = entry.progress();
    Instant at = entry.about().at().plus(after);
    List<Step> steps = new ArrayList<>(old.steps());
    steps.add(new Step(state, at));
    boolean ended = state == State.FRESH || state == State.STALE || state == State.FAILED;
    List<RouteProgress> routes =
        old.routes().stream()
            .map(route ->
                new RouteProgress(
                    route.path(), route.strategy(), route.items(), route.ordered(), state))
            .toList();
    List<Batch> batches =
        old.batches().stream()
            .map(batch ->
                new Batch(
                    batch.reference(),
                    batch.items(),
                    "I3QX7B0ZT4LWMA",
                    batch.attempt(),
                    state != State.SUBMITTED,
                    null))
            .toList();
    List<Evidence> evidence =
        ended && state != State.FAILED
            ? List.of(evidence(entry, state == State.FRESH, at))
            : old.evidence();
    Progress.Trouble trouble =
        state == State.FAILED
            ? new Progress.Trouble(
                new Problem.Denied(
                    "CreateInvalidation",
                    "user/sandbox is not authorized to perform cloudfront:CreateInvalidation",
                    "4f2c9d1e-77aa"),
                at,
                null)
            : null;
    return new JournalEntry(
        entry.about(),
        entry.roster(),
        new Progress(
            routes,
            state == State.FAILED ? old.batches() : batches,
            steps,
            evidence,
            trouble,
            ended),
        entry.lease().moved());
  }

  private static Evidence evidence(JournalEntry entry, boolean fresh, Instant at) {
    JournalEntry.RosterStep step = entry.roster();
    long version = step == null ? 42 : step.versionAfter();
    long there = fresh ? version : version - 1;
    return new Evidence(
        at,
        entry.progress().routes().getFirst().path(),
        fresh ? Verdict.FRESH : Verdict.STALE,
        fresh ? "same" : "differs",
        new Evidence.Side(
            200,
            fresh ? "Miss from cloudfront" : "Hit from cloudfront",
            0L,
            "FRA56-P4",
            "\"v" + there + "-9c1e\"",
            "max-age=0, s-maxage=86400",
            there,
            24,
            38),
        new Evidence.Side(
            200,
            null,
            null,
            null,
            "\"v" + version + "-9c1e\"",
            "max-age=0, s-maxage=86400",
            version,
            24,
            21));
  }

  public static Member member(String id, String email, String name, String role) {
    return new Member(id, email, name, new Role(role));
  }
}
