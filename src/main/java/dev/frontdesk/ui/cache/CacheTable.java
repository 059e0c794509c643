package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.Gap;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.texts.FigureText;
import dev.frontdesk.ui.kit.Columns;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The same figures a period a row, newest first, with the invalidations in each. */
final class CacheTable {
  private static final double TIME = 112;
  private static final double NUMBER = 70;

  /** So much more the head of the hit ratio needs. */
  private static final double LONG_HEAD = 10;

  private final Tools tools;
  private final CacheWords words;
  private final FigureText figures;
  private final MarkActions actions;
  private final MarkMenu menu;
  private @Nullable Seen seen;

  /** While it is filled nobody chooses anything. */
  private boolean filling;

  private final TableView<Row> table = Ids.give("cache-table", new TableView<>());

  /**
   * A period.
   *
   * @param marks the invalidations in it, in the order of time
   */
  private record Row(Instant start, List<Mark> marks) {}

  CacheTable(Tools tools, MarkActions actions) {
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.figures = new FigureText(tools.texts());
    this.actions = actions;
    this.menu = new MarkMenu(tools, actions);
    table.setAccessibleText(tools.text("cache.table"));
    table.setFixedCellSize(32);
    Styles.styled(table, "cache-table");
    TableColumn<Row, Row> time = Columns.of(tools.text("cache.column.time"), this::time);
    Columns.fix(time, TIME);
    time.getStyleClass().add("time-column");
    TableColumn<Row, Row> marks = Columns.of(tools.text("cache.column.marks"), this::marks);
    marks.getStyleClass().add("marks-column");
    List<TableColumn<Row, Row>> columns = new ArrayList<>(List.of(time));
    columns.add(number("hit-ratio", Metric.HIT_RATIO));
    columns.add(number("requests", Metric.REQUESTS));
    columns.add(number("bytes", Metric.BYTES_DOWNLOADED));
    columns.add(number("uploaded", Metric.BYTES_UPLOADED));
    columns.add(number("client-errors", Metric.CLIENT_ERRORS));
    columns.add(number("server-errors", Metric.SERVER_ERRORS));
    columns.add(number("median", Metric.ORIGIN_LATENCY_P50));
    columns.add(number("p90", Metric.ORIGIN_LATENCY_P90));
    columns.add(marks);
    Columns.share(table, marks, TIME + Metric.values().length * NUMBER + LONG_HEAD, 1);
    table.getColumns().setAll(columns);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (!filling) {
            actions.restOn(row == null ? List.of() : row.marks());
          }
        });
    table.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        openChosen();
        key.consume();
      }
    });
    table.setOnMouseClicked(click -> {
      if (click.getClickCount() == 2) {
        openChosen();
      }
    });
  }

  TableView<?> table() {
    return table;
  }

  /** Shows other figures; the period that was chosen stays so. */
  void show(Seen next, Marks marks) {
    seen = next;
    Row before = table.getSelectionModel().getSelectedItem();
    List<Row> rows = new ArrayList<>();
    for (int i = next.window().periods() - 1; i >= 0; i--) {
      int period = i;
      rows.add(
          new Row(
              next.window().start(i),
              marks.marks().stream()
                  .filter(mark -> next.window().indexOf(mark.at()) == period)
                  .toList()));
    }
    filling = true;
    table.setItems(FXCollections.observableList(rows));
    if (before != null) {
      rows.stream()
          .filter(row -> row.start().equals(before.start()))
          .findFirst()
          .ifPresent(table.getSelectionModel()::select);
    }
    filling = false;
  }

  /** There are rows only after something has been shown. */
  private Seen shown() {
    return Objects.requireNonNull(seen);
  }

  private void openChosen() {
    Row row = table.getSelectionModel().getSelectedItem();
    if (row != null && !row.marks().isEmpty()) {
      menu.open(row.marks(), this::showBelowTheChosen);
    }
  }

  private void showBelowTheChosen(ContextMenu list) {
    // Of a row that is scrolled out of sight there is no node.
    Optional<Node> row =
        table.lookupAll(".table-row-cell").stream()
            .filter(node -> node instanceof TableRow<?> shown && shown.isSelected())
            .findFirst();
    Node at = row.orElse(table);
    Bounds bounds = at.localToScreen(at.getBoundsInLocal());
    double y = row.isPresent() ? bounds.getMaxY() : bounds.getMinY();
    list.show(table, bounds.getMinX() + TIME, y);
  }

  private void time(Row row, TableCell<?, ?> cell) {
    cell.setText(words.time(row.start(), shown().window()));
    cell.setTooltip(new Tooltip(tools.moments().exact(row.start())));
  }

  private void marks(Row row, TableCell<?, ?> cell) {
    if (row.marks().isEmpty()) {
      return;
    }
    cell.setGraphic(
        Styles.styled(CacheWords.icon(row.marks()).view(), CacheWords.style(row.marks())));
    cell.setText(words.label(row.marks()));
    cell.setAccessibleText(
        row.marks().stream().map(mark -> words.title(mark)).collect(Collectors.joining(", ")));
    String opens =
        MarkMenu.isOfOneEntry(row.marks())
            ? "cache.table-open-hover"
            : "cache.table-open-hover-several";
    var hover = new Tooltip(tools.text(opens, words.hover(row.marks())));
    hover.setOnShowing(_ -> actions.lookAt(row.marks()));
    cell.setTooltip(hover);
  }

  private TableColumn<Row, Row> number(String name, Metric metric) {
    BiFunction<Row, TableCell<?, ?>, String> text =
        (row, cell) -> {
          OptionalDouble point = shown().reading().series(metric).at(row.start());
          cell.getStyleClass().remove("gap-word");
          if (point.isPresent()) {
            return figure(metric, point.getAsDouble());
          }
          cell.getStyleClass().add("gap-word");
          return shown().reading().isOff(metric)
              ? tools.text("cache.figure.not-known")
              : gap(row, metric);
        };
    TableColumn<Row, Row> column =
        Columns.of(
            tools.text("cache.column." + name), (row, cell) -> cell.setText(text.apply(row, cell)));
    Columns.fix(column, metric == Metric.HIT_RATIO ? NUMBER + LONG_HEAD : NUMBER);
    column.getStyleClass().add(Styles.NUMBER);
    return column;
  }

  /** Its unit is in the head but for bytes, which have one each; requests have every digit. */
  private String figure(Metric metric, double point) {
    return switch (metric) {
      case REQUESTS -> tools.text("number", point);
      case BYTES_DOWNLOADED, BYTES_UPLOADED -> figures.of(metric, point).whole();
      case HIT_RATIO, CLIENT_ERRORS, SERVER_ERRORS, ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 ->
          figures.of(metric, point).number();
    };
  }

  private String gap(Row row, Metric metric) {
    return shown().gaps(metric).stream()
        .filter(gap -> gap.covers(row.start()))
        .map(Gap::reason)
        .map(words::gap)
        .findFirst()
        .orElse("");
  }
}
