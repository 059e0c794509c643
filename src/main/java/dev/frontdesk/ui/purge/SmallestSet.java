package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.ui.kit.CopyableId;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** What exactly is sent to CloudFront, in room for a few that keeps its height. */
final class SmallestSet extends VBox {
  private static final int MOST = 100;
  private static final double ROW = 20;
  private static final int ROWS = 4;

  private final Tools tools;
  private final ListView<String> list = Ids.give("purge-set", new ListView<>());
  private final Label none = Labels.wrapped("", Styles.MUTED);
  private final Button copy =
      Styles.styled(new Button(null, Icon.COPY.view(12)), Styles.FLAT, "icon-button");
  private List<InvalidationItem> shown = List.of();

  SmallestSet(Tools tools) {
    this.tools = tools;
    copy.setTooltip(new Tooltip(tools.text("purge.copy-set")));
    copy.setAccessibleText(tools.text("purge.copy-set"));
    copy.setOnAction(_ ->
        CopyableId.copy(
            shown.stream().map(InvalidationItem::wire).collect(Collectors.joining("\n"))));
    list.setAccessibleText(tools.text("purge.set"));
    list.setFixedCellSize(ROW);
    list.setMinHeight(ROWS * ROW);
    list.setPrefHeight(ROWS * ROW);
    list.setMaxHeight(ROWS * ROW);
    list.setCellFactory(_ -> new Line());
    list.setPlaceholder(none);
    Styles.styled(list, "set-list");
    getChildren().add(Panels.section(tools.text("purge.set"), copy, list));
    copy.setDisable(true);
  }

  /**
   * @param otherwise what is said where nothing is sent
   */
  void show(List<InvalidationItem> items, String otherwise) {
    none.setText(otherwise);
    if (items.equals(shown) && !items.isEmpty()) {
      return;
    }
    shown = items;
    copy.setDisable(items.isEmpty());
    List<String> lines =
        new java.util.ArrayList<>(items.stream().limit(MOST).map(InvalidationItem::wire).toList());
    if (items.size() > MOST) {
      lines.add(tools.text("change.more", items.size() - MOST));
    }
    list.setItems(FXCollections.observableList(lines));
  }

  private static final class Line extends ListCell<String> {
    Line() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(String line, boolean empty) {
      super.updateItem(line, empty);
      boolean isItem = !empty && getIndex() < MOST;
      getStyleClass().removeAll(Styles.MONO, Styles.MUTED);
      getStyleClass().add(isItem ? Styles.MONO : Styles.MUTED);
      setText(empty ? null : line);
      setTooltip(isItem ? new Tooltip(line) : null);
    }
  }
}
