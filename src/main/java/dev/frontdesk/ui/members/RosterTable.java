package dev.frontdesk.ui.members;

import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.ui.kit.Columns;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Skins;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.members.MemberRow.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The roster in rows of 32 pixels, what the pending change does to each told in its place. */
final class RosterTable {
  private static final double ROW = 32;

  /** Before the name, for what happens to the member. */
  private static final double SIGN = 36;

  /** With room at its end for what takes the change of a row back. */
  private static final double ROLE = 164;

  /** Selecting many rows again, one by one, takes longer than anybody waits. */
  private static final int MOST_RESELECTED = 200;

  private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
  private static final KeyCombination REMOVE = new KeyCodeCombination(KeyCode.DELETE);
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private final RosterEditor editor;
  private final Roles roles;
  private final Tools tools;
  private final TableView<MemberRow> table =
      Ids.give("member-table", Skins.early(new TableView<>(), TableViewSkin::new));
  private int additions;
  private boolean updating;

  RosterTable(RosterEditor editor, Roles roles, Tools tools) {
    this.editor = editor;
    this.roles = roles;
    this.tools = tools;
    table.setAccessibleText(tools.text("members.table"));
    table.setFixedCellSize(ROW);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setRowFactory(_ -> new Row());
    TableColumn<MemberRow, MemberRow> name = column("members.name", Listing.Column.NAME);
    name.setCellFactory(_ -> new RosterCells.Name());
    name.getStyleClass().add("member-column");
    TableColumn<MemberRow, MemberRow> email = column("members.email", Listing.Column.EMAIL);
    email.setCellFactory(_ -> new RosterCells.Email());
    TableColumn<MemberRow, MemberRow> role = column("members.role", Listing.Column.ROLE);
    role.setCellFactory(_ -> new RoleCell(editor, roles, tools));
    Columns.fix(role, ROLE);
    Columns.share(table, name, SIGN + ROLE, 0.37, SIGN);
    Columns.share(table, email, SIGN + ROLE, 0.63);
    table.getColumns().setAll(List.of(name, email, role));
    name.setSortType(TableColumn.SortType.ASCENDING);
    table.setSortPolicy(this::sort);
    table.getSortOrder().setAll(List.of(name));
    // Made before the table looks for it: few ever open it.
    table.addEventFilter(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        _ -> {
          if (table.getContextMenu() == null) {
            table.setContextMenu(menu());
          }
        });
    // A filter, since the table itself takes some of these keys.
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  TableView<MemberRow> table() {
    return table;
  }

  /** Hands finished rows to the table; the selection stays with its members. */
  void show(List<MemberRow> rows) {
    Set<String> chosen = selected(_ -> true);
    int focused = table.getFocusModel().getFocusedIndex();
    table.getSelectionModel().clearSelection();
    // The table forgets its order with its items, though these come in that order.
    List<TableColumn<MemberRow, ?>> order = List.copyOf(table.getSortOrder());
    updating = true;
    table.setItems(FXCollections.observableList(rows));
    table.getSortOrder().setAll(order);
    updating = false;
    if (!chosen.isEmpty() && chosen.size() <= MOST_RESELECTED) {
      for (int i = 0; i < rows.size(); i++) {
        if (chosen.contains(rows.get(i).id())) {
          table.getSelectionModel().select(i);
        }
      }
    }
    if (focused >= 0 && focused < rows.size()) {
      table.getFocusModel().focus(focused);
    }
    int now = (int) rows.stream().filter(row -> row.mark() == Mark.ADDED).count();
    if (now > additions) {
      table.scrollTo(rows.size() - 1);
    }
    additions = now;
  }

  /** The ids of the selected rows of a kind. */
  Set<String> selected(java.util.function.Predicate<MemberRow> kind) {
    return table.getSelectionModel().getSelectedItems().stream()
        .filter(row -> row != null && kind.test(row))
        .map(MemberRow::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  void remove() {
    Set<String> ids = selected(row -> row.mark() != Mark.REMOVED);
    if (!ids.isEmpty()) {
      editor.remove(ids);
    }
  }

  /** The keys' own order: sorting is the listing's work, off this thread. */
  private boolean sort(TableView<MemberRow> sorted) {
    if (updating) {
      return true;
    }
    sorted.getSortOrder().stream()
        .findFirst()
        .ifPresentOrElse(
            column ->
                editor.sort(
                    (Listing.Column) column.getUserData(),
                    column.getSortType() == TableColumn.SortType.ASCENDING),
            () -> editor.sort(Listing.Column.NAME, true));
    return true;
  }

  private void keyPressed(KeyEvent key) {
    if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
      remove();
      key.consume();
    } else if (UNDO.match(key)) {
      undoSelected();
      key.consume();
    } else if (key.getCode() == KeyCode.F2 && table.isFocused()) {
      openRole();
      key.consume();
    }
  }

  private void undoSelected() {
    Set<String> ids = selected(row -> row.mark() != Mark.NONE);
    if (!ids.isEmpty()) {
      editor.undo(ids);
    }
  }

  /** The focused row's choice of roles, for those who have no mouse. */
  private void openRole() {
    @Nullable MemberRow row = table.getFocusModel().getFocusedItem();
    for (Node each : table.lookupAll("." + RoleCell.STYLE)) {
      if (row != null && each instanceof RoleCell cell && row.equals(cell.getItem())) {
        cell.open();
        return;
      }
    }
  }

  private ContextMenu menu() {
    var role = new Menu(tools.text("members.set-role"));
    for (Role each : roles.all()) {
      role.getItems()
          .add(
              item(
                  each.name(),
                  _ -> editor.withRole(selected(row -> row.mark() != Mark.REMOVED), each)));
    }
    MenuItem remove = item(tools.text("members.remove"), _ -> remove());
    MenuItem undo = item(tools.text("members.undo"), _ -> undoSelected());
    var menu = new ContextMenu(role, remove, new SeparatorMenuItem(), undo);
    menu.setOnShowing(_ -> {
      // As long as they are told only: they would work outside the table too.
      remove.setAccelerator(REMOVE);
      undo.setAccelerator(UNDO);
      boolean none = selected(row -> row.mark() != Mark.REMOVED).isEmpty();
      role.setDisable(none);
      remove.setDisable(none);
      undo.setDisable(selected(row -> row.mark() != Mark.NONE).isEmpty());
    });
    menu.setOnHidden(_ -> {
      remove.setAccelerator(null);
      undo.setAccelerator(null);
    });
    return menu;
  }

  private static MenuItem item(String text, Consumer<Object> action) {
    var item = new MenuItem(text);
    // A name of a role may hold an underscore, which is no mnemonic.
    item.setMnemonicParsing(false);
    item.setOnAction(action::accept);
    return item;
  }

  private TableColumn<MemberRow, MemberRow> column(String key, Listing.Column sorting) {
    TableColumn<MemberRow, MemberRow> column = new TableColumn<>(tools.text(key));
    column.setUserData(sorting);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    return column;
  }

  private final class Row extends TableRow<MemberRow> {
    Row() {
      Skins.asSoonAs(parentProperty(), this, this::createDefaultSkin);
    }

    @Override
    protected void updateItem(MemberRow row, boolean empty) {
      super.updateItem(row, empty);
      Mark mark = empty || row == null ? Mark.NONE : row.mark();
      pseudoClassStateChanged(ADDED, mark == Mark.ADDED);
      pseudoClassStateChanged(CHANGED, mark == Mark.CHANGED);
      pseudoClassStateChanged(REMOVED, mark == Mark.REMOVED);
      setAccessibleText(
          empty || row == null
              ? ""
              : tools.text(
                  "members.row",
                  row.member().name(),
                  row.member().email(),
                  row.member().role().name(),
                  tools.text("mark." + mark.name().toLowerCase(java.util.Locale.ROOT))));
    }
  }
}
