package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.kit.EntryKind;
import dev.frontdesk.ui.kit.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** Vertical lines at the times of invalidations: a path a kind, however many there are. */
final class MarkLines extends Group {
  private final Map<EntryKind, Path> paths = new EnumMap<>(EntryKind.class);

  /**
   * @param style beside the kind's own
   */
  MarkLines(String style) {
    for (EntryKind kind : EntryKind.values()) {
      Path path = Styles.styled(new Path(), style, "mark-" + kind.word());
      paths.put(kind, path);
      getChildren().add(path);
    }
    setManaged(false);
    setMouseTransparent(true);
  }

  /** All from and to the same height. */
  void draw(List<Mark> marks, TimeSpace space, double top, double bottom) {
    draw(marks, space, _ -> top, bottom);
  }

  /**
   * @param top where a line begins, in pixels
   */
  void draw(List<Mark> marks, TimeSpace space, ToDoubleFunction<Mark> top, double bottom) {
    Map<EntryKind, List<PathElement>> lines = new EnumMap<>(EntryKind.class);
    for (Mark mark : marks) {
      double x = Math.floor(space.x(mark.at())) + 0.5;
      List<PathElement> ofKind = lines.computeIfAbsent(mark.kind(), _ -> new ArrayList<>());
      ofKind.add(new MoveTo(x, top.applyAsDouble(mark)));
      ofKind.add(new LineTo(x, bottom));
    }
    paths.forEach((kind, path) -> path.getElements().setAll(lines.getOrDefault(kind, List.of())));
  }
}
