package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.ui.kit.Columns;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How each thing pasted is read: what is sent for it, or what is wrong with it. */
final class ReadingTable {
  private static final double ROW = 32;

  /** Room for three lines: what is wrong is a sentence, and in a small window a long one. */
  private static final double TALL_ROW = 52;

  /** Of the column: in less than this a sentence has more than two lines. */
  private static final double NARROW = 420;

  private static final double NUMBER = 64;
  private static final double STATE = 112;

  /** In characters: what was probably meant stands on its button, unless it is longer. */
  private static final int LONGEST_BUTTON = 22;

  /** Of the column: what is sent is read before what was done to it. */
  private static final double TEXT_SHARE = 0.7;

  private static final double CHARACTER = 7.3;
  private static final double INSET = 24;

  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final PurgeModel model;
  private final Tools tools;
  private final TableView<PurgePlan.Line> table = Ids.give("purge-preview", new TableView<>());

  private final TableColumn<PurgePlan.Line, PurgePlan.Line> what;

  ReadingTable(PurgeModel model, Tools tools) {
    this.model = model;
    this.tools = tools;
    table.setAccessibleText(tools.text("purge.preview"));
    table.setFixedCellSize(ROW);
    table.setRowFactory(_ -> new Row());
    TableColumn<PurgePlan.Line, PurgePlan.Line> number =
        Columns.of(tools.text("purge.column.line"), this::number);
    TableColumn<PurgePlan.Line, PurgePlan.Line> state =
        Columns.of(tools.text("purge.column.state"), this::state);
    what = Columns.of(tools.text("purge.column.what"), this::what);
    number.getStyleClass().add("line-column");
    what.getStyleClass().add("what-column");
    Columns.fix(number, NUMBER);
    Columns.fix(state, STATE);
    Columns.share(table, what, NUMBER + STATE, 1);
    table.getColumns().setAll(List.of(number, state, what));
    table.setPlaceholder(Labels.muted(""));
    model.plan().subscribe(this::show);
    what.widthProperty().subscribe(this::fit);
  }

  /** Rows are as high as what is wrong needs, all of them alike. */
  private void fit() {
    boolean isTall = isNarrow() && table.getItems().stream().anyMatch(ReadingTable::isWrong);
    table.setFixedCellSize(isTall ? TALL_ROW : ROW);
  }

  private boolean isNarrow() {
    double width = what.getWidth();
    return width > 0 && width < NARROW;
  }

  private static boolean isWrong(PurgePlan.Line line) {
    return LineState.of(line) == LineState.WRONG;
  }

  TableView<PurgePlan.Line> table() {
    return table;
  }

  /** The same lines stay as they are: they are read anew whenever the quota is. */
  private void show(Load<Planned> load) {
    if (load instanceof Load.Loaded<Planned>(Planned planned, var _)
        && !planned.plan().lines().equals(table.getItems())) {
      table.setItems(FXCollections.observableList(planned.plan().lines()));
      fit();
    }
  }

  private void number(PurgePlan.Line line, TableCell<?, ?> cell) {
    cell.setText(tools.text("number", line.pasted().line()));
  }

  private void state(PurgePlan.Line line, TableCell<?, ?> cell) {
    LineState state = LineState.of(line);
    Label word = Labels.plain(tools.text("purge.state." + state.word), "state", state.tone);
    word.setGraphic(state.icon.view());
    word.setMinWidth(Region.USE_PREF_SIZE);
    cell.setGraphic(Styles.styled(new HBox(word), "centred", state.tone));
  }

  private void what(PurgePlan.Line line, TableCell<?, ?> cell) {
    LineWords words = LineWords.of(line, tools);
    boolean isWrong = words.state() == LineState.WRONG;
    Label text = isWrong ? Labels.plain(words.text(), "sentence") : Labels.mono(words.text());
    text.setWrapText(isWrong);
    double width = cell.getTableColumn().getWidth() - INSET;
    text.setMinWidth(isWrong ? 0 : Math.min(TEXT_SHARE * width, CHARACTER * words.text().length()));
    text.setMaxHeight(isWrong && isNarrow() ? TALL_ROW : ROW);
    if (words.state() == LineState.REDUNDANT || words.state() == LineState.IN_PROGRESS) {
      Styles.styled(text, "struck", "grey");
    }
    var row = new HBox(16, text, Labels.spring());
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(false);
    if (!words.note().isEmpty()) {
      Label note = Labels.muted(words.note());
      note.setMinWidth(0);
      row.getChildren().add(note);
    }
    String instead = words.instead();
    if (instead != null) {
      row.getChildren().add(use(line, instead));
    }
    cell.setGraphic(row);
    cell.setTooltip(
        new Tooltip(words.note().isEmpty() ? words.text() : words.text() + "\n" + words.note()));
  }

  private Node use(PurgePlan.Line line, String instead) {
    boolean isShort = !isNarrow() && instead.length() <= LONGEST_BUTTON;
    var use =
        Styles.styled(
            new Button(isShort ? tools.text("purge.use", instead) : tools.text("purge.use-this")),
            Styles.COMPACT);
    use.setMnemonicParsing(false);
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.setTooltip(new Tooltip(tools.text("purge.use-hover", instead)));
    use.setAccessibleHelp(tools.text("purge.use-hover", instead));
    use.setOnAction(_ -> model.use(line.pasted(), instead));
    return use;
  }

  private final class Row extends TableRow<PurgePlan.Line> {
    @Override
    protected void updateItem(PurgePlan.Line line, boolean empty) {
      super.updateItem(line, empty);
      boolean isThere = !empty && line != null;
      pseudoClassStateChanged(REFUSED, isThere && ReadingTable.isWrong(line));
      setAccessibleText(
          isThere ? LineWords.of(line, tools).spoken(line.pasted().line(), tools) : null);
    }
  }
}
