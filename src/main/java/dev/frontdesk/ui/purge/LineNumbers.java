package dev.frontdesk.ui.purge;

import dev.frontdesk.ui.kit.Styles;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** The numbers of the lines that a text area shows, at their left. */
final class LineNumbers extends Region {
  private static final double WIDTH = 40;

  /** The area's own inset above its first line. */
  private static final double TOP = 7;

  private static final double GAP = 8;

  private final TextArea area;
  private int lines = 1;

  LineNumbers(TextArea area) {
    this.area = area;
    Styles.styled(this, "line-numbers");
    setMouseTransparent(true);
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
    // As high as the area's own lines: a font's line is not as high in every text.
    double line =
        area.lookup(".text") instanceof Text text ? text.getLayoutBounds().getHeight() / lines : 0;
    int seen = 0;
    if (line > 0 && !area.getText().isEmpty()) {
      int first = (int) Math.floor(area.getScrollTop() / line);
      int last = Math.min(lines, first + (int) Math.ceil(getHeight() / line) + 1);
      for (int number = first + 1; number <= last; number++) {
        Text text = number(seen++);
        text.setText(Integer.toString(number));
        text.setX(WIDTH - GAP - text.getLayoutBounds().getWidth());
        text.setY(TOP + (number - 1) * line - area.getScrollTop());
      }
    }
    for (int i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).setVisible(i < seen);
    }
  }

  /** One of as many as have been needed so far. */
  private Text number(int index) {
    if (index == getChildren().size()) {
      Text text = Styles.styled(new Text(), "line-number", Styles.MONO);
      text.setTextOrigin(VPos.TOP);
      text.setManaged(false);
      getChildren().add(text);
    }
    Node there = getChildren().get(index);
    return (Text) there;
  }
}
