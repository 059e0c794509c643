package dev.frontdesk.ui.members;

import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Skins;
import dev.frontdesk.ui.kit.Styles;
import javafx.scene.control.TableCell;

/** The cells of the roster's table. */
final class RosterCells {
  private RosterCells() {}

  /** Has its skin before it is styled. */
  abstract static class RosterCell extends TableCell<MemberRow, MemberRow> {
    RosterCell() {
      Skins.asSoonAs(tableColumnProperty(), this, this::createDefaultSkin);
    }
  }

  /**
   * The name as its bearer writes it; before it, in room that is kept for it, by an icon what
   * happens to the member.
   */
  static final class Name extends RosterCell {
    @Override
    protected void updateItem(MemberRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(row.member().name());
      setGraphic(
          switch (row.mark()) {
            case NONE -> null;
            case ADDED -> Icon.PLUS.view();
            case CHANGED -> Icon.PENCIL.view();
            case REMOVED -> Icon.MINUS.view();
          });
    }
  }

  /** The address; the whole of it on hover, where a narrow window cuts it. */
  static final class Email extends RosterCell {
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
}
