package dev.frontdesk.ui.members;

import dev.frontdesk.members.Project;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.NameOrder;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The list of projects without its nodes: read, searched, in the order people look for them. */
final class ProjectsModel {
  private final Session session;
  private final Locale locale;
  private final Loader<List<Project>> projects;
  private final MemberCounts counts;
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Project>> shown = new ReadOnlyObjectWrapper<>(List.of());

  ProjectsModel(Session session, Work work, Now now, Locale locale) {
    this.session = session;
    this.locale = locale;
    this.projects = new Loader<>(work, now.clock());
    this.counts = new MemberCounts(session.rosters(), work);
    search.subscribe(this::filter);
    projects.state().subscribe(this::filter);
  }

  // Properties

  ReadOnlyObjectProperty<Load<List<Project>>> all() {
    return projects.state();
  }

  /** Those that the search leaves. */
  ReadOnlyObjectProperty<List<Project>> shown() {
    return shown.getReadOnlyProperty();
  }

  StringProperty search() {
    return search;
  }

  MemberCounts counts() {
    return counts;
  }

  // Commands

  void load() {
    projects.load(this::sorted);
  }

  /** Counts the members of those that are there. */
  void count() {
    projects.get().newest().ifPresent(counts::count);
  }

  void close() {
    counts.close();
  }

  private List<Project> sorted() {
    return new NameOrder(locale).projects(session.rosters().projects());
  }

  private void filter() {
    String wanted = search.get().strip().toLowerCase(locale);
    shown.set(
        projects.get().newest().orElse(List.of()).stream()
            .filter(each ->
                each.name().toLowerCase(locale).contains(wanted)
                    || each.id().toLowerCase(locale).contains(wanted))
            .toList());
  }
}
