package dev.frontdesk.ui.members;

import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.members.MemberRow.Mark;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;

/** The simple cells of the roster's table. */
final class RosterCells {
  private RosterCells() {}

  /** What happens to the member, by an icon. */
  static final class Sign extends TableCell<MemberRow, MemberRow> {
    Sign() {
      Styles.styled(this, "mark");
    }

    @Override
    protected void updateItem(MemberRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(
          empty || row == null
              ? null
              : switch (row.mark()) {
                case NONE -> null;
                case ADDED -> Icon.PLUS.view();
                case CHANGED -> Icon.PENCIL.view();
                case REMOVED -> Icon.MINUS.view();
              });
    }
  }

  /** The name as its bearer writes it. */
  static final class Name extends TableCell<MemberRow, MemberRow> {
    @Override
    protected void updateItem(MemberRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : row.member().name());
    }
  }

  /** The address; the whole of it on hover, where a narrow window cuts it. */
  static final class Email extends TableCell<MemberRow, MemberRow> {
    Email() {
      Styles.styled(this, "secondary");
    }

    @Override
    protected void updateItem(MemberRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : row.member().email());
      Hover.say(this, empty || row == null ? null : row.member().email());
    }
  }

  /** Takes back what the pending change does to this member. */
  static final class Undo extends TableCell<MemberRow, MemberRow> {
    private final Tools tools;
    private final ObservableValue<Boolean> locked;
    private final Consumer<String> undo;

    Undo(Tools tools, ObservableValue<Boolean> locked, Consumer<String> undo) {
      this.tools = tools;
      this.locked = locked;
      this.undo = undo;
      Styles.styled(this, "mark");
    }

    /** Few rows have one: it is made for those. */
    private Button button(MemberRow row) {
      var button =
          Ids.give(
              "undo-" + row.id(),
              Styles.styled(new Button(null, Icon.UNDO.view()), Styles.FLAT, "icon-button"));
      Hover.say(button, tools.text("members.undo"));
      button.setAccessibleText(tools.text("members.undo"));
      // The keyboard undoes by the table's own shortcut: a stop for each row would trap Tab.
      button.setFocusTraversable(false);
      button.disableProperty().bind(locked);
      button.setOnAction(_ -> undo.accept(row.id()));
      return button;
    }

    @Override
    protected void updateItem(MemberRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean marked = !empty && row != null && row.mark() != Mark.NONE;
      setGraphic(marked ? button(row) : null);
    }
  }
}
