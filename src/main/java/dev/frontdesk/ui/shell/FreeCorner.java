package dev.frontdesk.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;

/**
 * Finds room at the right for what comes unasked: over no control that somebody may be about to
 * use.
 */
final class FreeCorner {
  private static final double GAP = 8;

  private FreeCorner() {}

  /** Where the controls below a node are that can be used, in its scene's coordinates. */
  static List<Bounds> controls(Parent root) {
    List<Bounds> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Parent parent, List<Bounds> found) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible()) {
        continue;
      }
      if (node instanceof ButtonBase
          || node instanceof ComboBoxBase<?>
          || node instanceof TextInputControl) {
        found.add(node.localToScene(node.getLayoutBounds()));
      } else if (node instanceof Parent inner) {
        collect(inner, found);
      }
    }
  }

  /**
   * How far a box has to be lifted to cover none of the controls: as little as possible.
   *
   * @param box where it would be
   * @param top above which there is no room; where it would have to go there it stays where it is
   * @return in pixels
   */
  static double lift(Bounds box, List<Bounds> controls, double top) {
    double lift = 0;
    boolean moved = true;
    while (moved) {
      moved = false;
      double y = box.getMinY() - lift;
      var lifted = new BoundingBox(box.getMinX(), y, box.getWidth(), box.getHeight());
      for (Bounds control : controls) {
        if (control.intersects(lifted)) {
          lift = Math.max(lift, box.getMaxY() - control.getMinY() + GAP);
          moved = true;
        }
      }
    }
    return box.getMinY() - lift < top ? 0 : lift;
  }
}
