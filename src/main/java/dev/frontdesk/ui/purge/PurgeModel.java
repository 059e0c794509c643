package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PurgeOffer;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.util.ArrayList;
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
  /** What was submitted, of which it is not known yet that the journal has it. */
  private record Sent(JournalEntry entry, String text, String reason) {}

  private final Session session;
  private final Work work;
  private final Plans plans;
  private final Purges purges;
  private final PickModel picks;
  private final StringProperty input = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<JournalEntry>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Obstacle>> obstacle =
      new ReadOnlyObjectWrapper<>(Optional.of(Obstacle.EMPTY));
  private boolean sending;

  /** Lines that were picked while something was on its way to the journal. */
  private final List<String> waiting = new ArrayList<>();

  private Optional<Sent> sent = Optional.empty();

  /** The last one that was submitted here. */
  private Optional<JournalEntry> mine = Optional.empty();

  PurgeModel(Session session, Work work, Now now, Locale locale) {
    this.session = session;
    this.work = work;
    this.plans = new Plans(session.purgePlanning(now.clock()), work, now);
    this.picks = new PickModel(session, work, now, locale);
    this.purges = new Purges(session, work, this::purgeMoved);
    input.subscribe(this::read);
    reason.subscribe(this::judge);
    plans.plan().subscribe(this::judge);
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
    return plans.ground();
  }

  /** What is pasted, read and planned. */
  ReadOnlyObjectProperty<Load<Planned>> plan() {
    return plans.plan();
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
    return plans.trouble();
  }

  /** Why nothing can be sent; empty where it can. */
  ReadOnlyObjectProperty<Optional<Obstacle>> obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  // Commands

  /** The page has come to the front. */
  void load() {
    purges.load();
    plans.look();
  }

  /** Somebody wants to see how everything is now, the distribution's set-up too. */
  void reload() {
    purges.load();
    plans.lookAtAll();
  }

  /** A moment has passed while the page is shown. */
  void tick() {
    plans.tick();
  }

  /** Takes an offer: rewrites what is pasted. */
  void take(PurgeOffer offer) {
    plans
        .current()
        .ifPresent(planned -> input.set(new PastedText(planned.text()).with(offer).text()));
  }

  /** Puts in the place of something wrong what was probably meant. */
  void use(PastedItem wrong, String instead) {
    plans
        .current()
        .ifPresent(planned ->
            input.set(new PastedText(planned.text()).with(planned.plan(), wrong, instead).text()));
  }

  /** Adds lines to what is pasted, once nothing of it is on its way to the journal. */
  void add(List<String> lines) {
    waiting.addAll(lines);
    addWaiting();
  }

  private void addWaiting() {
    if (!sending && !waiting.isEmpty()) {
      input.set(new PastedText(input.get()).plus(List.copyOf(waiting)).text());
      waiting.clear();
    }
  }

  /**
   * Begins anew with these items, of a purge that was. While something is on its way to the journal
   * they are added instead: it may come back, and nothing is to be lost.
   *
   * @param why its reason, where none is written yet
   */
  void fill(List<String> items, String why) {
    picks.close();
    if (sending) {
      waiting.addAll(items);
      return;
    }
    input.set(String.join("\n", items));
    if (reason.get().isBlank()) {
      reason.set(why);
    }
  }

  /** Adds the paths of a project or member. */
  void pick(PickModel.Choice choice) {
    boolean takesTags =
        ground()
            .get()
            .newest()
            .filter(there -> there.nothing().distribution().takesTags())
            .isPresent();
    picks.pick(choice, takesTags);
  }

  /**
   * Purges what this plan says, unless something stands in the way; it goes on by itself. Where
   * something else would be sent by now, nothing is.
   *
   * @param planned what the person has seen, and said yes to where they were asked
   */
  void submit(Planned planned) {
    work.requireUi();
    judge();
    Optional<Planned> now = plans.current();
    if (now.filter(planned::isTheSameAs).isEmpty()) {
      problem.set(Optional.of(new Problem.Invalid("purge-plan-moved")));
      return;
    }
    if (obstacle.get().isPresent()) {
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
          addWaiting();
        },
        told -> {
          sending = false;
          problem.set(Optional.of(told));
          addWaiting();
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
    plans.close();
    purges.close();
  }

  // What is pasted

  private void read(String text) {
    plans.read(text);
    judge();
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
    plans.moved();
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
    Planned planned = plans.current().orElse(null);
    if (planned == null) {
      return Obstacle.READING;
    }
    if (planned.plan().items().isEmpty()) {
      return planned.redundant() > 0 ? Obstacle.IN_PROGRESS : Obstacle.ALL_WRONG;
    }
    return reason.get().isBlank() ? Obstacle.NO_REASON : null;
  }
}
