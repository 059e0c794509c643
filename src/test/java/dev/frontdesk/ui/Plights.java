package dev.frontdesk.ui;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.Progress.Trouble;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.publishing.Saving;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import dev.frontdesk.publishing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may become of an entry on its way, made from one that is saved and nothing more. */
public final class Plights {
  private Plights() {}

  /** A large change of which so many parts are in the tables. */
  public static JournalEntry saving(JournalEntry saved, int done, int of, String... skipped) {
    Progress progress = saved.progress();
    return with(
        saved,
        new Saving(done, of, List.of(skipped)),
        progress(
            progress,
            State.SAVING,
            progress.batches(),
            List.of(new Step(State.SAVING, saved.about().at())),
            progress.evidence(),
            null,
            false));
  }

  /** As it was when it had just been saved. */
  public static JournalEntry anew(JournalEntry entry) {
    Progress progress = entry.progress();
    List<Batch> batches =
        progress.batches().stream()
            .map(batch -> new Batch(batch.reference(), batch.items(), null, 1, false, null))
            .toList();
    return with(
        entry,
        progress(
            progress,
            State.SAVED,
            batches,
            List.of(new Step(State.SAVED, entry.about().at())),
            List.of(),
            null,
            false));
  }

  /** The last part is in the tables, too. */
  public static JournalEntry saved(JournalEntry saving, int of) {
    Progress progress = saving.progress();
    List<String> skipped = Objects.requireNonNull(saving.roster()).saving().skipped();
    return with(
        saving,
        new Saving(of, of, skipped),
        progress(
            progress,
            State.SAVED,
            progress.batches(),
            plus(progress.steps(), State.SAVED, saving.about().at().plusSeconds(4)),
            List.of(),
            null,
            false));
  }

  /** In line before CloudFront's quota. */
  public static JournalEntry queued(JournalEntry saved, int place, Instant next) {
    return waiting(
        saved,
        State.QUEUED,
        new Problem.QuotaFull(place, "Processing your request will cause you to exceed 3000", null),
        next);
  }

  /** Something else keeps it from moving on. */
  public static JournalEntry waiting(
      JournalEntry entry, State state, Problem problem, Instant next) {
    Progress progress = entry.progress();
    Instant at = entry.about().at().plusSeconds(1);
    return with(
        entry,
        progress(
            progress,
            state,
            progress.batches(),
            plus(progress.steps(), state, at),
            progress.evidence(),
            new Trouble(problem, at, next),
            false));
  }

  /** Nobody knows whether it was saved. */
  public static JournalEntry unsure(JournalEntry entry, Instant next) {
    Progress progress = entry.progress();
    Instant at = entry.about().at();
    return with(
        entry,
        progress(
            progress,
            State.UNKNOWN,
            progress.batches(),
            List.of(new Step(State.UNKNOWN, at)),
            List.of(),
            new Trouble(
                new Problem.UnknownOutcome("TransactWriteItems", "connection reset"), at, next),
            false));
  }

  /** It is known by now that it was not saved. */
  public static JournalEntry neverSaved(JournalEntry entry, Problem problem) {
    Progress progress = entry.progress();
    Instant at = entry.about().at().plusSeconds(2);
    return with(
        entry,
        progress(
            progress,
            State.FAILED,
            progress.batches(),
            List.of(new Step(State.FAILED, at)),
            List.of(),
            new Trouble(problem, at, null),
            true));
  }

  /** Sent with another entry. */
  public static JournalEntry joined(JournalEntry saved, String carrierId) {
    Progress progress = saved.progress();
    List<Batch> batches =
        progress.batches().stream()
            .map(batch ->
                new Batch(
                    batch.reference(),
                    batch.items(),
                    null,
                    1,
                    false,
                    "frontdesk-" + carrierId + "-1-1"))
            .toList();
    return with(
        saved,
        progress(
            progress, State.SAVED, batches, progress.steps(), progress.evidence(), null, false));
  }

  /** The first purge lost the race; the second has come to {@code state}, and that is its end. */
  public static JournalEntry purgedAgain(JournalEntry stale, State state) {
    Progress progress = stale.progress();
    List<Batch> batches = new ArrayList<>(progress.batches());
    boolean isDone = state == State.FRESH || state == State.STALE;
    batches.add(
        new Batch(
            "frontdesk-" + stale.id() + "-2-2",
            batches.getFirst().items(),
            "I8RW2M5KXC1YQA",
            2,
            isDone,
            null));
    Instant at = progress.steps().getLast().at();
    List<Step> steps = plus(progress.steps(), State.SUBMITTED, at.plusMillis(402));
    List<Evidence> evidence = new ArrayList<>(progress.evidence());
    if (isDone) {
      steps = plus(steps, State.COMPLETED, at.plusMillis(13_920));
      Instant end = at.plusMillis(14_010);
      steps = plus(steps, state, end);
      evidence.add(seen(progress.evidence().getLast(), state == State.FRESH, end));
    }
    return with(stale, progress(progress, state, batches, steps, evidence, null, isDone));
  }

  private static Evidence seen(Evidence before, boolean fresh, Instant at) {
    return new Evidence(
        at,
        before.path(),
        fresh ? Verdict.FRESH : Verdict.STALE,
        fresh ? "same" : "differs",
        fresh ? before.origin() : before.edge(),
        before.origin());
  }

  /** Completed, and no probe is possible. */
  public static JournalEntry unproved(JournalEntry completed) {
    Progress progress = completed.progress();
    return with(
        completed,
        progress(
            progress,
            State.COMPLETED,
            progress.batches(),
            progress.steps(),
            List.of(),
            null,
            true));
  }

  /** Completed, and the edge gives the document to nobody who is not logged in. */
  public static JournalEntry edgeWantsLogin(JournalEntry completed) {
    Progress progress = completed.progress();
    Instant at = progress.steps().getLast().at().plus(Duration.ofMillis(120));
    var side =
        new Evidence.Side(
            403, "Error from cloudfront", null, "FRA56-P4", null, null, null, null, 31);
    var evidence =
        new Evidence(
            at,
            progress.routes().getFirst().path(),
            Verdict.INCOMPARABLE,
            "edge-refuses",
            side,
            new Evidence.Side(200, null, null, null, null, null, 43L, 24, 21));
    return with(
        completed,
        progress(
            progress,
            State.COMPLETED,
            progress.batches(),
            progress.steps(),
            List.of(evidence),
            null,
            true));
  }

  /** Driven by this desk, or that. */
  public static JournalEntry by(String desk, JournalEntry entry) {
    return new JournalEntry(
        entry.about(),
        entry.roster(),
        entry.progress(),
        new Lease(desk, entry.lease().counter() + 1));
  }

  /** Ten thousand more in a project. */
  public static RosterChange large(Roster seen, int size) {
    List<Member> members = new ArrayList<>(seen.members());
    for (int i = 0; i < size; i++) {
      members.add(
          FakeSession.member("n" + i, "new" + i + "@acme.example", "New Colleague " + i, "viewer"));
    }
    return RosterChange.between(seen.members(), members);
  }

  private static List<Step> plus(List<Step> steps, State state, Instant at) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(state, at));
    return more;
  }

  private static Progress progress(
      Progress of,
      State state,
      List<Batch> batches,
      List<Step> steps,
      List<Evidence> evidence,
      @Nullable Trouble trouble,
      boolean ended) {
    List<RouteProgress> routes =
        of.routes().stream()
            .map(route ->
                new RouteProgress(
                    route.path(), route.strategy(), route.items(), route.ordered(), state))
            .toList();
    return new Progress(routes, batches, steps, evidence, trouble, ended);
  }

  private static JournalEntry with(JournalEntry entry, Progress progress) {
    return new JournalEntry(entry.about(), entry.roster(), progress, entry.lease().moved());
  }

  private static JournalEntry with(JournalEntry entry, Saving saving, Progress progress) {
    var step = Objects.requireNonNull(entry.roster());
    return new JournalEntry(
        entry.about(),
        new JournalEntry.RosterStep(
            step.projectId(),
            step.projectName(),
            step.versionBefore(),
            step.versionAfter(),
            step.change(),
            saving),
        progress,
        entry.lease().moved());
  }
}
