package dev.frontdesk.ui.purge;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.kit.Columns;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.StateLook;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was purged of late: each can be taken into the input again, or looked at. */
final class RecentPurges extends VBox {
  private static final double ROW = 32;
  private static final double TIME = 120;
  private static final double STATE = 112;
  private static final double LINK = 48;

  private final PurgeModel model;
  private final Tools tools;
  private final Consumer<String> open;
  private final TableView<JournalEntry> table = Ids.give("purge-recent", new TableView<>());
  private List<String> times = List.of();

  /**
   * @param open shows an entry of the journal, by its id, on the History page
   */
  RecentPurges(PurgeModel model, Tools tools, Consumer<String> open) {
    this.model = model;
    this.tools = tools;
    this.open = open;
    table.setAccessibleText(tools.text("purge.recent"));
    table.setAccessibleHelp(tools.text("purge.recent-hover"));
    table.setFixedCellSize(ROW);
    Styles.styled(table, "headless");
    table.setRowFactory(_ -> new Row());
    TableColumn<JournalEntry, JournalEntry> time = column("time-column", this::time);
    TableColumn<JournalEntry, JournalEntry> reason = column("reason-column", this::reason);
    TableColumn<JournalEntry, JournalEntry> paths = column("paths-column", this::paths);
    TableColumn<JournalEntry, JournalEntry> state = column("state-column", this::state);
    TableColumn<JournalEntry, JournalEntry> link = column("link-column", this::link);
    Columns.fix(time, TIME);
    Columns.fix(state, STATE);
    Columns.fix(link, LINK);
    Columns.share(table, reason, TIME + STATE + LINK, 0.55);
    Columns.share(table, paths, TIME + STATE + LINK, 0.45);
    table.getColumns().setAll(List.of(time, reason, paths, state, link));
    table.setPlaceholder(Labels.muted(tools.text("purge.recent-none")));
    table.setOnKeyPressed(key -> {
      JournalEntry chosen = table.getSelectionModel().getSelectedItem();
      if (key.getCode() == KeyCode.ENTER && chosen != null) {
        again(chosen);
        key.consume();
      }
    });
    VBox.setVgrow(table, Priority.ALWAYS);
    Label title = Labels.title(tools.text("purge.recent"));
    title.setMinHeight(40);
    title.setStyle("-fx-padding: 0 24 0 24;");
    getChildren().addAll(title, table);
    model.purges().recent().subscribe(this::show);
  }

  /** A moment has passed: how long ago it was. */
  void tick() {
    List<String> next = table.getItems().stream().map(this::ago).toList();
    if (!next.equals(times)) {
      times = next;
      table.refresh();
    }
  }

  private String ago(JournalEntry entry) {
    return tools.moments().ago(entry.about().at(), tools.now().value().get());
  }

  private void show(List<JournalEntry> purges) {
    table.setItems(FXCollections.observableList(purges));
  }

  private void again(JournalEntry entry) {
    model.fill(entry.items(), entry.about().reason());
  }

  private void time(JournalEntry entry, TableCell<?, ?> cell) {
    cell.setText(ago(entry));
    cell.setTooltip(new Tooltip(tools.moments().exact(entry.about().at())));
  }

  private void reason(JournalEntry entry, TableCell<?, ?> cell) {
    cell.setText(entry.about().reason().replaceAll("\\s+", " "));
    cell.setTooltip(new Tooltip(entry.about().reason() + "\n" + entry.about().who()));
  }

  private void paths(JournalEntry entry, TableCell<?, ?> cell) {
    List<String> items = entry.items();
    Label told =
        items.size() == 1
            ? Labels.mono(items.getFirst())
            : Labels.muted(tools.text("history.paths", items.size()));
    told.setMinWidth(0);
    cell.setGraphic(told);
    cell.setTooltip(new Tooltip(String.join("\n", items.subList(0, Math.min(20, items.size())))));
  }

  private void state(JournalEntry entry, TableCell<?, ?> cell) {
    Label state = Labels.plain("", "state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    StateLook.tell(entry.state(), state, tools.texts());
    cell.setGraphic(state);
  }

  private void link(JournalEntry entry, TableCell<?, ?> cell) {
    var link = Styles.styled(new Button(null, Icon.HISTORY.view()), Styles.FLAT, "icon-button");
    link.setTooltip(new Tooltip(tools.text("publication.in-history")));
    link.setAccessibleText(tools.text("publication.in-history"));
    link.setOnAction(_ -> open.accept(entry.id()));
    var box = new HBox(link);
    box.setAlignment(Pos.CENTER);
    cell.setGraphic(box);
  }

  private static TableColumn<JournalEntry, JournalEntry> column(
      String style, BiConsumer<JournalEntry, TableCell<?, ?>> fill) {
    TableColumn<JournalEntry, JournalEntry> column = Columns.of("", fill);
    column.getStyleClass().add(style);
    return column;
  }

  private final class Row extends TableRow<JournalEntry> {
    Row() {
      setOnMouseClicked(click -> {
        if (click.getButton() == MouseButton.PRIMARY && getItem() != null) {
          again(getItem());
        }
      });
    }

    @Override
    protected void updateItem(JournalEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setAccessibleText(
          empty || entry == null
              ? null
              : tools.text(
                  "purge.recent-row",
                  entry.about().reason(),
                  entry.items().size(),
                  StateLook.word(entry.state(), tools.texts())));
    }
  }
}
