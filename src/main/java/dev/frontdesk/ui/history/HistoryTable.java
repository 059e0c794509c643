package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.ui.history.HistoryLine.Day;
import dev.frontdesk.ui.history.HistoryLine.Entry;
import dev.frontdesk.ui.kit.Columns;
import dev.frontdesk.ui.kit.EntryKind;
import dev.frontdesk.ui.kit.HistoryFacts;
import dev.frontdesk.ui.kit.HistoryWords;
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
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Entries newest first, a line before each day. */
final class HistoryTable {
  private static final double ROW = 32;

  /** Of the columns, from the left; 0 for the one that takes the rest. */
  private static final double[] WIDTHS = {96, 112, 0, 80, 104, 72};

  private static final int KIND = 1;

  /** Narrower than this, the kind is told by its icon alone. */
  private static final double SMALL = 600;

  private static final double KIND_SMALL = 28;
  private static final PseudoClass DAY = PseudoClass.getPseudoClass("day");

  private final HistoryModel model;
  private final Tools tools;
  private final TableView<HistoryLine> table = Ids.give("history-table", new TableView<>());
  private final KeptPlace place = new KeptPlace(table);
  private HistoryList shown = HistoryList.EMPTY;
  private boolean small;
  private boolean updating;

  /**
   * @param intoDetails moves the focus to what can be done with the chosen entry
   */
  HistoryTable(HistoryModel model, Tools tools, Runnable intoDetails) {
    this.model = model;
    this.tools = tools;
    table.setAccessibleText(tools.text("history.table"));
    table.setFixedCellSize(ROW);
    table.setRowFactory(_ -> new Row());
    TableColumn<HistoryLine, HistoryLine> what = column("history.what", this::what);
    List<TableColumn<HistoryLine, HistoryLine>> columns =
        List.of(
            column("history.time", this::time),
            column("history.kind", this::kind),
            what,
            column("history.who", this::who),
            column("history.state", this::state),
            column("history.took", this::took));
    double others = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (WIDTHS[i] > 0) {
        Columns.fix(columns.get(i), WIDTHS[i]);
        others += i == KIND ? 0 : WIDTHS[i];
      }
    }
    double rest = others;
    table.widthProperty().subscribe(width -> fit(columns.get(KIND), what, rest));
    table.getColumns().setAll(columns);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (!updating && row instanceof Entry(HistoryEntry entry)) {
            model.choose(Optional.of(entry));
          }
        });
    table.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER && model.chosen().get().isPresent()) {
        intoDetails.run();
        key.consume();
      }
    });
    model.chosen().subscribe(this::select);
  }

  private void fit(
      TableColumn<HistoryLine, HistoryLine> kind,
      TableColumn<HistoryLine, HistoryLine> what,
      double others) {
    small = table.getWidth() > 0 && table.getWidth() < SMALL;
    double width = small ? KIND_SMALL : WIDTHS[KIND];
    kind.setText(small ? "" : tools.text("history.kind"));
    what.setText(tools.text(small ? "history.what-small" : "history.what"));
    Columns.fix(kind, width);
    Columns.share(table, what, others + width, 1);
  }

  TableView<HistoryLine> table() {
    return table;
  }

  /** Shows another list; what is looked at and what is chosen stay where they are. */
  void show(HistoryList next) {
    List<KeptPlace.Anchor> looked = place.anchors(shown);
    shown = next;
    updating = true;
    // A selection in a list that goes would be looked for row by row (measured: 5 s of 100,000).
    table.getSelectionModel().clearSelection();
    table.setItems(FXCollections.observableList(next.rows()));
    updating = false;
    select();
    place.hold(looked, next);
  }

  /** A second has passed: lengths of what is under way grow. */
  void tick() {
    if (shown.counts().open() > 0) {
      table.refresh();
    }
  }

  /** Brings the chosen entry into sight, where it is in the list. */
  void reveal() {
    row().ifPresent(place::reveal);
  }

  private void select() {
    updating = true;
    row()
        .ifPresentOrElse(
            table.getSelectionModel()::clearAndSelect, table.getSelectionModel()::clearSelection);
    updating = false;
  }

  private Optional<Integer> row() {
    return model.chosen().get().map(entry -> shown.places().get(entry.id()));
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
    EntryKind kind = EntryKind.of(entry);
    String word = HistoryWords.kind(kind, tools);
    cell.setText(small ? null : word);
    cell.setAccessibleText(word);
    cell.setTooltip(small ? new Tooltip(word) : null);
    cell.setGraphic(HistoryWords.icon(kind).view());
  }

  private void what(HistoryEntry entry, Cell cell) {
    boolean path = HistoryWords.isPath(entry);
    String subject = HistoryWords.subject(entry, tools);
    Label first = path ? Labels.mono(subject) : Labels.plain(subject);
    Label second = Labels.muted(HistoryWords.reason(entry, tools));
    // The subject before the reason: what is cut is the reason.
    first.setMinWidth(path ? Math.min(120, 8 * subject.length()) : Region.USE_PREF_SIZE);
    second.setMinWidth(0);
    second.setPrefWidth(0);
    second.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(second, Priority.ALWAYS);
    var line = new HBox(8, first, second);
    line.setAlignment(Pos.CENTER_LEFT);
    cell.setGraphic(line);
    cell.setTooltip(new Tooltip(subject + "\n" + second.getText()));
  }

  private void who(HistoryEntry entry, Cell cell) {
    Label who =
        Labels.plain(
            HistoryWords.who(entry, tools),
            HistoryFacts.ours(entry).isPresent() ? Styles.SMALL : Styles.MUTED);
    cell.setGraphic(who);
    cell.setTooltip(
        new Tooltip(
            HistoryFacts.ours(entry)
                .map(ours -> ours.about().who())
                .orElseGet(() -> tools.text("details.nobody"))));
  }

  private void state(HistoryEntry entry, Cell cell) {
    Label state = Labels.plain("", "state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    StateLook.tell(HistoryFacts.state(entry), state, tools.texts());
    cell.setGraphic(state);
  }

  private void took(HistoryEntry entry, Cell cell) {
    cell.setText(HistoryWords.took(entry, tools));
  }

  private TableColumn<HistoryLine, HistoryLine> column(
      String key, BiConsumer<HistoryEntry, Cell> fill) {
    TableColumn<HistoryLine, HistoryLine> column = new TableColumn<>(tools.text(key));
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
  private final class Cell extends TableCell<HistoryLine, HistoryLine> {
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
    protected void updateItem(HistoryLine row, boolean empty) {
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
        case Entry(HistoryEntry entry) -> fill.accept(entry, this);
      }
    }
  }

  private static final class Row extends TableRow<HistoryLine> {
    @Override
    protected void updateItem(HistoryLine row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(DAY, !empty && row instanceof Day);
      setDisable(!empty && row instanceof Day);
    }
  }
}
