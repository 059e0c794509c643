package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.kit.HistoryWords;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** The label of one invalidation, or of several that stand at one place. */
final class MarkTag extends Button {
  /** A menu that fits a small window. */
  private static final int MOST_IN_MENU = 12;

  private final Tools tools;
  private final CacheWords words;
  private final MarkActions actions;
  private final Tooltip hover = new Tooltip();
  private List<Mark> told = List.of();

  /**
   * @param id of the first that it stands for
   */
  MarkTag(String id, Tools tools, MarkActions actions) {
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.actions = actions;
    Styles.styled(this, Styles.FLAT, "mark");
    setManaged(false);
    Ids.give("invalidation-" + id, this);
    setTooltip(hover);
    setOnAction(_ -> open());
    // A mouse that only passes by asks for nothing.
    hover.setOnShowing(_ -> actions.lookAt(told));
    focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            actions.lookAt(told);
          }
        });
  }

  /** Called at each layout: what has been told is not put together again. */
  void show(List<Mark> marks) {
    if (marks.equals(told)) {
      return;
    }
    told = marks;
    getStyleClass().removeIf(style -> style.startsWith("mark-"));
    getStyleClass().add(CacheWords.style(told));
    setText(words.label(told));
    setGraphic(CacheWords.icon(told).view(12));
    String all = words.hover(told);
    hover.setText(all);
    setAccessibleText(
        tools.text(isOfOneEntry() ? "cache.mark.spoken" : "cache.mark.spoken-several", all));
  }

  private boolean isOfOneEntry() {
    String entry = told.getFirst().entry().id();
    return told.stream().allMatch(mark -> mark.entry().id().equals(entry));
  }

  private void open() {
    if (isOfOneEntry()) {
      actions.open(told.getFirst().entry().id());
    } else {
      menu().show(this, Side.BOTTOM, 0, 0);
    }
  }

  /** To choose one of those that the label stands for. */
  private ContextMenu menu() {
    var menu = new ContextMenu();
    // The newest: of a month of deployments there may be thousands.
    List<Mark> newest = told.subList(Math.max(0, told.size() - MOST_IN_MENU), told.size());
    for (Mark mark : newest) {
      String at = tools.moments().minute(mark.at(), tools.now().value().get());
      var item =
          new MenuItem(
              tools.text("cache.mark.menu", at, words.title(mark)),
              HistoryWords.icon(mark.kind()).view());
      item.setOnAction(_ -> actions.open(mark.entry().id()));
      menu.getItems().add(item);
    }
    if (newest.size() < told.size()) {
      var more = new MenuItem(tools.text("cache.mark.more", told.size() - newest.size()));
      more.setDisable(true);
      menu.getItems().add(more);
    }
    return menu;
  }
}
