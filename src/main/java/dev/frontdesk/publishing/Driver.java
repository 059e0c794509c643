package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.HeldEntry.LeaseLost;
import dev.frontdesk.publishing.HeldEntry.Unwritten;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Drives one entry to its end, a step at a time: does what is next, and writes what came of it.
 * What is next follows from the entry alone, so a driver can begin anywhere. It ends early when
 * another desk has taken over.
 */
final class Driver {
  /** A completion takes CloudFront 5 to 25 s: asked for soon, then less often. */
  private static final Duration FIRST_POLL = Duration.ofMillis(500);

  private static final Duration SLOWEST_POLL = Duration.ofSeconds(4);

  /** A third of the lease, so that two signs of life may be lost. */
  private static final Duration BEAT = Publisher.LEASE.dividedBy(3);

  private final Desktop desktop;
  private final HeldEntry held;
  private final Proof proof;
  private final Retries retries;
  private final Runnable wake;
  private final boolean isNew;
  private Duration poll = FIRST_POLL;

  /** By this desk's ticker, since when a proof waits for others' purges; null while none has. */
  private @Nullable Long disturbedSince;

  /**
   * Whether CloudFront may have taken the batch that is to be sent: no answer came, or a desk that
   * is gone may have sent it.
   */
  private boolean mayBeCreated;

  /** References that CloudFront was asked with: it may have acted before others were saved. */
  private final Set<String> tried = new HashSet<>();

  /**
   * @param entry with this desk's lease
   * @param isNew whether this desk has just written it, so that nothing of it was ever sent
   * @param wake called when it is worth to step again before the pause is over
   */
  Driver(JournalEntry entry, boolean isNew, Desktop desktop, Runnable wake) {
    this.held = new HeldEntry(entry, desktop);
    this.isNew = isNew;
    this.mayBeCreated = !isNew;
    this.desktop = desktop;
    this.wake = wake;
    this.proof = new Proof(desktop.ports().prober(), desktop.machine());
    this.retries = new Retries(desktop.machine());
  }

  JournalEntry entry() {
    return held.entry();
  }

  /**
   * Does the one thing that is next.
   *
   * @return how long to wait before the next step
   */
  Duration step() throws LeaseLost, InterruptedException {
    try {
      held.flush();
      Duration pause = advance();
      retries.succeeded();
      return pause;
    } catch (Unwritten e) {
      return outlast(e.problem);
    } catch (ProblemException e) {
      return meet(e.problem());
    }
  }

  /** When the next sign of life is due, by this desk's ticker. */
  long nextBeat() {
    return held.writtenAt() + BEAT.toNanos();
  }

  /** Shows the other desks that this one lives. */
  void beat() throws LeaseLost {
    try {
      held.flush();
      held.write(entry().beat());
    } catch (Unwritten e) {
      // Still pending: the next sign of life, or the next step, writes it. Not at once, though.
      held.forgive();
      desktop.news().accept(troubled(e.problem));
    }
  }

  /** Gives the lease back, so that the next desk need not wait for its end. */
  void release() throws LeaseLost {
    try {
      held.flush();
      held.write(entry().released());
    } catch (Unwritten e) {
      desktop.news().accept(entry().with(entry().progress().delayed(e.problem, now(), null)));
    }
  }

  /** Takes what it has in line out of it. */
  void leave() {
    entry().progress().batches().forEach(desktop.queue()::leave);
  }

  private Duration advance() throws LeaseLost, Unwritten, InterruptedException {
    Progress progress = entry().progress();
    Optional<Batch> unsent = progress.unsent();
    Optional<Batch> underWay = progress.underWay();
    if (entry().isSaving()) {
      return save();
    }
    if (unsent.isPresent()) {
      return submit(unsent.get());
    }
    return underWay.isPresent() ? poll(underWay.get()) : prove();
  }

  /** Without signs of life meanwhile: each would be a revision that makes the part a conflict. */
  private Duration save() throws LeaseLost {
    try {
      held.written(ports().journal().saveNext(entry(), now()));
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Conflict) {
        throw new LeaseLost();
      }
      throw e;
    }
    return Duration.ZERO;
  }

  private Duration submit(Batch batch) throws LeaseLost, Unwritten, InterruptedException {
    if (batch.carrier() != null) {
      return besideOthers(follow(batch, batch.carrier()));
    }
    boolean neverSent = isNew && batch.attempt() == 1 && !tried.contains(batch.reference());
    return switch (desktop.queue().ask(batch, neverSent, wake)) {
      case PurgeQueue.Turn.Go() -> send(batch);
      case PurgeQueue.Turn.Wait(int place, String reason, Duration pause) -> {
        queue(new Problem.QuotaFull(place, reason, null), pause);
        yield besideOthers(pause);
      }
      case PurgeQueue.Turn.Carried(String carrier) -> {
        held.write(entry().with(entry().progress().carried(batch, carrier)));
        yield Duration.ZERO;
      }
    };
  }

  /** While one batch waits, the end of another is seen: it may make the room that is waited for. */
  private Duration besideOthers(Duration pause) throws LeaseLost, Unwritten, InterruptedException {
    Optional<Batch> underWay = entry().progress().underWay();
    return underWay.isPresent() && !pause.isZero() ? shorter(poll(underWay.get()), pause) : pause;
  }

  private Duration send(Batch batch) throws LeaseLost, Unwritten, InterruptedException {
    List<InvalidationItem> items = batch.items().stream().map(InvalidationItem::parse).toList();
    tried.add(batch.reference());
    try {
      Invalidation made = alive(() -> ports().invalidator().create(batch.reference(), items));
      desktop.queue().sent(batch);
      mayBeCreated = false;
      poll = FIRST_POLL;
      held.write(entry().with(entry().progress().submitted(batch, made.id(), now())));
      return Duration.ZERO;
    } catch (ProblemException e) {
      mayBeCreated = mayBeCreated || e.problem() instanceof Problem.UnknownOutcome;
      return switch (e.problem()) {
        case Problem.QuotaFull full -> {
          desktop.queue().refused(batch, full);
          yield Duration.ZERO; // its place in line is told by the next step
        }
        case Problem.TooLarge _ when batch.items().size() > 1 -> {
          desktop.queue().leave(batch);
          held.write(entry().with(entry().progress().split(batch, halves(batch))));
          yield Duration.ZERO;
        }
        default -> throw e;
      };
    }
  }

  private List<Batch> halves(Batch batch) {
    int middle = batch.items().size() / 2;
    int last = entry().progress().batches().size();
    return List.of(
        Batch.unsent(entry().id(), last + 1, batch.attempt(), batch.items().subList(0, middle)),
        Batch.unsent(
            entry().id(),
            last + 2,
            batch.attempt(),
            batch.items().subList(middle, batch.items().size())));
  }

  /** Told once, and again where the place in line has changed. */
  private void queue(Problem.QuotaFull full, Duration pause) throws LeaseLost, Unwritten {
    var trouble = entry().progress().trouble();
    if (trouble == null || !trouble.problem().equals(full)) {
      Instant now = now();
      // Where it is our own purges that are in the way, no try is needed to know when they are not.
      Instant nextTry = full.detail().isEmpty() ? null : now.plus(pause);
      held.write(entry().with(entry().progress().queued(full, now, nextTry)));
    }
  }

  /** Another entry's batch does this one's work: what becomes of that is in its entry. */
  private Duration follow(Batch batch, String carrier) throws LeaseLost, Unwritten {
    Optional<JournalEntry> other = ports().journal().read(Batch.entryOf(carrier));
    Optional<Batch> carrying =
        other.flatMap(there ->
            there.progress().batches().stream()
                .filter(each -> each.reference().equals(carrier))
                .findFirst());
    String id = carrying.map(Batch::invalidationId).orElse(null);
    boolean isLost =
        carrying.isEmpty() || (id == null && (carrying.get().completed() || !other.get().isOpen()));
    if (id != null) {
      poll = FIRST_POLL;
      held.write(entry().with(entry().progress().submitted(batch, id, now())));
      return Duration.ZERO;
    }
    if (isLost) {
      held.write(entry().with(entry().progress().carried(batch, null)));
      return Duration.ZERO;
    }
    String further = carrying.get().carrier();
    if (further != null) {
      held.write(entry().with(entry().progress().carried(batch, further)));
      return Duration.ZERO;
    }
    if (isTroubled()) {
      held.write(entry().with(entry().progress().clear()));
    }
    return nextPoll();
  }

  private Duration nextPoll() {
    Duration pause = poll;
    poll = shorter(poll.multipliedBy(3).dividedBy(2), SLOWEST_POLL);
    return pause;
  }

  private Duration poll(Batch batch) throws LeaseLost, Unwritten, InterruptedException {
    String id = Objects.requireNonNull(batch.invalidationId());
    if (batch.carrier() == null) {
      desktop.queue().sent(batch);
    }
    if (alive(() -> ports().invalidator().get(id)).completed()) {
      desktop.queue().completed(batch);
      poll = FIRST_POLL;
      held.write(entry().with(entry().progress().completed(batch, now())));
      return Duration.ZERO;
    }
    if (isTroubled()) {
      held.write(entry().with(entry().progress().clear()));
    }
    return nextPoll();
  }

  /** Being in line is no trouble that an answer to another batch ends. */
  private boolean isTroubled() {
    var trouble = entry().progress().trouble();
    return trouble != null && !(trouble.problem() instanceof Problem.QuotaFull);
  }

  private Duration prove() throws LeaseLost, Unwritten, InterruptedException {
    if (!ports().prober().canProbe()) {
      held.write(entry().with(entry().progress().end()));
      return Duration.ZERO;
    }
    Proof.Outcome outcome = alive(() -> proof.of(entry()));
    if (!outcome.stale().isEmpty() && isDisturbed(outcome.stale())) {
      return nextPoll();
    }
    held.write(entry().with(outcome.conclude(entry(), now())));
    return Duration.ZERO;
  }

  /**
   * Whether another entry's purge of one of these paths is still to be carried out: until then the
   * edge may be old for a change that came after this one, and proves nothing against it. Nobody
   * waits for the other's proof, so no two wait for each other.
   */
  private boolean isDisturbed(Set<String> paths) throws LeaseLost, InterruptedException {
    long nanos = desktop.machine().ticker().nanos();
    if (disturbedSince == null) {
      disturbedSince = nanos;
    }
    return nanos - disturbedSince < Retries.BUDGET.toNanos()
        && alive(() -> ports().journal().open()).stream()
            .filter(other -> !other.id().equals(entry().id()))
            .flatMap(other -> other.progress().routes().stream())
            .anyMatch(route -> route.isUnfinished() && paths.contains(route.path()));
  }

  /** Calls, and shows the other desks meanwhile that this one lives. */
  private <T> T alive(Callable<T> call) throws LeaseLost, InterruptedException {
    var task = new FutureTask<>(call);
    desktop.calls().execute(task);
    while (true) {
      try {
        return task.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        beat();
      } catch (ExecutionException e) {
        throw ProblemException.thrownIn(e);
      }
    }
  }

  /** What CloudFront or the tables have against it. */
  private Duration meet(Problem problem) throws LeaseLost {
    try {
      if (!problem.passes() && !mayBeMended(problem)) {
        leave();
        held.write(entry().with(entry().progress().failed(problem, now())));
        return Duration.ZERO;
      }
      Duration pause = retries.failed();
      held.write(troubled(problem));
      return pause;
    } catch (Unwritten e) {
      return outlast(e.problem);
    }
  }

  /** Without a journal nothing may go on; the trouble is shown from memory meanwhile. */
  private Duration outlast(Problem problem) {
    Duration pause = retries.failed();
    desktop.news().accept(troubled(problem));
    return pause;
  }

  private JournalEntry troubled(Problem problem) {
    return entry().with(retries.troubled(entry().progress(), problem));
  }

  /**
   * Credentials run out in the middle of a day's work, and signing in again is all it takes. Where
   * we may not ask after a batch that CloudFront has, or may have, it is carried out all the same,
   * and a change that is half in the tables must come in whole: nobody may call these failed.
   */
  private boolean mayBeMended(Problem problem) {
    Progress progress = entry().progress();
    boolean isOnItsWay = progress.unsent().isEmpty() && progress.underWay().isPresent();
    return problem instanceof Problem.NoCredentials
        || entry().isSaving()
        || (problem instanceof Problem.Denied && (isOnItsWay || mayBeCreated));
  }

  private Publisher.Ports ports() {
    return desktop.ports();
  }

  private Instant now() {
    return desktop.machine().time().instant();
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
