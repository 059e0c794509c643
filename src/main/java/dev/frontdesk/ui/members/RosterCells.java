package dev.frontdesk.ui.members;

import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.members.MemberRow.Mark;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

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
      setTooltip(empty || row == null ? null : new Tooltip(row.member().email()));
    }
  }

  /** Takes back what the pending change does to this member. */
  static final class Undo extends TableCell<MemberRow, MemberRow> {
    private final Button button;

    Undo(Tools tools, ObservableValue<Boolean> locked, Consumer<String> undo) {
      Styles.styled(this, "mark");
      button = Styles.styled(new Button(null, Icon.UNDO.view()), Styles.FLAT, "icon-button");
      button.setTooltip(new Tooltip(tools.text("members.undo")));
      button.setAccessibleText(tools.text("members.undo"));
      // The keyboard undoes by the table's own shortcut: a stop for each row would trap Tab.
      button.setFocusTraversable(false);
      button.disableProperty().bind(locked);
      button.setOnAction(_ -> undo.accept(getItem().id()));
    }

    @Override
    protected void updateItem(MemberRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean marked = !empty && row != null && row.mark() != Mark.NONE;
      setGraphic(marked ? button : null);
      if (marked) {
        Ids.give("undo-" + row.id(), button);
      }
    }
  }
}
