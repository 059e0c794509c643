package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.kit.HistoryWords;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** Opens the entry of invalidations that stand at one place, or a list to choose one of several. */
final class MarkMenu {
  /** A menu that fits a small window. */
  private static final int MOST = 12;

  private final Tools tools;
  private final CacheWords words;
  private final MarkActions actions;

  MarkMenu(Tools tools, MarkActions actions) {
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.actions = actions;
  }

  static boolean isOfOneEntry(List<Mark> marks) {
    String entry = marks.getFirst().entry().id();
    return marks.stream().allMatch(mark -> mark.entry().id().equals(entry));
  }

  /**
   * @param marks one or more, in the order of time
   * @param show puts the menu at its place, where one is needed
   */
  void open(List<Mark> marks, Consumer<ContextMenu> show) {
    if (isOfOneEntry(marks)) {
      actions.open(marks.getFirst().entry().id());
    } else {
      show.accept(of(marks));
    }
  }

  private ContextMenu of(List<Mark> marks) {
    var menu = new ContextMenu();
    // The newest: of a month of deployments there may be thousands.
    List<Mark> newest = marks.subList(Math.max(0, marks.size() - MOST), marks.size());
    for (Mark mark : newest) {
      String at = tools.moments().minute(mark.at(), tools.now().value().get());
      var item =
          new MenuItem(
              tools.text("cache.mark.menu", at, words.title(mark)),
              HistoryWords.icon(mark.kind()).view());
      item.setOnAction(_ -> actions.open(mark.entry().id()));
      menu.getItems().add(item);
    }
    if (newest.size() < marks.size()) {
      var more = new MenuItem(tools.text("cache.mark.more", marks.size() - newest.size()));
      more.setDisable(true);
      menu.getItems().add(more);
    }
    return menu;
  }
}
