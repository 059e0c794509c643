package dev.frontdesk.ui.kit;

import java.util.Arrays;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/**
 * Where rows will be: quiet bars in their places, so that nothing jumps when the rows come. All of
 * them are two shapes: a node for each bar would take as long to style as the rows themselves.
 */
public final class SkeletonRows extends Region {
  private static final double ROW = 32;
  private static final double BAR = 10;
  private static final double ROUND = 4;

  /** Shares of a column's width, so that the bars do not look like a table of their own. */
  private static final double[] SHARES = {0.72, 0.55, 0.83, 0.61, 0.78, 0.48, 0.66};

  private final int rows;
  private final double width;
  private final SVGPath bars = Styles.styled(new SVGPath(), "skeleton-bar");
  private final Rectangle room = new Rectangle();
  private final SVGPath lines = Styles.styled(new SVGPath(), "skeleton-line");

  /**
   * @param columns their widths in pixels, from the left
   */
  public SkeletonRows(int rows, double... columns) {
    this.rows = rows;
    this.width = Arrays.stream(columns).sum();
    setMouseTransparent(true);
    var outline = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      double left = 0;
      for (int column = 0; column < columns.length; column++) {
        double share = SHARES[(row + 3 * column) % SHARES.length];
        bar(outline, left, row * ROW + Math.floor((ROW - BAR) / 2), columns[column] * share);
        left += columns[column];
      }
    }
    bars.setContent(outline.toString());
    bars.setManaged(false);
    lines.setManaged(false);
    setClip(room);
    getChildren().addAll(lines, bars);
  }

  private static void bar(StringBuilder outline, double x, double y, double width) {
    double straight = width - 2 * ROUND;
    double side = BAR - 2 * ROUND;
    outline.append('M').append(x + ROUND).append(' ').append(y);
    outline.append('h').append(straight).append(corner(1, 1));
    outline.append('v').append(side).append(corner(-1, 1));
    outline.append('h').append(-straight).append(corner(-1, -1));
    outline.append('v').append(-side).append(corner(1, -1)).append('Z');
  }

  private static String corner(int right, int down) {
    return "a" + ROUND + " " + ROUND + " 0 0 1 " + right * ROUND + " " + down * ROUND;
  }

  @Override
  protected void layoutChildren() {
    Insets inside = getInsets();
    room.setWidth(getWidth());
    room.setHeight(getHeight());
    double across = getWidth() - inside.getLeft() - inside.getRight();
    var outline = new StringBuilder();
    for (int row = 1; row <= rows; row++) {
      outline.append("M0 ").append(row * ROW - 0.5).append('H').append(across);
    }
    lines.setContent(outline.toString());
    for (SVGPath each : new SVGPath[] {lines, bars}) {
      each.relocate(
          inside.getLeft() + each.getLayoutBounds().getMinX(),
          inside.getTop() + each.getLayoutBounds().getMinY());
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return width + getInsets().getLeft() + getInsets().getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows * ROW + getInsets().getTop() + getInsets().getBottom();
  }

  /** Where there is less room the last rows are cut off: they are not to lie over what is near. */
  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
