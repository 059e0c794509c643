package dev.frontdesk.ui;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.publishing.StaleRoute;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import dev.frontdesk.publishing.Verdict;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.ui.session.HistoryEntry;
import dev.frontdesk.ui.session.Publishing;
import dev.frontdesk.ui.session.Workplace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection in memory. Its publications go on when a test says so. */
public final class FakeWorkplace implements RosterStore, Publishing {
  public static final Instant START = Instant.parse("2026-11-22T14:02:11.204Z");
  public static final Roles ROLES = Roles.of("owner", "admin", "editor", "viewer");

  private static final List<Route> ROUTES =
      List.of(
          new Route(
              new PathTemplate("/projects/{projectId}/members"),
              Strategy.INVALIDATE,
              null,
              false,
              false),
          new Route(
              new PathTemplate("/members/{memberId}/projects"),
              Strategy.INVALIDATE,
              new PathTemplate("member-{memberId}"),
              false,
              false));

  private final Map<String, Roster> rosters = new LinkedHashMap<>();
  private final List<HistoryEntry> history = new ArrayList<>();
  private final List<Consumer<JournalEntry>> listeners = new CopyOnWriteArrayList<>();
  private final boolean production;
  private int entries;
  private int rosterReads;
  public @Nullable Problem refusal;

  public FakeWorkplace(boolean production) {
    this.production = production;
  }

  /** A made-up company: two dozen in Atlas, in several scripts. */
  public static FakeWorkplace company() {
    var workplace = new FakeWorkplace(false);
    workplace.put(new Roster("atlas", "Atlas", 42, Samples.atlas()));
    Samples.others().forEach(workplace::put);
    return workplace;
  }

  public void put(Roster roster) {
    rosters.put(roster.projectId(), roster);
  }

  public Workplace open() {
    return new Workplace(
        connection(),
        this,
        this,
        limit -> history.stream().limit(limit).toList(),
        () -> "arn:aws:iam::000000000000:user/sandbox (amara@desk-07)",
        () -> {});
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

  // RosterStore

  @Override
  public List<Project> projects() {
    return rosters.values().stream()
        .map(roster ->
            new Project(
                roster.projectId(), roster.projectName(), OptionalInt.of(roster.members().size())))
        .toList();
  }

  @Override
  public int countMembers(String projectId) {
    return roster(projectId).members().size();
  }

  @Override
  public Roster roster(String projectId) {
    rosterReads++;
    return Optional.ofNullable(rosters.get(projectId))
        .orElseThrow(() -> new ProblemException(new Problem.Missing("project", projectId, null)));
  }

  public int rosterReads() {
    return rosterReads;
  }

  @Override
  public Optional<String> knownId(String email) {
    return rosters.values().stream()
        .flatMap(roster -> roster.memberByEmail(email).stream())
        .map(Member::id)
        .findFirst();
  }

  // Publishing

  @Override
  public Preview preview(String projectId, RosterChange change) {
    return new Preview(StaleRoute.of(ROUTES, projectId, change, true));
  }

  @Override
  public JournalEntry publish(Roster seen, RosterChange change, String reason) {
    Problem refused = refusal;
    if (refused != null) {
      throw new ProblemException(refused);
    }
    if (roster(seen.projectId()).version() != seen.version()) {
      throw new ProblemException(new Problem.Conflict(seen.projectName()));
    }
    put(change.applyTo(seen));
    JournalEntry entry = entry(seen, change, reason, START.plusSeconds(60L * entries));
    announce(entry);
    return entry;
  }

  @Override
  public JournalEntry retry(JournalEntry old) {
    var roster = java.util.Objects.requireNonNull(old.roster());
    Roster seen =
        new Roster(roster.projectId(), roster.projectName(), roster.versionBefore(), List.of());
    JournalEntry again =
        entry(seen, roster.change(), old.about().reason(), START.plusSeconds(3_600));
    announce(again);
    return again;
  }

  @Override
  public Subscription listen(Consumer<JournalEntry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public int listeners() {
    return listeners.size();
  }

  /** Says that an entry has moved, and keeps it in the history. */
  public void announce(JournalEntry entry) {
    history.removeIf(old -> old.id().equals(entry.id()));
    history.addFirst(new HistoryEntry.Recorded(entry));
    listeners.forEach(listener -> listener.accept(entry));
  }

  public void addForeign(Instant at, String path) {
    history.add(
        new HistoryEntry.Foreign(
            new Invalidation(
                "IFOREIGN" + at.getEpochSecond(), at, true, "console", List.of(path))));
  }

  /** Somebody else's change, which Frontdesk does not hear of. */
  public void changedByOthers(String projectId, RosterChange change) {
    put(change.applyTo(roster(projectId)));
  }

  /** A new entry, saved and nothing more. */
  public JournalEntry entry(Roster seen, RosterChange change, String reason, Instant at) {
    String id = "01ENTRY%05d".formatted(++entries);
    Preview preview = preview(seen.projectId(), change);
    var batch =
        new Batch(
            "frontdesk-" + id,
            preview.items().stream().map(item -> item.wire()).toList(),
            null,
            1,
            false);
    List<RouteProgress> routes =
        preview.stale().stream()
            .map(route ->
                new RouteProgress(
                    route.path(),
                    route.strategy(),
                    route.items().stream().map(item -> item.wire()).toList(),
                    route.ordered(),
                    State.SAVED))
            .toList();
    return new JournalEntry(
        new JournalEntry.About(
            id,
            JournalEntry.Kind.PUBLICATION,
            at,
            "arn:aws:iam::000000000000:user/sandbox (amara@desk-07)",
            reason,
            null),
        new JournalEntry.RosterStep(
            seen.projectId(), seen.projectName(), seen.version(), seen.version() + 1, change),
        new Progress(
            routes, List.of(batch), List.of(new Step(State.SAVED, at)), List.of(), null, false),
        new Lease("desk-07", 1));
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
                    state != State.SUBMITTED))
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
    long version = java.util.Objects.requireNonNull(entry.roster()).versionAfter();
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
