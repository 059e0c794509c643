package dev.frontdesk.ui.members;

import dev.frontdesk.files.RosterSheet;
import dev.frontdesk.files.SheetReading;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterMatch;
import dev.frontdesk.members.RosterMatch.Others;
import dev.frontdesk.members.WantedMember;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A sheet on its way into the pending change: read, and laid on the roster as it would be after the
 * edits that are pending already. Nothing of it is in the draft before {@link #take}.
 */
final class ImportModel {
  /** What became of a sheet. */
  sealed interface Found {}

  /** It is not taken. */
  record Wrong(SheetReading.Mistakes mistakes) implements Found {}

  /**
   * It can be taken in two ways.
   *
   * @param draft on which it was laid
   * @param sheet as read, to be laid on another draft too
   */
  record Laid(Draft draft, Sheet sheet, Side replace, Side merge) implements Found {
    Side side(Others others) {
      return switch (others) {
        case REMOVED -> replace;
        case KEPT -> merge;
      };
    }
  }

  /**
   * @param known ids of strangers that other projects know, by the key of their address
   */
  record Sheet(List<WantedMember> members, Map<String, String> known) {}

  /**
   * One way to take it.
   *
   * @param change on the roster as it is saved
   * @param same how many members of that stay as they are
   */
  record Side(RosterChange change, int same) {}

  private final Session session;
  private final RosterEditor editor;
  private final Loader<Found> found;
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Others> others = new SimpleObjectProperty<>(Others.KEPT);

  ImportModel(Session session, RosterEditor editor, Work work, Now now) {
    this.session = session;
    this.editor = editor;
    this.found = new Loader<>(work, now.clock());
    editor.draft().subscribe(this::draftMoved);
  }

  // Properties

  /** The file that is being imported; empty for none. */
  ReadOnlyObjectProperty<Optional<Path>> file() {
    return file.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load<Found>> found() {
    return found.state();
  }

  /** What becomes of members who are not in the sheet: at first they stay. */
  ObjectProperty<Others> others() {
    return others;
  }

  /** The change that {@link #take} makes the draft; empty where it cannot. */
  Optional<RosterChange> ready() {
    return found.get() instanceof Load.Loaded<Found>(Laid laid, var _) && !editor.locked().get()
        ? Optional.of(laid.side(others.get()).change())
        : Optional.empty();
  }

  // Commands

  void read(Path from) {
    editor
        .draft()
        .get()
        .ifPresent(draft -> {
          file.set(Optional.of(from));
          others.set(Others.KEPT);
          found.forget();
          found.load(() -> reading(from, draft));
        });
  }

  /** Makes it the pending change. */
  void take() {
    ready()
        .ifPresent(change -> {
          Draft draft = editor.draft().get().orElseThrow();
          cancel();
          editor.show(new Draft(draft.base(), change));
        });
  }

  void cancel() {
    file.set(Optional.empty());
    found.forget();
  }

  /** The admin goes on editing beside it, or the roster has moved: the numbers follow. */
  private void draftMoved(Optional<Draft> draft) {
    if (draft.isEmpty()) {
      cancel();
    } else if (found.get().newest().orElse(null) instanceof Laid(var on, var sheet, var _, var _)
        && !on.equals(draft.get())) {
      found.load(() -> laid(draft.get(), sheet));
    }
  }

  private Found reading(Path from, Draft draft) {
    Roster seen = draft.change().applyTo(draft.base().roster());
    return switch (RosterSheet.read(from, session.connection().members().roles(), seen)) {
      case SheetReading.Mistakes(var first, var more) ->
          new Wrong(
              new SheetReading.Mistakes(
                  first.stream().map(mistake -> byName(mistake, from)).toList(), more));
      case RosterSheet(var members) -> {
        var known = new RosterMatch(seen, members).knownTo(session.rosters());
        yield laid(draft, new Sheet(members, known));
      }
    };
  }

  /** The panel's head tells the folder: each mistake names the file without it. */
  private static Problem.Invalid byName(Problem.Invalid mistake, Path file) {
    return new Problem.Invalid(
        mistake.rule(),
        mistake.values().stream()
            .map(value -> value.equals(file.toString()) ? file.getFileName().toString() : value)
            .toList());
  }

  private static Laid laid(Draft draft, Sheet sheet) {
    return new Laid(
        draft, sheet, side(draft, sheet, Others.REMOVED), side(draft, sheet, Others.KEPT));
  }

  private static Side side(Draft draft, Sheet sheet, Others others) {
    Roster saved = draft.base().roster();
    Roster seen = draft.change().applyTo(saved);
    RosterChange further =
        new RosterMatch(seen, sheet.members())
            .change(others, sheet.known(), () -> UUID.randomUUID().toString());
    var change = RosterChange.between(saved.members(), further.applyTo(seen).members());
    int same = saved.members().size() - change.removed().size() - change.edited().size();
    return new Side(change, same);
  }
}
