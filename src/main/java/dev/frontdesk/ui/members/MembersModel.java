package dev.frontdesk.ui.members;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterChange.Rebased;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.text.CollationKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The Members page without its nodes: projects, the roster being edited, and the publication that
 * brings it to its readers.
 */
final class MembersModel {
  /** Enough to find the last publication of each project that somebody works on these days. */
  private static final int REMEMBERED = 200;

  /**
   * Somebody else has moved the roster meanwhile.
   *
   * @param theirs what they did
   */
  record Conflict(RosterIndex now, RosterChange theirs) {}

  private record Kept(Draft draft, String reason) {}

  private record Saved(JournalEntry entry, RosterIndex roster) {}

  private final Session session;
  private final Work work;
  private final Locale locale;
  private final RosterEditor editor;
  private final Loader<List<Project>> projects;
  private final MemberCounts counts;
  private final StringProperty projectSearch = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Project>> shownProjects =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Project>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<JournalEntry>> publication =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Conflict>> conflict =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Member>> dropped =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();

  private final Map<String, JournalEntry> latest = new HashMap<>();
  private final Map<String, Kept> kept = new HashMap<>();
  private final Subscription subscription;

  MembersModel(Session session, Work work, Now now, Locale locale) {
    this.session = session;
    this.work = work;
    this.locale = locale;
    this.editor = new RosterEditor(session, work, now, locale);
    this.projects = new Loader<>(work, now.clock());
    this.counts = new MemberCounts(session.rosters(), work);
    projectSearch.subscribe(this::filterProjects);
    projects.state().subscribe(this::projectsCame);
    editor.roster().subscribe(this::rosterCame);
    this.subscription =
        session.publisher().listen(entry -> work.onUi(() -> publicationMoved(entry)));
  }

  // Properties

  RosterEditor editor() {
    return editor;
  }

  ReadOnlyObjectProperty<Load<List<Project>>> projects() {
    return projects.state();
  }

  MemberCounts counts() {
    return counts;
  }

  /** Those that the search leaves. */
  ReadOnlyObjectProperty<List<Project>> shownProjects() {
    return shownProjects.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Project>> project() {
    return project.getReadOnlyProperty();
  }

  StringProperty projectSearch() {
    return projectSearch;
  }

  StringProperty reason() {
    return reason;
  }

  /** The newest publication of the project, under way or over. */
  ReadOnlyObjectProperty<Optional<JournalEntry>> publication() {
    return publication.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Conflict>> conflict() {
    return conflict.getReadOnlyProperty();
  }

  /** Whom the change no longer touches since it was applied again: the others have done that. */
  ReadOnlyObjectProperty<List<Member>> dropped() {
    return dropped.getReadOnlyProperty();
  }

  /** What keeps the page from its work, until it is dealt with. */
  ReadOnlyObjectProperty<Optional<Problem>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a change is on its way to the tables. */
  ReadOnlyBooleanProperty saving() {
    return saving.getReadOnlyProperty();
  }

  /** Whether a project other than the one shown has a change that is not published. */
  boolean isKept(String projectId) {
    return kept.containsKey(projectId);
  }

  // Commands

  /** Reads the projects, and what the journal knows of their publications. */
  void load() {
    projects.load(this::sortedProjects);
    work.run(
        () -> session.journal().newest(null, REMEMBERED),
        entries -> entries.forEach(this::publicationMoved),
        // The strip stays empty; the History page tells what is wrong with the journal.
        _ -> {});
  }

  private List<Project> sortedProjects() {
    record Named(Project project, CollationKey key) {}
    var order = new NameOrder(locale);
    return session.rosters().projects().stream()
        .map(each -> new Named(each, order.key(each.name())))
        .sorted(Comparator.comparing(Named::key).thenComparing(named -> named.project().id()))
        .map(Named::project)
        .toList();
  }

  /** Reads everything that is shown anew. */
  void reload() {
    problem.set(Optional.empty());
    load();
    project.get().ifPresent(current -> editor.reload(current.id()));
  }

  void choose(Project chosen) {
    if (project.get().filter(current -> current.id().equals(chosen.id())).isPresent()) {
      return;
    }
    keep();
    project.set(Optional.of(chosen));
    dropped.set(List.of());
    conflict.set(Optional.empty());
    problem.set(Optional.empty());
    Kept before = kept.remove(chosen.id());
    reason.set(before == null ? "" : before.reason());
    publication.set(Optional.ofNullable(latest.get(chosen.id())));
    editor.open(chosen.id(), Optional.ofNullable(before).map(Kept::draft));
  }

  private void keep() {
    if (editor.hasChange()) {
      Draft draft = editor.draft().get().orElseThrow();
      kept.put(draft.base().roster().projectId(), new Kept(draft, reason.get()));
    }
  }

  void discard() {
    reason.set("");
    dropped.set(List.of());
    problem.set(Optional.empty());
    conflict.get().ifPresentOrElse(now -> editor.saved(now.now()), editor::discard);
    conflict.set(Optional.empty());
  }

  /** Saves the change; its publication then goes on by itself. */
  void publish() {
    work.requireUi();
    if (saving.get() || !editor.hasChange() || conflict.get().isPresent()) {
      return;
    }
    Draft draft = editor.draft().get().orElseThrow();
    Roster seen = draft.base().roster();
    RosterChange change = draft.change();
    String why = reason.get().strip();
    saving.set(true);
    problem.set(Optional.empty());
    work.run(
        () ->
            new Saved(
                session.publisher().publish(seen, change, why),
                new RosterIndex(change.applyTo(seen), locale)),
        saved -> {
          saving.set(false);
          publicationMoved(saved.entry());
          kept.remove(seen.projectId());
          counts.tell(seen.projectId(), saved.roster().roster().members().size());
          if (isShown(seen.projectId())) {
            reason.set("");
            dropped.set(List.of());
            editor.saved(saved.roster());
          }
        },
        told -> {
          saving.set(false);
          if (told instanceof Problem.Conflict) {
            editor.reload(seen.projectId());
          } else {
            problem.set(Optional.of(told));
          }
        });
  }

  /** Takes up the admin's change again, on top of what the others did. */
  void applyAgain() {
    conflict
        .get()
        .ifPresent(now -> {
          conflict.set(Optional.empty());
          Draft mine = editor.draft().get().orElseThrow();
          Rebased again = mine.change().onTopOf(now.now().roster());
          dropped.set(again.dropped());
          editor.show(new Draft(now.now(), again.change()));
        });
  }

  /** Tries a publication that failed, or left the edge stale, once more. */
  void retry() {
    publication
        .get()
        .filter(MembersModel::canRetry)
        .ifPresent(old ->
            work.run(
                () -> session.publisher().retry(old),
                this::publicationMoved,
                told -> problem.set(Optional.of(told))));
  }

  static boolean canRetry(JournalEntry entry) {
    return !entry.isOpen()
        && switch (entry.state()) {
          case FAILED, STALE -> true;
          default -> false;
        };
  }

  void dismissProblem() {
    problem.set(Optional.empty());
  }

  void close() {
    subscription.close();
    counts.close();
  }

  // What comes in

  /** The first one is opened by itself: a page of nothing helps nobody. */
  private void projectsCame() {
    filterProjects();
    if (projects.get() instanceof Load.Loaded<List<Project>>(var all, var _)) {
      if (project.get().isEmpty()) {
        all.stream().findFirst().ifPresent(this::choose);
      }
      counts.count(all);
    }
  }

  private void filterProjects() {
    String wanted = projectSearch.get().strip().toLowerCase(locale);
    shownProjects.set(
        projects.get().newest().orElse(List.of()).stream()
            .filter(each ->
                each.name().toLowerCase(locale).contains(wanted)
                    || each.id().toLowerCase(locale).contains(wanted))
            .toList());
  }

  /** A roster was read: the first look at it, or one that shows what others did meanwhile. */
  private void rosterCame(Load<RosterIndex> load) {
    if (!(load instanceof Load.Loaded<RosterIndex>(RosterIndex now, var _))) {
      return;
    }
    counts.tell(now.roster().projectId(), now.roster().members().size());
    Draft draft = editor.draft().get().orElse(null);
    if (draft == null || draft.isEmpty()) {
      editor.show(Draft.of(now));
    } else if (draft.base().roster().version() == now.roster().version()) {
      editor.show(new Draft(now, draft.change()));
    } else {
      RosterChange theirs =
          RosterChange.between(draft.base().roster().members(), now.roster().members());
      conflict.set(Optional.of(new Conflict(now, theirs)));
    }
  }

  private void publicationMoved(JournalEntry entry) {
    JournalEntry.RosterStep step = entry.roster();
    if (step == null) {
      return;
    }
    JournalEntry known = latest.get(step.projectId());
    boolean older = known != null && known.id().compareTo(entry.id()) > 0;
    boolean behind =
        known != null
            && known.id().equals(entry.id())
            && known.lease().counter() > entry.lease().counter();
    if (older || behind) {
      return;
    }
    latest.put(step.projectId(), entry);
    if (isShown(step.projectId())) {
      publication.set(Optional.of(entry));
      catchUp(step);
    }
  }

  /** Somebody else's publication has moved the roster that is shown. */
  private void catchUp(JournalEntry.RosterStep step) {
    boolean behind =
        editor.roster().get() instanceof Load.Loaded<RosterIndex>(RosterIndex now, var _)
            && now.roster().version() < step.versionAfter();
    if (behind && !saving.get()) {
      editor.reload(step.projectId());
    }
  }

  private boolean isShown(String projectId) {
    return project.get().filter(current -> current.id().equals(projectId)).isPresent();
  }
}
