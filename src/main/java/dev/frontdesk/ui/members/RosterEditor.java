package dev.frontdesk.ui.members;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Offer;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One roster and the change being prepared on it: rows, broken rules, and what it makes stale. */
final class RosterEditor {
  /**
   * What is computed from a draft.
   *
   * @param rows those that the search leaves, in order
   * @param broken the rules that keep it from being published
   */
  record Shown(Draft draft, List<MemberRow> rows, List<Problem.Invalid> broken) {}

  private final Session session;
  private final Work work;
  private final Locale locale;
  private final Loader<RosterIndex> roster;
  private final Loader<Shown> shown;
  private final Loader<Preview> preview;
  private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Listing> listing =
      new ReadOnlyObjectWrapper<>(Listing.BY_NAME);
  private final ReadOnlyObjectWrapper<Optional<Problem>> refusal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Offer>> way =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  RosterEditor(Session session, Work work, Now now, Locale locale) {
    this.session = session;
    this.work = work;
    this.locale = locale;
    this.roster = new Loader<>(work, now.clock());
    this.shown = new Loader<>(work, now.clock());
    this.preview = new Loader<>(work, now.clock());
    preview.state().subscribe(this::keepWay);
  }

  // Properties

  ReadOnlyObjectProperty<Load<RosterIndex>> roster() {
    return roster.state();
  }

  ReadOnlyObjectProperty<Load<Shown>> shown() {
    return shown.state();
  }

  ReadOnlyObjectProperty<Load<Preview>> preview() {
    return preview.state();
  }

  ReadOnlyObjectProperty<Optional<Draft>> draft() {
    return draft.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Listing> listing() {
    return listing.getReadOnlyProperty();
  }

  /** Why the last addition did not go through. */
  ReadOnlyObjectProperty<Optional<Problem>> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether the id of somebody to add is being looked up. */
  ReadOnlyBooleanProperty adding() {
    return adding.getReadOnlyProperty();
  }

  /** Whether the change is on its way to the tables, and must stay as it was sent. */
  ReadOnlyBooleanProperty locked() {
    return locked.getReadOnlyProperty();
  }

  /** The offer that is taken in place of exactly the stale paths; empty for exactly these. */
  ReadOnlyObjectProperty<Optional<Offer>> way() {
    return way.getReadOnlyProperty();
  }

  /** What would be sent for the draft as it is; empty while it is not known. */
  Optional<Preview> toSend() {
    return preview.get() instanceof Load.Loaded<Preview>(Preview exact, var _)
        ? Optional.of(way.get().map(Offer::preview).orElse(exact))
        : Optional.empty();
  }

  boolean hasChange() {
    return draft.get().filter(current -> !current.isEmpty()).isPresent();
  }

  // Commands

  /** Reads a project's roster; nothing of another's stays visible. */
  void open(String projectId, Optional<Draft> begun) {
    close();
    begun.ifPresent(this::show);
    reload(projectId);
  }

  void reload(String projectId) {
    roster.load(() -> new RosterIndex(session.rosters().roster(projectId), locale));
  }

  void close() {
    roster.forget();
    shown.forget();
    preview.forget();
    draft.set(Optional.empty());
    refusal.set(Optional.empty());
    way.set(Optional.empty());
    listing.set(listing.get().searching(""));
  }

  /** Goes on from this draft. */
  void show(Draft next) {
    work.requireUi();
    boolean moved = draft.get().filter(now -> now.change().equals(next.change())).isEmpty();
    draft.set(Optional.of(next));
    compute();
    if (next.isEmpty()) {
      preview.forget();
    } else if (moved) {
      String projectId = next.base().roster().projectId();
      preview.load(() -> session.publisher().preview(projectId, next.change()));
    }
  }

  void lock(boolean is) {
    locked.set(is);
  }

  void take(Optional<Offer> offer) {
    work.requireUi();
    way.set(offer);
  }

  /** Another edit makes other offers; the one like the chosen is taken again. */
  private void keepWay(Load<Preview> load) {
    if (load instanceof Load.Loading<Preview>) {
      return;
    }
    String wire = way.get().map(Offer::wire).orElse("");
    way.set(
        load.newest().map(Preview::offers).orElse(List.of()).stream()
            .filter(offer -> offer.wire().equals(wire))
            .findFirst());
  }

  void search(String text) {
    list(listing.get().searching(text));
  }

  void sort(Listing.Column column, boolean ascending) {
    list(listing.get().sortedBy(column, ascending));
  }

  private void list(Listing next) {
    listing.set(next);
    if (draft.get().isPresent()) {
      compute();
    }
  }

  private void compute() {
    Draft current = draft.get().orElseThrow();
    Listing wanted = listing.get();
    shown.load(() ->
        new Shown(
            current,
            wanted.rows(current, session.connection().members().roles()),
            current
                .change()
                .problems(current.base().roster(), session.connection().members().roles())));
  }

  /** Why an address cannot be added now; empty where it can. */
  Optional<Problem.Invalid> refusalOf(String email) {
    return draft.get().flatMap(current -> current.refusal(email.strip()));
  }

  /** Adds somebody, under the id by which other projects know the address. */
  void add(String email, String name, Role role) {
    work.requireUi();
    String address = email.strip();
    if (locked.get() || adding.get() || draft.get().isEmpty() || refusalOf(address).isPresent()) {
      return;
    }
    String projectId = draft.get().get().base().roster().projectId();
    adding.set(true);
    refusal.set(Optional.empty());
    work.run(
        () -> session.rosters().knownId(address).orElseGet(() -> UUID.randomUUID().toString()),
        id -> {
          adding.set(false);
          draft
              .get()
              .filter(current -> current.base().roster().projectId().equals(projectId))
              .filter(_ -> !locked.get())
              .ifPresent(current -> show(current.add(new Member(id, address, name.strip(), role))));
        },
        problem -> {
          adding.set(false);
          refusal.set(Optional.of(problem));
        });
  }

  void remove(Set<String> ids) {
    edit(current -> current.remove(ids));
  }

  void withRole(Set<String> ids, Role role) {
    edit(current -> current.withRole(ids, role));
  }

  void undo(Set<String> ids) {
    edit(current -> current.undo(ids));
  }

  void discard() {
    edit(current -> Draft.of(current.base()));
  }

  private void edit(UnaryOperator<Draft> change) {
    if (!locked.get()) {
      draft.get().ifPresent(current -> show(change.apply(current)));
    }
  }

  /** The roster as it was saved just now, without asking for it again. */
  void saved(RosterIndex next) {
    show(Draft.of(next));
    roster.put(next);
  }
}
