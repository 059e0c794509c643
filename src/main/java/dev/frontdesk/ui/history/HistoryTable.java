package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.history.HistoryRow.Day;
import dev.frontdesk.ui.history.HistoryRow.Entry;
import dev.frontdesk.ui.kit.Columns;
import dev.frontdesk.ui.kit.Identity;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.StateLook;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Entries newest first, a line before each day. */
final class HistoryTable {
  private static final double ROW = 32;

  /** Of the columns, from the left; 0 for the one that takes the rest. */
  private static final double[] WIDTHS = {96, 112, 0, 80, 104, 72};

  private static final int KIND = 1;

  /** Narrower than this, the table leaves a column out. */
  private static final double SMALL = 600;

  private static final PseudoClass DAY = PseudoClass.getPseudoClass("day");

  private final HistoryModel model;
  private final Tools tools;
  private final TableView<HistoryRow> table = Ids.give("history-table", new TableView<>());
  private boolean updating;

  HistoryTable(HistoryModel model, Tools tools) {
    this.model = model;
    this.tools = tools;
    table.setAccessibleText(tools.text("history.table"));
    table.setFixedCellSize(ROW);
    table.setRowFactory(_ -> new Row());
    TableColumn<HistoryRow, HistoryRow> what = column("history.what", this::what);
    List<TableColumn<HistoryRow, HistoryRow>> columns =
        List.of(
            column("history.time", this::time),
            column("history.kind", this::kind),
            what,
            column("history.who", this::who),
            column("history.state", this::state),
            column("history.took", this::took));
    double fixed = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (WIDTHS[i] > 0) {
        Columns.fix(columns.get(i), WIDTHS[i]);
        fixed += WIDTHS[i];
      }
    }
    Columns.share(table, what, fixed, 1);
    // Where there is little room the kind gives way: it is told by the details' title too.
    TableColumn<HistoryRow, HistoryRow> kind = columns.get(KIND);
    double without = fixed - WIDTHS[KIND];
    table
        .widthProperty()
        .subscribe(width -> {
          boolean small = width.doubleValue() > 0 && width.doubleValue() < SMALL;
          kind.setVisible(!small);
          Columns.share(table, what, small ? without : without + WIDTHS[KIND], 1);
        });
    table.getColumns().setAll(columns);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (!updating && row instanceof Entry(JournalEntry entry)) {
            model.choose(Optional.of(entry));
          }
        });
    model.chosen().subscribe(() -> select());
  }

  TableView<HistoryRow> table() {
    return table;
  }

  void show(List<HistoryRow> rows) {
    updating = true;
    table.getSelectionModel().clearSelection();
    table.setItems(FXCollections.observableList(rows));
    updating = false;
    select();
  }

  /** A second has passed: lengths of what is under way grow. */
  void tick() {
    boolean open =
        table.getItems().stream()
            .anyMatch(row -> row instanceof Entry(JournalEntry entry) && entry.isOpen());
    if (open) {
      table.refresh();
    }
  }

  private void select() {
    updating = true;
    String id = model.chosen().get().map(JournalEntry::id).orElse("");
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i) instanceof Entry(JournalEntry entry) && entry.id().equals(id)) {
        table.getSelectionModel().clearAndSelect(i);
      }
    }
    updating = false;
  }

  private void time(JournalEntry entry, Cell cell) {
    cell.setText(tools.moments().time(entry.about().at()));
    cell.setTooltip(
        new Tooltip(
            tools.moments().exact(entry.about().at())
                + "\n"
                + tools.moments().ago(entry.about().at(), tools.now().value().get())));
  }

  private void kind(JournalEntry entry, Cell cell) {
    cell.setText(tools.text("kind." + HistoryWords.kind(entry)));
    cell.setGraphic(HistoryWords.icon(entry).view());
  }

  private void what(JournalEntry entry, Cell cell) {
    boolean named = entry.roster() != null;
    String subject = HistoryWords.subject(entry, tools);
    Label first = named ? Labels.plain(subject) : Labels.mono(subject);
    Label second = Labels.muted(HistoryWords.reason(entry));
    // The subject before the reason: what is cut is the reason.
    first.setMinWidth(named ? Region.USE_PREF_SIZE : Math.min(120, 8 * subject.length()));
    second.setMinWidth(0);
    var line = new HBox(8, first, second);
    line.setAlignment(Pos.CENTER_LEFT);
    cell.setGraphic(line);
    cell.setTooltip(new Tooltip(subject + "\n" + second.getText()));
  }

  private void who(JournalEntry entry, Cell cell) {
    Label who = Labels.plain(Identity.name(HistoryWords.who(entry)), Styles.SMALL);
    cell.setGraphic(who);
    cell.setTooltip(new Tooltip(entry.about().who()));
  }

  private void state(JournalEntry entry, Cell cell) {
    Label state = Labels.plain("", "state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    StateLook.tell(entry.state(), state, tools.texts());
    cell.setGraphic(state);
  }

  private void took(JournalEntry entry, Cell cell) {
    cell.setText(HistoryWords.took(entry, tools));
  }

  private TableColumn<HistoryRow, HistoryRow> column(
      String key, BiConsumer<JournalEntry, Cell> fill) {
    TableColumn<HistoryRow, HistoryRow> column = new TableColumn<>(tools.text(key));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    boolean first = key.equals("history.time");
    column.getStyleClass().add(key.substring(key.indexOf('.') + 1) + "-column");
    column.setCellFactory(_ -> new Cell(first, fill));
    return column;
  }

  /** Over the columns beside it: a date is longer than a time. */
  private static Label dayLine(String day) {
    Label line = Labels.caption(day);
    line.setMinWidth(Region.USE_PREF_SIZE);
    return line;
  }

  /** A cell of an entry; in a day's line the first one tells the day. */
  private final class Cell extends TableCell<HistoryRow, HistoryRow> {
    private final boolean first;
    private final BiConsumer<JournalEntry, Cell> fill;

    Cell(boolean first, BiConsumer<JournalEntry, Cell> fill) {
      this.first = first;
      this.fill = fill;
      if (first) {
        Styles.styled(this, "first");
      }
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(HistoryRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(null);
      setTooltip(null);
      if (empty || row == null) {
        return;
      }
      switch (row) {
        case Day(var day) ->
            setGraphic(first ? dayLine(tools.moments().day(day, tools.now().value().get())) : null);
        case Entry(JournalEntry entry) -> fill.accept(entry, this);
      }
    }
  }

  private static final class Row extends TableRow<HistoryRow> {
    @Override
    protected void updateItem(HistoryRow row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(DAY, !empty && row instanceof Day);
      setDisable(!empty && row instanceof Day);
    }
  }
}
