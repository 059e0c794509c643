package dev.frontdesk.ui.members;

import dev.frontdesk.members.Project;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/**
 * The Members page without its nodes: projects, the roster being edited, and the publication that
 * brings it to its readers.
 */
final class MembersModel {
  private final Session session;
  private final Work work;
  private final RosterEditor editor;
  private final ProjectsModel projects;
  private final ImportModel imports;
  private final Publications publications;
  private final Outbox outbox;
  private final Pending pending;
  private final TakingBack takingBack;
  private final ReadOnlyObjectWrapper<Optional<Project>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<JournalEntry>> publication =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Conflict>> conflict =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();

  /** Whether what is told beside is yet to be read. */
  private boolean behind;

  MembersModel(Session session, Work work, Now now, Locale locale) {
    this.session = session;
    this.work = work;
    this.editor = new RosterEditor(session, work, now, locale);
    this.pending = new Pending(editor);
    this.takingBack = new TakingBack(work, editor, pending, this::tell);
    this.projects = new ProjectsModel(session, work, now, locale);
    this.imports = new ImportModel(session, editor, work, now);
    projects.all().subscribe(this::projectsCame);
    editor.roster().subscribe(this::rosterCame);
    this.outbox = new Outbox(session, work, locale, new OutboxListener());
    this.publications = new Publications(session, work, now.clock(), this::publicationMoved);
  }

  // Properties

  RosterEditor editor() {
    return editor;
  }

  ProjectsModel projects() {
    return projects;
  }

  ImportModel imports() {
    return imports;
  }

  ReadOnlyObjectProperty<Optional<Project>> project() {
    return project.getReadOnlyProperty();
  }

  StringProperty reason() {
    return pending.reason();
  }

  /** What is on its way to the tables, else the newest publication of the project. */
  ReadOnlyObjectProperty<Optional<JournalEntry>> publication() {
    return publication.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Conflict>> conflict() {
    return conflict.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Pending.Notes> notes() {
    return pending.notes();
  }

  /** What keeps the page from its work, until it is dealt with. */
  ReadOnlyObjectProperty<Optional<Problem>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the change is on its way to the tables, or nobody knows yet whether it is there. */
  ReadOnlyBooleanProperty saving() {
    return saving.getReadOnlyProperty();
  }

  /** Whether a project other than the one shown has a change that is not published. */
  boolean isKept(String projectId) {
    return pending.isKept(projectId);
  }

  // Commands

  /** Reads the projects, and behind them and the open one's roster what is told beside. */
  void load() {
    behind = true;
    projects.load();
  }

  /**
   * Counts the members of each project and reads what the journal knows of publications, once what
   * somebody waits for is there or will not come.
   */
  private void readBehind() {
    boolean opens = project.get().isEmpty() && !projects.shown().get().isEmpty();
    boolean awaited = projects.all().get().isLoading() || editor.roster().get().isLoading();
    if (behind && !awaited && !opens) {
      behind = false;
      work.behind(publications::load);
      work.behind(projects::count);
    }
  }

  /** Reads everything that is shown anew. */
  void reload() {
    problem.set(Optional.empty());
    load();
    project.get().ifPresent(current -> editor.reload(current.id()));
  }

  void choose(Project chosen) {
    if (isShown(chosen.id())) {
      return;
    }
    pending.keep();
    takingBack.onlyIn(chosen.id());
    imports.cancel();
    project.set(Optional.of(chosen));
    conflict.set(Optional.empty());
    problem.set(Optional.empty());
    Optional<Draft> before = pending.takeUp(chosen.id());
    showPublication();
    editor.open(chosen.id(), before);
  }

  void discard() {
    if (saving.get()) {
      return;
    }
    pending.clear();
    problem.set(Optional.empty());
    conflict.get().ifPresentOrElse(now -> editor.saved(now.now()), editor::discard);
    conflict.set(Optional.empty());
    takeBackWanted();
  }

  /** Saves the change, with what is shown to be sent for it; its publication goes on by itself. */
  void publish() {
    work.requireUi();
    if (saving.get() || !editor.hasChange() || conflict.get().isPresent()) {
      return;
    }
    Draft draft = editor.draft().get().orElseThrow();
    problem.set(Optional.empty());
    outbox.send(draft, editor.toSend(), pending.reason().get().strip(), publications);
    showPublication();
  }

  /** Takes up the admin's change again, on top of what the others did. */
  void applyAgain() {
    conflict
        .get()
        .ifPresent(now -> {
          conflict.set(Optional.empty());
          var takesBack = pending.notes().get().takesBack();
          pending.note(new Pending.Notes(now.again().dropped(), takesBack));
          editor.show(new Draft(now.now(), now.again().change()));
          takeBackWanted();
        });
  }

  /**
   * Makes the pending change one that takes a publication back, on top of the roster as it is now
   * and of what is pending already. Nothing is sent.
   *
   * @param why the reason, where none is written yet
   */
  void takeBack(JournalEntry entry, String why) {
    if (!EntryFacts.canTakeBack(entry)) {
      return;
    }
    var step = Objects.requireNonNull(entry.roster());
    takingBack.want(entry, why);
    if (isShown(step.projectId())) {
      editor.reload(step.projectId());
    } else {
      choose(new Project(step.projectId(), step.projectName(), OptionalInt.empty()));
    }
  }

  /** Tries a publication that failed, or left the edge stale, once more. */
  void retry(JournalEntry old) {
    if (EntryFacts.canRetry(old)) {
      work.run(
          () -> session.publisher().retry(old),
          publications::heard,
          told -> problem.set(Optional.of(told)));
    }
  }

  /** Tries at once what a publication waits to try. */
  void tryNow(JournalEntry entry) {
    session.publisher().tryNow(entry.id());
  }

  void dismissProblem() {
    problem.set(Optional.empty());
  }

  /** Something that the page did beside its work went wrong. */
  void tell(Problem trouble) {
    problem.set(Optional.of(trouble));
  }

  void close() {
    publications.close();
    projects.close();
  }

  // What comes in

  /** The first one is opened by itself: a page of nothing helps nobody. */
  private void projectsCame(Load<List<Project>> load) {
    if (project.get().isEmpty() && load instanceof Load.Loaded<List<Project>>(var all, var _)) {
      all.stream().findFirst().ifPresent(this::choose);
    }
    readBehind();
  }

  /** A roster was read: the first look at it, or one that shows what others did meanwhile. */
  private void rosterCame(Load<RosterIndex> load) {
    rosterRead(load);
    readBehind();
  }

  private void rosterRead(Load<RosterIndex> load) {
    if (!(load instanceof Load.Loaded<RosterIndex>(RosterIndex now, var _))) {
      return;
    }
    projects.counts().tell(now.roster().projectId(), now.roster().members().size());
    if (saving.get()) {
      return; // what moved may be the change that is on its way
    }
    Draft draft = editor.draft().get().orElse(null);
    if (draft == null || draft.isEmpty()) {
      editor.show(Draft.of(now));
    } else if (draft.base().roster().version() == now.roster().version()) {
      editor.show(new Draft(now, draft.change()));
    } else {
      compare(draft, now);
      return;
    }
    takeBackWanted();
  }

  private void compare(Draft mine, RosterIndex now) {
    work.run(
        () -> Conflict.of(mine, now),
        found -> {
          if (editor.draft().get().filter(mine::equals).isPresent()) {
            // Whatever kept it from being saved is behind: the change is to be made again.
            problem.set(Optional.empty());
            conflict.set(Optional.of(found));
          }
        },
        this::tell);
  }

  private void takeBackWanted() {
    if (!saving.get() && conflict.get().isEmpty()) {
      takingBack.begin();
    }
  }

  private void publicationMoved(JournalEntry entry) {
    outbox.heard(entry);
    String id = projectOf(entry);
    if (isShown(id)) {
      showPublication();
      catchUp(id);
    }
  }

  private void showPublication() {
    Optional<String> id = project.get().map(Project::id);
    boolean busy = id.filter(outbox::has).isPresent();
    publication.set(
        id.flatMap(outbox::entry).map(publications::newest).or(() -> id.flatMap(publications::of)));
    saving.set(busy);
    editor.lock(busy);
  }

  private final class OutboxListener implements Outbox.Listener {
    @Override
    public void saved(JournalEntry.RosterStep step, RosterIndex after) {
      String id = step.projectId();
      pending.forget(id);
      boolean asSent =
          step.saving().skipped().isEmpty() && step.versionAfter() == after.roster().version();
      if (asSent) {
        projects.counts().tell(id, after.roster().members().size());
      }
      if (!isShown(id)) {
        return;
      }
      pending.clear();
      showPublication();
      if (asSent) {
        editor.saved(after);
        catchUp(id);
      } else {
        editor.discard();
        editor.reload(id);
      }
    }

    /** The draft stays; what others did meanwhile is looked at, whatever it was that went wrong. */
    @Override
    public void notSaved(String id, Problem told) {
      if (!isShown(id)) {
        return;
      }
      showPublication();
      if (told instanceof Problem.Conflict) {
        editor.reload(id);
      } else {
        problem.set(Optional.of(told));
        catchUp(id);
      }
    }

    @Override
    public void moved(String id) {
      if (isShown(id)) {
        showPublication();
      }
    }
  }

  /** Somebody else's publication has moved the roster that is shown. */
  private void catchUp(String id) {
    boolean behind =
        editor.roster().get() instanceof Load.Loaded<RosterIndex>(RosterIndex now, var _)
            && publications
                .of(id)
                .filter(EntryFacts::isSaved)
                .map(JournalEntry::roster)
                .filter(step -> step != null && now.roster().version() < step.versionAfter())
                .isPresent();
    if (behind && !saving.get()) {
      editor.reload(id);
    }
  }

  private static String projectOf(JournalEntry entry) {
    return Objects.requireNonNull(entry.roster()).projectId();
  }

  private boolean isShown(String projectId) {
    return project.get().filter(current -> current.id().equals(projectId)).isPresent();
  }
}
