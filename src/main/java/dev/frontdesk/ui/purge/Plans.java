package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgeReader;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.PurgePlanning;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Plans of what is pasted, each on what is known of CloudFront at the time. */
final class Plans {
  /** How often quota and month are asked for while the page is shown. */
  private static final Duration REFRESH = Ground.FRESH.dividedBy(2);

  private final PurgePlanning planning;
  private final Work work;
  private final Now now;
  private final Loader<Ground> ground;
  private final ReadOnlyObjectWrapper<Load<Planned>> plan =
      new ReadOnlyObjectWrapper<>(new Load.Idle<>());
  private final ReadOnlyObjectWrapper<Optional<Problem>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private String text = "";
  private Optional<Ground> known = Optional.empty();
  private Instant asked = Instant.MIN;

  /** Whether another plan has to be made after the one that is being made. */
  private boolean makingAgain;

  Plans(PurgePlanning planning, Work work, Now now) {
    this.planning = planning;
    this.work = work;
    this.now = now;
    this.ground = new Loader<>(work, now.clock());
    ground.state().subscribe(this::groundCame);
  }

  // Properties

  /** How things stand at CloudFront. */
  ReadOnlyObjectProperty<Load<Ground>> ground() {
    return ground.state();
  }

  /** What is pasted, read and planned. */
  ReadOnlyObjectProperty<Load<Planned>> plan() {
    return plan.getReadOnlyProperty();
  }

  /** What kept CloudFront and the journal from telling how things stand when last asked. */
  ReadOnlyObjectProperty<Optional<Problem>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /**
   * The plan of what is pasted, and of nothing older, provided that what it takes to be in progress
   * still is; how much room there is may have changed a little.
   */
  Optional<Planned> current() {
    return plan.get()
        .newest()
        .filter(planned -> planned.text().equals(text) && !hasLapsed(planned));
  }

  /** Whether it leaves out what was in progress so long ago that it may have ended. */
  private boolean hasLapsed(Planned planned) {
    Instant time = now.clock().instant();
    return planned.standing().isKnown() && known.filter(there -> there.isFresh(time)).isEmpty();
  }

  // Commands

  /** Asks how things stand. */
  void look() {
    look(this::ask);
  }

  /** The same, and how the distribution is set up, which is kept for minutes otherwise. */
  void lookAtAll() {
    look(() -> {
      planning.forget();
      return ask();
    });
  }

  private void look(Callable<Ground> asking) {
    asked = now.clock().instant();
    ground.load(asking);
    planAfresh();
  }

  /** A moment has passed while the page is shown. */
  void tick() {
    if (!ground.get().isLoading() && !now.clock().instant().isBefore(asked.plus(REFRESH))) {
      look();
    }
    planAfresh();
  }

  /** What is in progress is another now: the next moment asks. */
  void moved() {
    asked = Instant.MIN;
  }

  /** From now on this is what is pasted. */
  void read(String pasted) {
    text = pasted;
    make();
  }

  /** What is still on its way is dropped. */
  void close() {
    ground.forget();
    known = Optional.empty();
    plan.set(new Load.Idle<>());
  }

  // How things stand

  /** Where only quota and month cannot be had, what is pasted can be read all the same. */
  private Ground ask() {
    PurgeReader reader = planning.reader();
    PurgeCircumstances nothing = planning.nothingInProgress();
    try {
      return new Ground(reader, nothing, Optional.of(planning.circumstances()), Optional.empty());
    } catch (ProblemException e) {
      return new Ground(reader, nothing, Optional.empty(), Optional.of(e.problem()));
    }
  }

  private void groundCame(Load<Ground> load) {
    switch (load) {
      case Load.Idle<Ground> _, Load.Loading<Ground> _ -> {}
      case Load.Failed<Ground>(Problem told, var _) -> {
        known = known.map(there -> there.troubled(told));
        trouble.set(Optional.of(told));
        make();
      }
      case Load.Loaded<Ground>(Ground told, var _) -> {
        known = Optional.of(told.after(known));
        trouble.set(told.trouble());
        make();
      }
    }
  }

  // Planning

  private void planAfresh() {
    if (plan.get().newest().filter(this::hasLapsed).isPresent() && !plan.get().isLoading()) {
      make();
    }
  }

  /** One plan at a time: however much is typed meanwhile, one more is made after it. */
  private void make() {
    if (plan.get().isLoading()) {
      makingAgain = true;
    } else {
      known.ifPresent(this::make);
    }
  }

  private void make(Ground there) {
    String pasted = text;
    Instant time = now.clock().instant();
    plan.set(new Load.Loading<>(plan.get().newest()));
    work.run(
        () -> there.plan(pasted, time),
        planned -> made(new Load.Loaded<>(planned, now.clock().instant())),
        bug -> made(new Load.Failed<>(bug, plan.get().newest())));
  }

  private void made(Load<Planned> next) {
    if (!plan.get().isLoading()) {
      return; // closed meanwhile
    }
    plan.set(next);
    if (makingAgain) {
      makingAgain = false;
      make();
    }
  }
}
