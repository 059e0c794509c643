package dev.frontdesk.ui.behaviours;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.texts.CachingText;
import dev.frontdesk.ui.kit.Columns;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The behaviours in matching order. */
final class BehaviourTable {
  private static final double ROW = 32;
  private static final double NUMBER = 52;
  private static final double ORIGIN = 100;
  private static final double METHODS = 72;
  private static final double COMPRESSES = 68;

  /** Below this width seconds, methods and compression stand in the lines below alone. */
  private static final double SMALL = 1_000;

  private static final double SHORT_TTL = 60;

  /** With a day in seconds, and with a year. */
  private static final double DAY = 104;

  private static final double YEAR = 124;

  /** Of what the fixed columns leave; the key has the rest. */
  private static final double PATTERN_SHARE = 0.3;

  private static final double POLICY_SHARE = 0.43;
  private static final int MOST_ROWS = 6;
  private static final int LEAST_ROWS = 3;
  private static final int CONTEXT = 2;

  private final Tools tools;
  private final CachingText words;
  private final TableView<Behaviour> table = Ids.give("behaviour-table", new TableView<>());
  private final TableColumn<Behaviour, Behaviour> number;
  private final TableColumn<Behaviour, Behaviour> pattern;
  private final TableColumn<Behaviour, Behaviour> origin;
  private final TableColumn<Behaviour, Behaviour> methods;
  private final TableColumn<Behaviour, Behaviour> policy;
  private final TableColumn<Behaviour, Behaviour> least;
  private final TableColumn<Behaviour, Behaviour> usual;
  private final TableColumn<Behaviour, Behaviour> most;
  private final TableColumn<Behaviour, Behaviour> key;
  private final TableColumn<Behaviour, Behaviour> compresses;
  private boolean small;

  BehaviourTable(Tools tools) {
    this.tools = tools;
    this.words = new CachingText(tools.texts());
    this.number = column("number", "number", this::number);
    this.pattern = column("pattern", "", this::pattern);
    this.origin = column("origin", "", this::origin);
    this.methods = column("methods", "secondary", this::methods);
    this.policy = column("policy", "", this::policy);
    this.least = column("minimum", "number", ttl(each -> each.ttl().minimumSeconds()));
    this.usual = column("default", "number", ttl(each -> each.ttl().defaultSeconds()));
    this.most = column("maximum", "number", ttl(each -> each.ttl().maximumSeconds()));
    this.key = column("key", "secondary", this::key);
    this.compresses = column("compresses", "secondary", this::compresses);
    table.setAccessibleText(tools.text("behaviours.table"));
    table.setFixedCellSize(ROW);
    table.setRowFactory(_ -> new Row());
    table
        .getColumns()
        .setAll(
            List.of(number, pattern, origin, methods, policy, least, usual, most, key, compresses));
    key.getStyleClass().add("key-column");
    number.getStyleClass().add("place-column");
    table.setPlaceholder(Labels.muted(tools.text("behaviours.none")));
    table.setMinHeight(ROW * (LEAST_ROWS + 1));
    table.widthProperty().subscribe(width -> fit(width.doubleValue()));
    fit(0);
    room(MOST_ROWS);
  }

  TableView<Behaviour> table() {
    return table;
  }

  void show(Distribution distribution) {
    if (!distribution.behaviours().equals(table.getItems())) {
      table.setItems(FXCollections.observableList(distribution.behaviours()));
      table.getSelectionModel().selectFirst();
    }
    room(Math.min(MOST_ROWS, Math.max(1, table.getItems().size())));
  }

  private void room(int rows) {
    table.setPrefHeight(ROW * (rows + 1) + 1);
    table.setMaxHeight(table.getPrefHeight());
  }

  /**
   * Chooses the behaviour that a path has, with two of those before it in sight.
   *
   * @param number its place in the matching order, from 1
   */
  void choose(int number) {
    table.getSelectionModel().clearAndSelect(number - 1);
    table.scrollTo(Math.max(0, number - 1 - CONTEXT));
  }

  private void fit(double width) {
    small = width > 0 && width < SMALL;
    double day = small ? SHORT_TTL : DAY;
    double year = small ? SHORT_TTL : YEAR;
    double fixed = NUMBER + ORIGIN + SHORT_TTL + day + year + (small ? 0 : METHODS + COMPRESSES);
    Columns.fix(number, NUMBER);
    Columns.fix(origin, ORIGIN);
    Columns.fix(methods, METHODS);
    Columns.fix(compresses, COMPRESSES);
    Columns.fix(least, SHORT_TTL);
    Columns.fix(usual, day);
    Columns.fix(most, year);
    Columns.share(table, pattern, fixed, PATTERN_SHARE);
    Columns.share(table, policy, fixed, POLICY_SHARE);
    Columns.share(table, key, fixed, 1 - PATTERN_SHARE - POLICY_SHARE);
    methods.setVisible(!small);
    compresses.setVisible(!small);
    table.refresh();
  }

  // Cells

  private void number(Behaviour behaviour, TableCell<?, ?> cell) {
    cell.setText(tools.text("number", cell.getIndex() + 1));
  }

  private void pattern(Behaviour behaviour, TableCell<?, ?> cell) {
    Label text = Labels.mono(behaviour.pathPattern());
    text.setMinWidth(0);
    cell.setGraphic(text);
    cell.setTooltip(new Tooltip(behaviour.pathPattern()));
  }

  private void origin(Behaviour behaviour, TableCell<?, ?> cell) {
    cell.setText(behaviour.delivery().originId());
    cell.setTooltip(new Tooltip(behaviour.delivery().originId()));
  }

  private void methods(Behaviour behaviour, TableCell<?, ?> cell) {
    List<String> allowed = behaviour.delivery().allowedMethods();
    cell.setText(
        allowed.equals(Delivery.METHODS)
            ? tools.text("behaviours.all-methods")
            : String.join(", ", allowed));
    cell.setTooltip(
        new Tooltip(
            tools.text(
                "behaviours.methods",
                String.join(", ", allowed),
                String.join(", ", behaviour.delivery().cachedMethods()))));
  }

  private void policy(Behaviour behaviour, TableCell<?, ?> cell) {
    Label name = Labels.plain(words.policy(behaviour));
    name.setMinWidth(0);
    var box = new HBox(8, name);
    box.setAlignment(Pos.CENTER_LEFT);
    if (behaviour.isManaged()) {
      Label managed = Labels.plain(tools.text("behaviours.managed"), "tag-label");
      managed.setMinWidth(Region.USE_PREF_SIZE);
      box.getChildren().add(managed);
    }
    cell.setGraphic(box);
    cell.setTooltip(new Tooltip(words.policy(behaviour)));
  }

  private BiConsumer<Behaviour, TableCell<?, ?>> ttl(ToLongFunction<Behaviour> seconds) {
    return (behaviour, cell) -> {
      long told = seconds.applyAsLong(behaviour);
      String length = words.length(told);
      String exact = words.seconds(told);
      Label large = Labels.plain(length);
      large.setMinWidth(Region.USE_PREF_SIZE);
      var box = new HBox(8, large);
      box.setAlignment(Pos.CENTER_RIGHT);
      if (!small && !length.equals(exact)) {
        Label muted = Labels.muted(exact);
        muted.setMinWidth(Region.USE_PREF_SIZE);
        box.getChildren().add(muted);
      }
      cell.setGraphic(box);
      cell.setTooltip(new Tooltip(words.both(told)));
    };
  }

  private void key(Behaviour behaviour, TableCell<?, ?> cell) {
    cell.setText(words.key(behaviour));
    cell.setTooltip(new Tooltip(words.key(behaviour)));
  }

  private void compresses(Behaviour behaviour, TableCell<?, ?> cell) {
    cell.setText(
        tools.text(behaviour.delivery().compresses() ? "behaviours.yes" : "behaviours.no"));
  }

  private TableColumn<Behaviour, Behaviour> column(
      String word, String style, BiConsumer<Behaviour, TableCell<?, ?>> fill) {
    TableColumn<Behaviour, Behaviour> column =
        Columns.of(tools.text("behaviours.column." + word), fill);
    if (!style.isEmpty()) {
      column.getStyleClass().add(style);
    }
    return column;
  }

  private final class Row extends TableRow<Behaviour> {
    @Override
    protected void updateItem(Behaviour behaviour, boolean empty) {
      super.updateItem(behaviour, empty);
      setAccessibleText(
          empty || behaviour == null
              ? null
              : tools.text(
                  "behaviours.row",
                  getIndex() + 1,
                  behaviour.pathPattern(),
                  words.policy(behaviour),
                  words.both(behaviour.ttl().minimumSeconds()),
                  words.both(behaviour.ttl().defaultSeconds()),
                  words.both(behaviour.ttl().maximumSeconds()),
                  words.key(behaviour)));
    }
  }
}
