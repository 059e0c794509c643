package dev.frontdesk.ui.members;

import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.ui.kit.Choice;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.members.MemberRow.Mark;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A member's role, chosen in place; what it was stands struck out before it, and at the end of the
 * row what takes the change back. The choice and its line are made for a row that somebody points
 * at, selects or changes: until then its word stands in its place, which looks the same, and a page
 * full of rows comes sooner.
 */
final class RoleCell extends RosterCells.RosterCell {
  /** Finds the cells in their table. */
  static final String STYLE = "role-cell";

  /** What a cell leaves free at its end. */
  private static final double END = 8;

  private final RosterEditor editor;
  private final Roles roles;
  private final Tools tools;
  private @Nullable Line line;
  private @Nullable Choice<Role> choice;
  private String choosesFor = "";
  private boolean updating;

  RoleCell(RosterEditor editor, Roles roles, Tools tools) {
    this.editor = editor;
    this.roles = roles;
    this.tools = tools;
    Styles.styled(this, STYLE);
    tableRowProperty()
        .flatMap(row ->
            row.hoverProperty().flatMap(hover -> row.selectedProperty().map(is -> is || hover)))
        .subscribe(wanted -> {
          if (Boolean.TRUE.equals(wanted) && choice == null) {
            choice();
            updateItem(getItem(), isEmpty());
          }
        });
  }

  /** Opens the choice, for those who have no mouse. */
  void open() {
    Choice<Role> opened = choice();
    updateItem(getItem(), isEmpty());
    opened.show();
  }

  private Choice<Role> choice() {
    Choice<Role> made = choice;
    if (made == null) {
      made = Styles.styled(new Choice<>(), "row-role");
      made.getItems().setAll(roles.all());
      // The keyboard opens it by F2 on the row: a stop for each row would trap Tab.
      made.setFocusTraversable(false);
      made.valueProperty().subscribe(this::chosen);
      made.disableProperty().bind(editor.locked());
      choice = made;
    }
    return made;
  }

  private void chosen(Role chosen) {
    MemberRow row = getItem();
    if (!updating && chosen != null && row != null && !chosen.equals(row.member().role())) {
      editor.withRole(Set.of(row.id()), chosen);
    }
  }

  @Override
  protected void updateItem(MemberRow row, boolean empty) {
    super.updateItem(row, empty);
    if (choice != null && (empty || row == null || !row.id().equals(choosesFor))) {
      choice.hide(); // what is open there is another member's
    }
    if (empty || row == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    if (row.mark() == Mark.NONE && choice == null) {
      setText(row.member().role().name());
      setGraphic(null);
      return;
    }
    setText(null);
    setGraphic(line().show(row));
  }

  private Line line() {
    Line made = line;
    if (made == null) {
      made = new Line();
      line = made;
    }
    return made;
  }

  private Choice<Role> choiceOf(MemberRow row) {
    Choice<Role> made = choice();
    updating = true;
    choosesFor = row.id();
    Ids.give("role-" + row.id(), made);
    made.setAccessibleText(tools.text("members.role-of", row.member().name()));
    made.setValue(row.member().role());
    updating = false;
    return made;
  }

  /** Takes back what the pending change does to this member. */
  private Button undo(MemberRow row) {
    var button =
        Ids.give(
            "undo-" + row.id(),
            Styles.styled(new Button(null, Icon.UNDO.view()), Styles.FLAT, "icon-button"));
    Hover.say(button, tools.text("members.undo"));
    button.setAccessibleText(tools.text("members.undo"));
    // The keyboard undoes by the table's own shortcut: a stop for each row would trap Tab.
    button.setFocusTraversable(false);
    button.disableProperty().bind(editor.locked());
    button.setOnAction(_ -> editor.undo(Set.of(row.id())));
    return button;
  }

  private String word(Mark mark) {
    return tools.text("mark." + mark.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** The choice, what it was before, and what takes the change back. */
  private final class Line extends HBox {
    private final Label before = Styles.styled(Labels.plain(""), "struck", "secondary");
    private final Label arrow = Labels.plain("→");
    private final Label word = Labels.plain("", "mark-word");
    private final HBox said = new HBox(4);

    Line() {
      super(4);
      for (Label label : new Label[] {before, arrow, word}) {
        label.setMinWidth(USE_PREF_SIZE);
      }
      said.setAlignment(Pos.CENTER_LEFT);
      setAlignment(Pos.CENTER_LEFT);
      // Long roles are cut before what takes the change back.
      said.setMinWidth(0);
      HBox.setHgrow(said, Priority.ALWAYS);
      setMinWidth(0);
      prefWidthProperty().bind(RoleCell.this.widthProperty().subtract(END));
    }

    Line show(MemberRow row) {
      // A changed row has the choice at once: its word ends sooner, and what is behind it would
      // move.
      Node shown = choiceOf(row);
      before.setText(row.before().name());
      word.setText(row.mark() == Mark.NONE ? "" : RoleCell.this.word(row.mark()));
      switch (row.mark()) {
        case NONE -> said.getChildren().setAll(shown);
        case ADDED -> said.getChildren().setAll(shown, word);
        case CHANGED -> {
          // From a sheet the name may change, and the role stay.
          if (row.before().equals(row.member().role())) {
            said.getChildren().setAll(shown, word);
          } else {
            said.getChildren().setAll(before, arrow, shown);
          }
        }
        case REMOVED -> said.getChildren().setAll(before, word);
      }
      getChildren().setAll(said);
      if (row.mark() != Mark.NONE) {
        getChildren().add(undo(row));
      }
      return this;
    }
  }
}
