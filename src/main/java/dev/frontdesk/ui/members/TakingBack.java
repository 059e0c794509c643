package dev.frontdesk.ui.members;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.kit.Work;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A publication that is to be taken back as soon as its roster is there. */
final class TakingBack {
  private record Wanted(JournalEntry entry, String reason) {}

  private final Work work;
  private final RosterEditor editor;
  private final Pending pending;
  private final Consumer<Problem> trouble;
  private Optional<Wanted> wanted = Optional.empty();

  /**
   * @param trouble told what is in the way
   */
  TakingBack(Work work, RosterEditor editor, Pending pending, Consumer<Problem> trouble) {
    this.work = work;
    this.editor = editor;
    this.pending = pending;
    this.trouble = trouble;
  }

  /**
   * @param why the reason, where none is written yet
   */
  void want(JournalEntry entry, String why) {
    wanted = Optional.of(new Wanted(entry, why));
  }

  /** Another project's is not wanted any more. */
  void onlyIn(String projectId) {
    wanted = wanted.filter(one -> roster(one).projectId().equals(projectId));
  }

  /** Makes the pending change one that takes it back, where one is wanted and its roster there. */
  void begin() {
    Optional<Draft> draft = editor.draft().get();
    if (draft.isEmpty()) {
      return;
    }
    wanted.ifPresent(one -> begin(one, draft.get()));
  }

  private void begin(Wanted one, Draft draft) {
    wanted = Optional.empty();
    JournalEntry.RosterStep step = roster(one);
    work.run(
        () -> draft.takingBack(step.change()),
        back -> {
          if (editor.draft().get().filter(draft::equals).isEmpty()) {
            return; // edited meanwhile: what the admin does goes first
          }
          if (back.change().equals(draft.change())) {
            trouble.accept(
                new Problem.Invalid(
                    "take-back-needless", Long.toString(step.versionAfter()), step.projectName()));
            return;
          }
          pending.note(new Pending.Notes(back.dropped(), Optional.of(one.entry())));
          if (pending.reason().get().isBlank()) {
            pending.reason().set(one.reason());
          }
          editor.show(new Draft(draft.base(), back.change()));
        },
        trouble);
  }

  private static JournalEntry.RosterStep roster(Wanted one) {
    return Objects.requireNonNull(one.entry().roster());
  }
}
