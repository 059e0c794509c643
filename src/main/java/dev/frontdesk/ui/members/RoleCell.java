package dev.frontdesk.ui.members;

import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.members.MemberRow.Mark;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A member's role, chosen in place; what it was stands struck out before it. */
final class RoleCell extends TableCell<MemberRow, MemberRow> {
  private final RosterEditor editor;
  private final Tools tools;
  private final ComboBox<Role> choice = Styles.styled(new ComboBox<>(), "row-role");
  private final Label before = Styles.styled(new Label(), "struck", "secondary");
  private final Label arrow = new Label("→");
  private final Label word = Labels.plain("", "mark-word");
  private final HBox line = new HBox(4);
  private boolean updating;

  RoleCell(RosterEditor editor, Roles roles, Tools tools) {
    this.editor = editor;
    this.tools = tools;
    choice.getItems().setAll(roles.all());
    // The keyboard opens it by F2 on the row: a stop for each row would trap Tab.
    choice.setFocusTraversable(false);
    choice.valueProperty().subscribe(this::chosen);
    choice.disableProperty().bind(editor.locked());
    for (Label label : new Label[] {before, arrow, word}) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    line.setAlignment(Pos.CENTER_LEFT);
  }

  /** The id of a row's choice. */
  static String id(MemberRow row) {
    return "role-" + row.id();
  }

  private void chosen(Role role) {
    MemberRow row = getItem();
    if (!updating && role != null && row != null && !role.equals(row.member().role())) {
      editor.withRole(Set.of(row.id()), role);
    }
  }

  @Override
  protected void updateItem(MemberRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    updating = true;
    Ids.give(id(row), choice);
    choice.setAccessibleText(tools.text("members.role-of", row.member().name()));
    choice.setValue(row.member().role());
    updating = false;
    before.setText(row.before().name());
    word.setText(row.mark() == Mark.NONE ? "" : word(row.mark()));
    switch (row.mark()) {
      case NONE -> line.getChildren().setAll(choice);
      case ADDED -> line.getChildren().setAll(choice, word);
      case CHANGED -> {
        // From a sheet the name may change, and the role stay.
        if (row.before().equals(row.member().role())) {
          line.getChildren().setAll(choice, word);
        } else {
          line.getChildren().setAll(before, arrow, choice);
        }
      }
      case REMOVED -> line.getChildren().setAll(before, word);
    }
    setGraphic(line);
  }

  private String word(Mark mark) {
    return tools.text("mark." + mark.name().toLowerCase(java.util.Locale.ROOT));
  }
}
