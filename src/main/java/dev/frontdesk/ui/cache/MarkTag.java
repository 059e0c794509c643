package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** The label of one invalidation, or of several that stand at one place. */
final class MarkTag extends Button {
  private final Tools tools;
  private final CacheWords words;
  private final MarkMenu menu;
  private final Tooltip hover = new Tooltip();
  private List<Mark> told = List.of();

  MarkTag(Tools tools, MarkActions actions) {
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.menu = new MarkMenu(tools, actions);
    Styles.styled(this, Styles.FLAT, "mark");
    setManaged(false);
    setTooltip(hover);
    setOnAction(_ -> menu.open(told, menu -> menu.show(this, Side.BOTTOM, 0, 0)));
    // A mouse that only passes by asks for nothing.
    hover.setOnShowing(_ -> actions.lookAt(told));
    focusedProperty().subscribe((_, focused) -> actions.restOn(focused ? told : List.of()));
  }

  /** Called at each layout: what has been told is not put together again. */
  void show(List<Mark> marks) {
    if (marks.equals(told)) {
      return;
    }
    told = marks;
    Ids.give("invalidation-" + told.getFirst().id(), this);
    getStyleClass().removeIf(style -> style.startsWith("mark-"));
    getStyleClass().add(CacheWords.style(told));
    setText(words.label(told));
    setGraphic(CacheWords.icon(told).view(12));
    String all = words.hover(told);
    hover.setText(all);
    setAccessibleText(
        tools.text(
            MarkMenu.isOfOneEntry(told) ? "cache.mark.spoken" : "cache.mark.spoken-several", all));
  }

  /** Whether it stands for any of these. */
  boolean tellsOfAny(List<Mark> marks) {
    Set<String> ids = told.stream().map(Mark::id).collect(Collectors.toSet());
    return marks.stream().anyMatch(mark -> ids.contains(mark.id()));
  }
}
