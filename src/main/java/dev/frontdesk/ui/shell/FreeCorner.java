package dev.frontdesk.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;

/**
 * Finds room at the bottom right for what comes unasked: over no control that somebody may be about
 * to use.
 */
final class FreeCorner {
  private static final double GAP = 8;
  private static final double STEP = 32;

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
          || node instanceof ChoiceBox<?>
          || node instanceof TextInputControl) {
        found.add(node.localToScene(node.getLayoutBounds()));
      } else if (node instanceof Parent inner) {
        collect(inner, found);
      }
    }
  }

  /** Whether a box covers none of the controls. */
  static boolean isFree(Bounds box, List<Bounds> controls) {
    return controls.stream().noneMatch(box::intersects);
  }

  /**
   * How far a box has to be moved to cover none of the controls: the least, to the left and up
   * together. Where there is no such place it stays where it is.
   *
   * @param box where it would be
   * @param area which it must not leave
   * @return in pixels, not below 0: to the left, and up
   */
  static Point2D way(Bounds box, List<Bounds> controls, Bounds area) {
    Point2D best = Point2D.ZERO;
    double least = Double.MAX_VALUE;
    for (double left = 0; box.getMinX() - left >= area.getMinX(); left += STEP) {
      double up = lift(moved(box, left, 0), controls);
      if (box.getMinY() - up >= area.getMinY() && left + up < least) {
        least = left + up;
        best = new Point2D(left, up);
      }
    }
    return best;
  }

  private static double lift(Bounds box, List<Bounds> controls) {
    double lift = 0;
    boolean isLifted = true;
    while (isLifted) {
      isLifted = false;
      Bounds here = moved(box, 0, lift);
      for (Bounds control : controls) {
        if (control.intersects(here)) {
          lift = Math.max(lift, box.getMaxY() - control.getMinY() + GAP);
          isLifted = true;
        }
      }
    }
    return lift;
  }

  static Bounds moved(Bounds box, double left, double up) {
    return new BoundingBox(
        box.getMinX() - left, box.getMinY() - up, box.getWidth(), box.getHeight());
  }
}
