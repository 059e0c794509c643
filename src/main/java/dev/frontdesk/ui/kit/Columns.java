package dev.frontdesk.ui.kit;

import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Columns of fixed widths beside some that share the rest: what the window gives or takes is
 * theirs, and nothing moves when a scroll bar comes.
 */
public final class Columns {
  private static final double SCROLL_BAR = 8;

  private Columns() {}

  /**
   * A column of whole rows that is not sorted.
   *
   * @param fill puts text, graphic and tooltip into a cell, which has none of them
   */
  public static <T> TableColumn<T, T> of(String title, BiConsumer<T, TableCell<?, ?>> fill) {
    TableColumn<T, T> column = new TableColumn<>(title);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new Filled<>(fill));
    return column;
  }

  private static final class Filled<T> extends TableCell<T, T> {
    private final BiConsumer<T, TableCell<?, ?>> fill;

    Filled(BiConsumer<T, TableCell<?, ?>> fill) {
      this.fill = fill;
    }

    @Override
    protected void updateItem(T row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(null);
      Hover.say(this, null);
      if (!empty && row != null) {
        fill.accept(row, this);
      }
    }
  }

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
    share(table, column, fixed, share, 0);
  }

  /**
   * The same for a column that has a fixed part too.
   *
   * @param own that part, in pixels, which {@code fixed} counts
   */
  public static void share(
      TableView<?> table, TableColumn<?, ?> column, double fixed, double share, double own) {
    column.setMinWidth(60 + own);
    column
        .prefWidthProperty()
        .bind(
            table
                .widthProperty()
                .map(
                    whole -> own + Math.floor((whole.doubleValue() - fixed - SCROLL_BAR) * share)));
  }
}
