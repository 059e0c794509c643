package dev.frontdesk.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where rows will be: quiet bars in their places, so that nothing jumps when the rows come. */
public final class SkeletonRows extends VBox {
  private static final double ROW = 32;
  private static final double BAR = 10;

  /** Shares of a column's width, so that the bars do not look like a table of their own. */
  private static final double[] SHARES = {0.72, 0.55, 0.83, 0.61, 0.78, 0.48, 0.66};

  /**
   * @param columns their widths in pixels, from the left
   */
  public SkeletonRows(int rows, double... columns) {
    setMouseTransparent(true);
    for (int row = 0; row < rows; row++) {
      var line = Styles.styled(new HBox(), "skeleton-row");
      line.setAlignment(Pos.CENTER_LEFT);
      line.setMinHeight(ROW);
      for (int column = 0; column < columns.length; column++) {
        line.getChildren().add(bar(columns[column], SHARES[(row + 3 * column) % SHARES.length]));
      }
      getChildren().add(line);
    }
  }

  private static HBox bar(double width, double share) {
    var bar = Styles.styled(new Region(), "skeleton-bar");
    bar.setMinSize(width * share, BAR);
    bar.setMaxSize(width * share, BAR);
    var cell = new HBox(bar);
    cell.setAlignment(Pos.CENTER_LEFT);
    cell.setMinWidth(width);
    cell.setPrefWidth(width);
    return cell;
  }
}
