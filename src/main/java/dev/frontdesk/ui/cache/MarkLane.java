package dev.frontdesk.ui.cache;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.ui.kit.EntryKind;
import dev.frontdesk.ui.kit.HistoryWords;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Above the charts: a tick and a label for each invalidation, one for several where it is tight.
 */
final class MarkLane extends Pane {
  /** A menu that fits a small window. */
  private static final int MOST_IN_MENU = 12;

  private static final double HEIGHT = 28;
  private static final double TAG = 20;

  /** A label's icon, the gap after it, and its padding on both sides. */
  private static final double BESIDE_TEXT = 12 + 4 + 2 * 4;

  private static final double WIDEST_TEXT = 112;

  private final Tools tools;
  private final CacheWords words;
  private final Consumer<String> open;
  private final MarkLines ticks = new MarkLines("mark-tick");

  /** Measures what labels will need. */
  private final Text measure = Styles.styled(new Text(), "mark-text");

  private Map<String, Button> tags = Map.of();
  private @Nullable Seen seen;
  private List<Mark> marks = List.of();

  /**
   * @param open shows an entry, by its id, in the history
   */
  MarkLane(Tools tools, Consumer<String> open) {
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.open = open;
    measure.setManaged(false);
    measure.setVisible(false);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().addAll(measure, ticks);
  }

  void show(Seen next, List<Mark> invalidations) {
    seen = next;
    marks = invalidations;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Seen shown = seen;
    if (shown == null || getWidth() <= 0) {
      return;
    }
    var space = new TimeSpace(shown.window(), getWidth());
    List<Lane.Place<Mark>> places =
        marks.stream().map(mark -> new Lane.Place<>(mark, space.x(mark.at()))).toList();
    Map<String, Button> next = new HashMap<>();
    List<Node> children = new ArrayList<>(List.of(measure, ticks));
    Set<Mark> beginning = new HashSet<>();
    for (Lane.Tag<Mark> tag : Lane.of(places, this::width, getWidth())) {
      if (tag.left() >= tag.marks().getFirst().at()) {
        beginning.add(tag.what().getFirst());
      }
      List<Mark> told = tag.what();
      String key = told.stream().map(mark -> mark.entry().id()).collect(Collectors.joining(" "));
      // The same button for the same invalidations: it may have the focus.
      Button known = tags.get(key);
      Button button = known == null ? button(told.getFirst().entry().id()) : known;
      tell(button, told);
      next.put(key, button);
      children.add(button);
      button.resizeRelocate(Math.floor(tag.left()) + 1, 2, tag.width(), TAG);
    }
    tags = next;
    // No line goes through a label.
    ticks.draw(marks, space, mark -> beginning.contains(mark) ? 4 : TAG + 2, HEIGHT);
    if (!getChildren().equals(children)) {
      getChildren().setAll(children);
    }
  }

  private double width(List<Mark> told) {
    measure.setText(words.label(told));
    measure.applyCss();
    double text = Math.ceil(measure.getLayoutBounds().getWidth());
    return Math.min(WIDEST_TEXT, text) + BESIDE_TEXT + 2;
  }

  private Button button(String id) {
    var button = Styles.styled(new Button(), Styles.FLAT, "mark");
    button.setManaged(false);
    return Ids.give("invalidation-" + id, button);
  }

  private void tell(Button button, List<Mark> told) {
    List<EntryKind> kinds = told.stream().map(Mark::kind).distinct().toList();
    EntryKind kind = kinds.size() == 1 ? kinds.getFirst() : EntryKind.FOREIGN;
    button.getStyleClass().removeIf(style -> style.startsWith("mark-"));
    button.getStyleClass().add("mark-" + kind.word());
    button.setText(words.label(told));
    button.setGraphic(HistoryWords.icon(kind).view(12));
    String hover = words.hover(told);
    button.setTooltip(new Tooltip(hover));
    boolean one = told.size() == 1;
    button.setAccessibleText(
        tools.text(one ? "cache.mark.spoken" : "cache.mark.spoken-several", hover));
    button.setOnAction(_ -> {
      if (one) {
        open.accept(told.getFirst().entry().id());
      } else {
        menu(told).show(button, Side.BOTTOM, 0, 0);
      }
    });
  }

  /** To choose one of those that a label stands for. */
  private ContextMenu menu(List<Mark> told) {
    var menu = new ContextMenu();
    // The newest: of a month of deployments there may be thousands.
    List<Mark> newest = told.subList(Math.max(0, told.size() - MOST_IN_MENU), told.size());
    for (Mark mark : newest) {
      HistoryEntry entry = mark.entry();
      String at = tools.moments().minute(mark.at(), tools.now().value().get());
      var item =
          new MenuItem(
              tools.text("cache.mark.menu", at, words.title(entry)),
              HistoryWords.icon(mark.kind()).view());
      item.setOnAction(_ -> open.accept(entry.id()));
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
