package dev.frontdesk.ui.behaviours;

import dev.frontdesk.publishing.RouteCheck;
import dev.frontdesk.texts.CachingText;
import dev.frontdesk.ui.kit.Columns;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The connection's routes: how each is kept, and whether its strategy fits. */
final class RouteTable {
  private static final double ROW = 32;
  private static final double TTL = 104;
  private static final double STRATEGY = 136;

  /** Two lines of a path have room in a row, and no more. */
  private static final double TIGHT = -3;

  private static final int MOST_ROWS = 4;

  private final Tools tools;
  private final CachingText words;
  private final RouteWords sentences;
  private final TableView<RouteCheck> table = Ids.give("behaviour-routes", new TableView<>());

  RouteTable(BehavioursModel model, Tools tools) {
    this.tools = tools;
    this.words = new CachingText(tools.texts());
    this.sentences = new RouteWords(tools);
    table.setAccessibleText(tools.text("behaviours.routes"));
    table.setFixedCellSize(ROW);
    table.setRowFactory(_ -> new Row());
    TableColumn<RouteCheck, RouteCheck> route = column("route", this::route);
    TableColumn<RouteCheck, RouteCheck> behaviour = column("behaviour", this::behaviour);
    TableColumn<RouteCheck, RouteCheck> ttl = column("ttl", this::ttl);
    TableColumn<RouteCheck, RouteCheck> strategy = column("strategy", this::strategy);
    TableColumn<RouteCheck, RouteCheck> fits = column("fits", this::fits);
    route.getStyleClass().add("time-column");
    ttl.getStyleClass().add("took-column");
    Columns.fix(ttl, TTL);
    Columns.fix(strategy, STRATEGY);
    Columns.share(table, route, TTL + STRATEGY, 0.33);
    Columns.share(table, behaviour, TTL + STRATEGY, 0.2);
    Columns.share(table, fits, TTL + STRATEGY, 0.47);
    table.getColumns().setAll(List.of(route, behaviour, ttl, strategy, fits));
    model.checks().subscribe(this::show);
  }

  TableView<RouteCheck> table() {
    return table;
  }

  private void show(Load<Optional<List<RouteCheck>>> load) {
    List<RouteCheck> checks = load.newest().flatMap(known -> known).orElse(List.of());
    table.setItems(FXCollections.observableList(checks));
    int rows = Math.min(MOST_ROWS, Math.max(2, checks.size()));
    table.setMinHeight(ROW * (rows + 1) + 1);
    table.setPrefHeight(table.getMinHeight());
    table.setMaxHeight(table.getMinHeight());
    table.getStyleClass().remove("dimmed");
    if (load.isLoading()) {
      table.getStyleClass().add("dimmed");
    }
    String word =
        switch (load) {
          case Load.Idle<Optional<List<RouteCheck>>> _,
              Load.Loading<Optional<List<RouteCheck>>> _ ->
              "asking";
          case Load.Failed<Optional<List<RouteCheck>>> _ -> "failed";
          case Load.Loaded<Optional<List<RouteCheck>>>(Optional<List<RouteCheck>> known, var _) ->
              known.isPresent() ? "none" : "no-example";
        };
    table.setPlaceholder(Labels.muted(tools.text("behaviours.routes-" + word)));
  }

  // Cells

  private void route(RouteCheck check, TableCell<?, ?> cell) {
    cell.setGraphic(path(check.route().path().text()));
    cell.setTooltip(new Tooltip(tools.text("behaviours.example", check.explanation().path())));
  }

  private void behaviour(RouteCheck check, TableCell<?, ?> cell) {
    String pattern = check.explanation().match().behaviour().pathPattern();
    cell.setGraphic(Styles.styled(path(pattern), "grey"));
    cell.setTooltip(new Tooltip(pattern));
  }

  /** In two lines where the room is small: cut ones could not be told apart. */
  private static Label path(String path) {
    Label text = Labels.mono(path);
    text.setMinWidth(0);
    text.setWrapText(true);
    text.setMaxHeight(ROW);
    text.setLineSpacing(TIGHT);
    text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    return text;
  }

  private void ttl(RouteCheck check, TableCell<?, ?> cell) {
    cell.setText(words.kept(check.explanation()));
    cell.setTooltip(new Tooltip(words.keptExactly(check.explanation())));
  }

  private void strategy(RouteCheck check, TableCell<?, ?> cell) {
    cell.setText(sentences.strategy(check));
  }

  private void fits(RouteCheck check, TableCell<?, ?> cell) {
    RouteWords.Look look = sentences.look(check.fit());
    Label sentence = Labels.plain(sentences.sentence(check), Styles.SMALL);
    sentence.setMinWidth(0);
    sentence.setWrapText(true);
    sentence.setMaxHeight(ROW);
    var icon = look.icon().view();
    icon.setMinWidth(Region.USE_PREF_SIZE);
    var box = Styles.styled(new HBox(8, icon, sentence), look.tone());
    box.setAlignment(Pos.CENTER_LEFT);
    cell.setGraphic(box);
    cell.setTooltip(new Tooltip(sentences.whole(check)));
  }

  private TableColumn<RouteCheck, RouteCheck> column(
      String word, BiConsumer<RouteCheck, TableCell<?, ?>> fill) {
    return Columns.of(tools.text("behaviours.route." + word), fill);
  }

  private final class Row extends TableRow<RouteCheck> {
    @Override
    protected void updateItem(RouteCheck check, boolean empty) {
      super.updateItem(check, empty);
      setAccessibleText(
          empty || check == null
              ? null
              : tools.text(
                  "behaviours.route-row",
                  check.route().path().text(),
                  words.keptExactly(check.explanation()),
                  sentences.strategy(check),
                  sentences.whole(check)));
    }
  }
}
