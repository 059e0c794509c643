package dev.frontdesk.ui.purge;

import dev.frontdesk.ui.kit.Styles;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** The numbers of the lines that a text area shows, at their left. */
final class LineNumbers extends Region {
  static final double WIDTH = 44;

  /** The area's own inset above its first line. */
  private static final double TOP = 7;

  private static final double GAP = 8;

  private final TextArea area;
  private final Text numbers = Styles.styled(new Text(), "line-number", Styles.MONO);
  private final Text measure = Styles.styled(new Text("0\n0"), Styles.MONO);
  private int lines = 1;

  LineNumbers(TextArea area) {
    this.area = area;
    Styles.styled(this, "line-numbers");
    setMouseTransparent(true);
    numbers.setManaged(false);
    numbers.setTextOrigin(VPos.TOP);
    numbers.setBoundsType(TextBoundsType.LOGICAL);
    measure.setManaged(false);
    measure.setVisible(false);
    getChildren().addAll(numbers, measure);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    area.textProperty()
        .subscribe(text -> {
          lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
          requestLayout();
        });
    Runnable moved = this::requestLayout;
    area.scrollTopProperty().subscribe(moved);
    area.heightProperty().subscribe(moved);
  }

  @Override
  protected void layoutChildren() {
    numbers.setFont(area.getFont());
    measure.setFont(area.getFont());
    double line = measure.getLayoutBounds().getHeight() / 2;
    if (line <= 0) {
      return;
    }
    int first = (int) Math.floor(area.getScrollTop() / line);
    int last = Math.min(lines, first + (int) Math.ceil(getHeight() / line) + 1);
    numbers.setText(
        lines == 1 && area.getText().isEmpty()
            ? ""
            : IntStream.rangeClosed(first + 1, last)
                .mapToObj("%5d"::formatted)
                .collect(Collectors.joining("\n")));
    numbers.setX(WIDTH - GAP - numbers.getLayoutBounds().getWidth());
    numbers.setY(TOP + first * line - area.getScrollTop());
  }
}
