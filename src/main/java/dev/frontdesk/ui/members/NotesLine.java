package dev.frontdesk.ui.members;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Remarks;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What is told beside a change that was put on top of a roster: whom it lost, what it takes back.
 */
final class NotesLine extends VBox {
  private final MembersModel model;
  private final Tools tools;
  private final Remarks remarks;

  NotesLine(MembersModel model, Tools tools) {
    super(8);
    this.model = model;
    this.tools = tools;
    this.remarks = new Remarks(tools);
    Styles.styled(this, Styles.SECTION);
    Panels.onlyWhile(model.notes().map(notes -> !notes.equals(Pending.Notes.NONE)), this);
    model.notes().subscribe(this::show);
    model.editor().draft().subscribe(() -> show(model.notes().get()));
  }

  private void show(Pending.Notes notes) {
    getChildren().clear();
    notes
        .takesBack()
        .map(JournalEntry::roster)
        .ifPresent(step -> {
          getChildren().add(line(Icon.UNDO, tools.text("take-back.note", step.versionAfter())));
          int again =
              model.editor().draft().get().map(draft -> draft.change().added().size()).orElse(0);
          if (again > 0) {
            getChildren().add(line(Icon.INFO, tools.text("take-back.limits", again)));
          }
        });
    if (!notes.dropped().isEmpty()) {
      getChildren()
          .add(
              line(
                  Icon.INFO,
                  tools.text(
                      "conflict.dropped", notes.dropped().size(), remarks.names(notes.dropped()))));
    }
  }

  private static Node line(Icon icon, String sentence) {
    var words = Labels.wrapped(sentence, Styles.SMALL);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return Styles.styled(new HBox(8, icon.view(), words), Styles.ATTENTION);
  }
}
