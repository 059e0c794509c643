package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgeOffer;
import dev.frontdesk.invalidation.PurgeReader;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.PurgePlanning;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Purge page without its nodes: what was pasted is read and planned at once, and what is
 * submitted goes on by itself.
 */
final class PurgeModel {
  /** How often quota and month are asked for while the page is shown. */
  private static final Duration REFRESH = Duration.ofSeconds(10);

  /** What was submitted, of which it is not known yet that the journal has it. */
  private record Sent(JournalEntry entry, String text, String reason) {}

  private final Session session;
  private final Work work;
  private final Now now;
  private final PurgePlanning planning;
  private final Loader<Ground> ground;
  private final Loader<Planned> plan;
  private final Purges purges;
  private final PickModel picks;
  private final StringProperty input = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<JournalEntry>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Obstacle>> obstacle =
      new ReadOnlyObjectWrapper<>(Optional.of(Obstacle.EMPTY));
  private Optional<Ground> known = Optional.empty();
  private Instant asked = Instant.MIN;
  private boolean sending;
  private Optional<Sent> sent = Optional.empty();

  /** The last one that was submitted here. */
  private Optional<JournalEntry> mine = Optional.empty();

  PurgeModel(Session session, Work work, Now now, Locale locale) {
    this.session = session;
    this.work = work;
    this.now = now;
    this.planning = session.purgePlanning(now.clock());
    this.ground = new Loader<>(work, now.clock());
    this.plan = new Loader<>(work, now.clock());
    this.picks = new PickModel(session, work, now, locale);
    this.purges = new Purges(session, work, this::purgeMoved);
    ground.state().subscribe(this::groundCame);
    input.subscribe(this::read);
    reason.subscribe(this::judge);
    plan.state().subscribe(this::judge);
    purges.recent().subscribe(this::showEntry);
    picks.lines().subscribe(this::picked);
  }

  // Properties

  /** What is pasted, lines of it. */
  StringProperty input() {
    return input;
  }

  StringProperty reason() {
    return reason;
  }

  /** How things stand at CloudFront. */
  ReadOnlyObjectProperty<Load<Ground>> ground() {
    return ground.state();
  }

  /** What is pasted, read and planned. */
  ReadOnlyObjectProperty<Load<Planned>> plan() {
    return plan.state();
  }

  Purges purges() {
    return purges;
  }

  PickModel picks() {
    return picks;
  }

  /** The purge that was submitted here last, else the newest by anybody. */
  ReadOnlyObjectProperty<Optional<JournalEntry>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** What a command came upon, until it is dealt with. */
  ReadOnlyObjectProperty<Optional<Problem>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** What kept CloudFront and the journal from telling how things stand when last asked. */
  ReadOnlyObjectProperty<Optional<Problem>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /** Why nothing can be sent; empty where it can. */
  ReadOnlyObjectProperty<Optional<Obstacle>> obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  // Commands

  /** The page has come to the front. */
  void load() {
    purges.load();
    look();
  }

  /** A moment has passed while the page is shown. */
  void tick() {
    if (!ground.get().isLoading() && !now.clock().instant().isBefore(asked.plus(REFRESH))) {
      look();
    }
  }

  /** Takes an offer: rewrites what is pasted. */
  void take(PurgeOffer offer) {
    current().ifPresent(planned -> input.set(new PastedText(planned.text()).with(offer).text()));
  }

  /** Puts in the place of something wrong what was probably meant. */
  void use(PastedItem wrong, String instead) {
    current()
        .ifPresent(planned ->
            input.set(new PastedText(planned.text()).with(planned.plan(), wrong, instead).text()));
  }

  /** Adds lines to what is pasted. */
  void add(List<String> lines) {
    if (!sending) {
      input.set(new PastedText(input.get()).plus(lines).text());
    }
  }

  /**
   * Begins anew with these items, of a purge that was.
   *
   * @param why its reason, where none is written yet
   */
  void fill(List<String> items, String why) {
    if (sending) {
      return;
    }
    picks.close();
    input.set(String.join("\n", items));
    if (reason.get().isBlank()) {
      reason.set(why);
    }
  }

  /** Adds the paths of a project or member. */
  void pick(PickModel.Choice choice) {
    boolean takesTags =
        ground
            .get()
            .newest()
            .filter(there -> there.circumstances().distribution().takesTags())
            .isPresent();
    picks.pick(choice, takesTags);
  }

  /** Purges what the plan says, unless something stands in the way; it goes on by itself. */
  void submit() {
    work.requireUi();
    Planned planned = current().orElse(null);
    if (planned == null || obstacle.get().isPresent()) {
      return;
    }
    String why = reason.get().strip();
    sending = true;
    problem.set(Optional.empty());
    judge();
    work.run(
        () -> session.publisher().purge(planned.plan(), why),
        entry -> {
          sending = false;
          sent = Optional.of(new Sent(entry, planned.text(), why));
          mine = Optional.of(entry);
          purges.heard(entry);
          settle(purges.newest(entry));
        },
        told -> {
          sending = false;
          problem.set(Optional.of(told));
          judge();
        });
  }

  /** Tries a purge that failed, or left the edge stale, once more. */
  void retry(JournalEntry old) {
    if (EntryFacts.canRetry(old)) {
      work.run(
          () -> session.publisher().retry(old),
          entry -> {
            mine = Optional.of(entry);
            purges.heard(entry);
            showEntry();
          },
          told -> problem.set(Optional.of(told)));
    }
  }

  /** Tries at once what a purge waits to try. */
  void tryNow(JournalEntry entry) {
    session.publisher().tryNow(entry.id());
  }

  void dismissProblem() {
    problem.set(Optional.empty());
  }

  /** What is still on its way is dropped. */
  void close() {
    ground.forget();
    plan.forget();
    purges.close();
  }

  // Reading and planning

  private void look() {
    asked = now.clock().instant();
    ground.load(this::ask);
  }

  /** Where only quota and month cannot be had, what is pasted can be read all the same. */
  private Ground ask() {
    PurgeReader reader = planning.reader();
    try {
      return new Ground(reader, planning.circumstances(), true, Optional.empty());
    } catch (ProblemException e) {
      PurgeCircumstances assumed = planning.nothingInProgress();
      return new Ground(reader, assumed, false, Optional.of(e.problem()));
    }
  }

  private void groundCame(Load<Ground> load) {
    switch (load) {
      case Load.Idle<Ground> _, Load.Loading<Ground> _ -> {}
      case Load.Failed<Ground>(Problem told, var _) -> trouble.set(Optional.of(told));
      case Load.Loaded<Ground>(Ground told, var _) -> {
        known = Optional.of(told.after(known));
        trouble.set(told.trouble());
        read();
      }
    }
  }

  private void read() {
    String text = input.get();
    known.ifPresent(there -> plan.load(() -> there.plan(text)));
    judge();
  }

  /** The plan of what is in the input, and of nothing older; its circumstances may be. */
  private Optional<Planned> current() {
    return plan.get().newest().filter(planned -> planned.text().equals(input.get()));
  }

  private void picked(Load<List<String>> load) {
    if (load instanceof Load.Loaded<List<String>>(var lines, var _)) {
      add(lines);
      picks.close();
    }
    load.trouble().ifPresent(told -> problem.set(Optional.of(told)));
  }

  // What was submitted

  private void purgeMoved(JournalEntry entry) {
    // What is in progress is another now.
    asked = Instant.MIN;
    settle(entry);
  }

  /** What was sent is known to be in the journal, or not to be. */
  private void settle(JournalEntry entry) {
    Sent waiting = sent.filter(each -> each.entry().id().equals(entry.id())).orElse(null);
    if (waiting != null && EntryFacts.isSaved(entry)) {
      sent = Optional.empty();
      // Only what was sent: somebody may have gone on writing while it was not known.
      if (input.get().equals(waiting.text())) {
        input.set("");
      }
      if (reason.get().strip().equals(waiting.reason())) {
        reason.set("");
      }
    } else if (waiting != null && !entry.isOpen()) {
      sent = Optional.empty();
      var trouble = entry.progress().trouble();
      problem.set(Optional.of(trouble == null ? new Problem.Unsaved() : trouble.problem()));
    }
    judge();
    showEntry();
  }

  private void showEntry() {
    shown.set(mine.map(purges::newest).or(() -> purges.recent().get().stream().findFirst()));
  }

  // What stands in the way

  private void judge() {
    obstacle.set(Optional.ofNullable(findObstacle()));
  }

  private @Nullable Obstacle findObstacle() {
    if (sending) {
      return Obstacle.SAVING;
    }
    if (input.get().isBlank()) {
      return Obstacle.EMPTY;
    }
    if (sent.filter(each -> each.text().equals(input.get())).isPresent()) {
      return Obstacle.UNKNOWN;
    }
    Planned planned = current().orElse(null);
    if (planned == null) {
      return Obstacle.READING;
    }
    if (planned.plan().items().isEmpty()) {
      return planned.redundant() > 0 ? Obstacle.IN_PROGRESS : Obstacle.ALL_WRONG;
    }
    return reason.get().isBlank() ? Obstacle.NO_REASON : null;
  }
}
