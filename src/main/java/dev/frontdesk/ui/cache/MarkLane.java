package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Above the charts: a tick and a label for each invalidation, one for several where it is tight.
 */
final class MarkLane extends Pane {
  private static final double HEIGHT = 28;
  private static final double TAG = 20;

  /** A label's icon, the gap after it, and its padding on both sides. */
  private static final double BESIDE_TEXT = 12 + 4 + 2 * 4;

  private static final double WIDEST_TEXT = 112;

  private final Tools tools;
  private final CacheWords words;
  private final MarkActions actions;
  private final MarkLines ticks = new MarkLines("mark-tick");

  /** Measures what labels will need. */
  private final Text measure = Styles.styled(new Text(), "mark-text");

  /** By the ids of what they stand for. */
  private Map<List<String>, MarkTag> tags = Map.of();

  private @Nullable Seen seen;
  private List<Mark> marks = List.of();

  MarkLane(Tools tools, MarkActions actions) {
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.actions = actions;
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
    Map<List<String>, MarkTag> next = new HashMap<>();
    List<Node> children = new ArrayList<>(List.of(measure, ticks));
    Set<String> beginning = new HashSet<>();
    MarkTag focused = tags.values().stream().filter(MarkTag::isFocused).findFirst().orElse(null);
    for (Lane.Tag<Mark> place : Lane.of(places, this::width, getWidth())) {
      List<Mark> told = place.what();
      if (place.left() >= place.first()) {
        beginning.add(told.getFirst().id());
      }
      List<String> key = told.stream().map(Mark::id).toList();
      // The same button for the same invalidations, and for what joins or leaves those of the label
      // that has the focus: a new one would not have it.
      MarkTag known = tags.get(key);
      if (known == null && focused != null && focused.tellsOfAny(told)) {
        known = focused;
        focused = null;
      }
      MarkTag tag = known == null ? new MarkTag(tools, actions) : known;
      tag.show(told);
      next.put(key, tag);
      children.add(tag);
      tag.resizeRelocate(Math.floor(place.left()) + 1, 2, place.width(), TAG);
    }
    tags = next;
    // No line goes through a label.
    ticks.draw(marks, space, mark -> beginning.contains(mark.id()) ? 4 : TAG + 2, HEIGHT);
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
}
