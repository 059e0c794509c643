package dev.frontdesk.ui.members;

import dev.frontdesk.members.Member;
import dev.frontdesk.publishing.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What stands beside the change in the editor, and the changes of other projects with theirs: who
 * looks into another project finds them again.
 */
final class Pending {
  /**
   * What is told beside a change that was put on top of a roster.
   *
   * @param dropped whom it no longer touches: the others have done that
   * @param takesBack the publication that it takes back
   */
  record Notes(List<Member> dropped, Optional<JournalEntry> takesBack) {
    static final Notes NONE = new Notes(List.of(), Optional.empty());
  }

  private record Kept(Draft draft, String reason, Notes notes) {}

  private final RosterEditor editor;
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Notes> notes = new ReadOnlyObjectWrapper<>(Notes.NONE);
  private final Map<String, Kept> kept = new HashMap<>();

  Pending(RosterEditor editor) {
    this.editor = editor;
  }

  StringProperty reason() {
    return reason;
  }

  ReadOnlyObjectProperty<Notes> notes() {
    return notes.getReadOnlyProperty();
  }

  void note(Notes told) {
    notes.set(told);
  }

  /** Whether a project other than the one shown has a change that is not published. */
  boolean isKept(String projectId) {
    return kept.containsKey(projectId);
  }

  /** Puts the shown project's change aside. */
  void keep() {
    if (editor.hasChange()) {
      Draft draft = editor.draft().get().orElseThrow();
      kept.put(draft.base().roster().projectId(), new Kept(draft, reason.get(), notes.get()));
    }
  }

  /** Takes a project's change up again, with its reason; empty where none was put aside. */
  Optional<Draft> takeUp(String projectId) {
    Kept before = kept.remove(projectId);
    reason.set(before == null ? "" : before.reason());
    notes.set(before == null ? Notes.NONE : before.notes());
    return Optional.ofNullable(before).map(Kept::draft);
  }

  /** The project's change is saved: there is none any more. */
  void forget(String projectId) {
    kept.remove(projectId);
  }

  /** The shown project's change is gone, and with it why it was to be made. */
  void clear() {
    reason.set("");
    notes.set(Notes.NONE);
  }
}
