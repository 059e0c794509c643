package dev.frontdesk.ui.kit;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Columns of fixed widths beside some that share the rest: what the window gives or takes is
 * theirs, and nothing moves when a scroll bar comes.
 */
public final class Columns {
  private static final double SCROLL_BAR = 8;

  private Columns() {}

  /** The column keeps this width. */
  public static void fix(TableColumn<?, ?> column, double width) {
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setMaxWidth(width);
  }

  /**
   * The column takes a share of what the fixed ones leave.
   *
   * @param fixed the widths of all fixed columns, in pixels
   * @param share of the rest, 0 to 1
   */
  public static void share(
      TableView<?> table, TableColumn<?, ?> column, double fixed, double share) {
    column.setMinWidth(60);
    column
        .prefWidthProperty()
        .bind(
            table
                .widthProperty()
                .map(whole -> Math.floor((whole.doubleValue() - fixed - SCROLL_BAR) * share)));
  }
}
