package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.history.HistoryRow.Day;
import dev.frontdesk.ui.history.HistoryRow.Entry;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.StateLook;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.session.HistoryEntry;
import dev.frontdesk.ui.session.HistoryEntry.Foreign;
import dev.frontdesk.ui.session.HistoryEntry.Recorded;
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
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.setRowFactory(_ -> new Row());
    table
        .getColumns()
        .setAll(
            List.of(
                column("history.time", 100, 100, this::time),
                column("history.kind", 112, 112, this::kind),
                column("history.what", 160, Double.MAX_VALUE, this::what),
                column("history.who", 112, 112, this::who),
                column("history.state", 116, 116, this::state),
                took()));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (!updating && row instanceof Entry(HistoryEntry entry)) {
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
            .anyMatch(row -> row instanceof Entry(Recorded(JournalEntry entry)) && entry.isOpen());
    if (open) {
      table.refresh();
    }
  }

  private void select() {
    updating = true;
    String id = model.chosen().get().map(HistoryEntry::id).orElse("");
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i) instanceof Entry(HistoryEntry entry) && entry.id().equals(id)) {
        table.getSelectionModel().clearAndSelect(i);
      }
    }
    updating = false;
  }

  private void time(HistoryEntry entry, Cell cell) {
    cell.setText(tools.moments().time(entry.at()));
    cell.setTooltip(
        new Tooltip(
            tools.moments().exact(entry.at())
                + "\n"
                + tools.moments().ago(entry.at(), tools.now().value().get())));
  }

  private void kind(HistoryEntry entry, Cell cell) {
    cell.setText(tools.text("kind." + HistoryWords.kind(entry)));
    cell.setGraphic(HistoryWords.icon(entry).view());
  }

  private void what(HistoryEntry entry, Cell cell) {
    boolean named = entry instanceof Recorded(JournalEntry recorded) && recorded.roster() != null;
    String subject = HistoryWords.subject(entry, tools);
    Label first = named ? Labels.plain(Labels.isolated(subject)) : Labels.mono(subject);
    Label second = Labels.muted(HistoryWords.reason(entry, tools));
    first.setMinWidth(0);
    second.setMinWidth(0);
    var line = new HBox(8, first, second);
    line.setAlignment(Pos.CENTER_LEFT);
    cell.setGraphic(line);
    cell.setTooltip(new Tooltip(subject + "\n" + second.getText()));
  }

  private void who(HistoryEntry entry, Cell cell) {
    Label who = Labels.plain(HistoryWords.who(entry, tools), Styles.SMALL);
    if (entry instanceof Foreign) {
      Styles.styled(who, "grey");
    }
    cell.setGraphic(who);
    if (entry instanceof Recorded(JournalEntry recorded)) {
      cell.setTooltip(new Tooltip(recorded.about().who()));
    }
  }

  private void state(HistoryEntry entry, Cell cell) {
    Label state = Labels.plain("", "state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    StateLook.tell(entry.state(), state, tools.texts());
    cell.setGraphic(state);
  }

  private TableColumn<HistoryRow, HistoryRow> took() {
    TableColumn<HistoryRow, HistoryRow> took =
        column(
            "history.took", 80, 80, (entry, cell) -> cell.setText(HistoryWords.took(entry, tools)));
    Styles.NUMBER.lines().forEach(took.getStyleClass()::add);
    return took;
  }

  private TableColumn<HistoryRow, HistoryRow> column(
      String key, double least, double most, BiConsumer<HistoryEntry, Cell> fill) {
    TableColumn<HistoryRow, HistoryRow> column = new TableColumn<>(tools.text(key));
    column.setMinWidth(least);
    column.setPrefWidth(least);
    column.setMaxWidth(most);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    boolean first = key.equals("history.time");
    column.setCellFactory(_ -> new Cell(first, fill));
    return column;
  }

  /** A cell of an entry; in a day's line the first one tells the day. */
  private final class Cell extends TableCell<HistoryRow, HistoryRow> {
    private final boolean first;
    private final BiConsumer<HistoryEntry, Cell> fill;

    Cell(boolean first, BiConsumer<HistoryEntry, Cell> fill) {
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
            setText(first ? tools.moments().day(day, tools.now().value().get()) : null);
        case Entry(HistoryEntry entry) -> fill.accept(entry, this);
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
