package dev.frontdesk.ui.purge;

import dev.frontdesk.members.Member;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.publishing.StaleRoute;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.NameOrder;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.text.CollationKey;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Choosing a project or a member from a list without its nodes. What is chosen becomes paths, by
 * the connection's routes.
 */
final class PickModel {
  /** What is being chosen. */
  enum Step {
    NOTHING,
    PROJECT,
    /** A project, for one of its members to be chosen. */
    PROJECT_OF_MEMBER,
    MEMBER
  }

  /**
   * Something to choose.
   *
   * @param detail a member's address, a project's id
   */
  record Choice(String id, String name, String detail) {}

  private record Listed(Choice choice, String searched, CollationKey key) {}

  private final Session session;
  private final Loader<List<Listed>> all;
  private final Loader<List<Choice>> choices;
  private final Loader<List<String>> lines;
  private final NameOrder order;
  private final StringProperty search = new SimpleStringProperty("");
  private final BooleanProperty withMembers = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.NOTHING);
  private final ReadOnlyObjectWrapper<Optional<Choice>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  PickModel(Session session, Work work, Now now, Locale locale) {
    this.session = session;
    this.order = new NameOrder(locale);
    this.all = new Loader<>(work, now.clock());
    this.choices = new Loader<>(work, now.clock());
    this.lines = new Loader<>(work, now.clock());
    all.state().subscribe(this::find);
    search.subscribe(this::find);
  }

  // Properties

  ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /** Whose members there are to choose from. */
  ReadOnlyObjectProperty<Optional<Choice>> project() {
    return project.getReadOnlyProperty();
  }

  StringProperty search() {
    return search;
  }

  /** Whether each member's paths go with those of their project. */
  BooleanProperty withMembers() {
    return withMembers;
  }

  /** What the search leaves, in the order people look for it. */
  ReadOnlyObjectProperty<Load<List<Choice>>> choices() {
    return choices.state();
  }

  /** How the reading of the whole list stands. */
  ReadOnlyObjectProperty<? extends Load<?>> list() {
    return all.state();
  }

  /** What was picked, as lines to paste. */
  ReadOnlyObjectProperty<Load<List<String>>> lines() {
    return lines.state();
  }

  // Commands

  void openProjects() {
    open(Step.PROJECT);
    all.load(this::projects);
  }

  void openMembers() {
    open(Step.PROJECT_OF_MEMBER);
    all.load(this::projects);
  }

  /**
   * Takes a choice, or goes on to the members of a project.
   *
   * @param takesTags whether the distribution knows tags
   */
  void pick(Choice choice, boolean takesTags) {
    switch (step.get()) {
      case NOTHING -> {}
      case PROJECT -> {
        boolean everybody = withMembers.get();
        lines.load(() -> projectLines(choice.id(), everybody, takesTags));
      }
      case PROJECT_OF_MEMBER -> {
        project.set(Optional.of(choice));
        open(Step.MEMBER);
        all.load(() -> members(choice.id()));
      }
      case MEMBER -> {
        String projectId = project.get().orElseThrow().id();
        lines.load(() -> memberLines(projectId, choice.id(), takesTags));
      }
    }
  }

  void close() {
    open(Step.NOTHING);
  }

  private void open(Step next) {
    all.forget();
    choices.forget();
    lines.forget();
    search.set("");
    step.set(next);
  }

  // Lists

  private List<Listed> projects() {
    return sorted(
        session.rosters().projects().stream()
            .map(each -> new Choice(each.id(), each.name(), each.id())));
  }

  private List<Listed> members(String projectId) {
    return sorted(
        session.rosters().roster(projectId).members().stream()
            .map(each ->
                new Choice(
                    each.id(), each.name().isEmpty() ? each.email() : each.name(), each.email())));
  }

  private List<Listed> sorted(Stream<Choice> found) {
    return found
        .map(each ->
            new Listed(
                each,
                (each.name() + '\n' + each.detail() + '\n' + each.id()).toLowerCase(Locale.ROOT),
                order.key(each.name())))
        .sorted(Comparator.comparing(Listed::key).thenComparing(listed -> listed.choice().id()))
        .toList();
  }

  private void find() {
    String wanted = search.get().strip().toLowerCase(Locale.ROOT);
    all.get()
        .newest()
        .ifPresent(there ->
            choices.load(() ->
                there.stream()
                    .filter(listed -> listed.searched().contains(wanted))
                    .map(Listed::choice)
                    .toList()));
  }

  // Paths

  private List<String> projectLines(String projectId, boolean everybody, boolean takesTags) {
    List<String> members =
        everybody
            ? session.rosters().roster(projectId).members().stream().map(Member::id).toList()
            : List.of();
    return sent(StaleRoute.of(routes(), projectId, members, takesTags));
  }

  private List<String> memberLines(String projectId, String memberId, boolean takesTags) {
    List<Route> own = routes().stream().filter(Route::isPerMember).toList();
    return sent(StaleRoute.of(own, projectId, List.of(memberId), takesTags));
  }

  private List<Route> routes() {
    return session.connection().site().routes();
  }

  /** A route that gets fresh in another way than by a purge is purged by its path all the same. */
  private static List<String> sent(List<StaleRoute> stale) {
    return stale.stream()
        .flatMap(route ->
            route.items().isEmpty()
                ? Stream.of(route.path())
                : route.items().stream().map(item -> item.wire()))
        .distinct()
        .toList();
  }
}
