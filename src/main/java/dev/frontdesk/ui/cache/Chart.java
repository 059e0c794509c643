package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.Gap;
import dev.frontdesk.ui.cache.Seen.Point;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One quantity over the time of a window: a line with gaps where nothing is known, and its last
 * value at its end. Drawn anew whenever it is laid out.
 */
final class Chart extends Pane {
  private static final double ABOVE = 8;
  private static final double BELOW = 4;
  private static final double DOT = 3;

  /** So wide is a point that has gaps on both sides. */
  private static final double LONE = 3;

  /** Narrower than this, a gap has no room for its name. */
  private static final double NAMED = 14;

  private final Quantity quantity;
  private final Tools tools;
  private final CacheWords words;
  private final Path grid = quiet(new Path(), "chart-grid");
  private final Group axis = quiet(new Group(), "chart-axis");
  private final Group gaps = new Group();
  private final Path area;
  private final Path line;
  private final MarkLines marks = new MarkLines("mark-dots");
  private final Path cursor = quiet(new Path(), "chart-cursor");
  private final Circle end;
  private final Text last = quiet(new Text(), "chart-last");
  private final Text nothing = quiet(new Text(), "chart-nothing");
  private @Nullable Seen seen;
  private List<Mark> marked = List.of();
  private List<List<Point>> pieces = List.of();

  Chart(Quantity quantity, Tools tools) {
    this.quantity = quantity;
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.area = quiet(new Path(), "chart-area", "chart-" + quantity.word());
    this.line = quiet(new Path(), "chart-line", "chart-" + quantity.word());
    this.end = quiet(new Circle(DOT), "chart-end", "chart-" + quantity.word());
    gaps.setManaged(false);
    last.setTextOrigin(VPos.CENTER);
    nothing.setTextOrigin(VPos.CENTER);
    Ids.give(quantity.word() + "-chart", this);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 48);
    getChildren().addAll(grid, axis, area, gaps, marks, line, cursor, end, last, nothing);
  }

  /** Not laid out by the pane, and not in the way of the mouse. */
  private static <N extends Node> N quiet(N node, String... classes) {
    node.setManaged(false);
    node.setMouseTransparent(true);
    return Styles.styled(node, classes);
  }

  void show(Seen next, List<Mark> invalidations) {
    seen = next;
    marked = invalidations;
    pieces = next.line(quantity);
    setAccessibleText(spoken(next));
    requestLayout();
  }

  /** Shows where in time somebody looks; nothing for nowhere. */
  void pointAt(Optional<Instant> at) {
    cursor.getElements().clear();
    Seen shown = seen;
    if (shown != null && at.isPresent()) {
      double x = Math.floor(new TimeSpace(shown.window(), getWidth()).x(at.get())) + 0.5;
      cursor.getElements().addAll(new MoveTo(x, ABOVE), new LineTo(x, bottom()));
    }
  }

  @Override
  protected void layoutChildren() {
    Seen shown = seen;
    if (shown == null || getWidth() <= 0) {
      return;
    }
    var space = new TimeSpace(shown.window(), getWidth());
    List<Point> points = pieces.stream().flatMap(List::stream).toList();
    boolean any = !points.isEmpty();
    double lowest = points.stream().mapToDouble(Point::value).min().orElse(0);
    double highest = points.stream().mapToDouble(Point::value).max().orElse(1);
    Scale scale = quantity.scale(lowest, highest);
    drawAxis(scale, space, any);
    drawGaps(shown, space);
    drawLine(scale, space);
    marks.draw(any ? marked : List.of(), space, 0, bottom());
    drawEnd(scale, space);
    nothing.setVisible(!any);
    nothing.setText(
        tools.text(
            shown.reading().isOff(quantity.metric())
                ? "cache.chart.not-measured"
                : "cache.chart.not-told"));
    nothing.setX((TimeSpace.LEFT + space.right() - nothing.getLayoutBounds().getWidth()) / 2);
    nothing.setY((ABOVE + bottom()) / 2);
  }

  private double bottom() {
    return Math.max(ABOVE + 1, Math.floor(getHeight() - BELOW));
  }

  private double y(Scale scale, double value) {
    return bottom() - (bottom() - ABOVE) * scale.share(value);
  }

  private void drawAxis(Scale scale, TimeSpace space, boolean numbered) {
    grid.getElements().clear();
    List<Text> numbers = new ArrayList<>();
    for (double value : numbered ? scale.lines() : List.of(scale.from())) {
      double y = Math.floor(y(scale, value)) + 0.5;
      grid.getElements().addAll(new MoveTo(TimeSpace.LEFT, y), new LineTo(space.right(), y));
      if (numbered) {
        var number =
            Styles.styled(new Text(words.onAxis(quantity, value, scale.step())), "chart-number");
        number.setTextOrigin(VPos.CENTER);
        number.setY(y);
        numbers.add(number);
      }
    }
    axis.getChildren().setAll(numbers);
    axis.applyCss();
    numbers.forEach(
        number -> number.setX(TimeSpace.LEFT - 8 - number.getLayoutBounds().getWidth()));
  }

  private void drawGaps(Seen shown, TimeSpace space) {
    gaps.getChildren().clear();
    if (pieces.isEmpty()) {
      return;
    }
    for (Gap gap : shown.gaps(quantity.metric())) {
      double from = Math.floor(space.x(gap.from()));
      double to = Math.ceil(space.x(gap.to()));
      var band = new Rectangle(from, ABOVE, to - from, bottom() - ABOVE);
      String reason = words.gap(gap.reason());
      Styles.styled(band, "gap", "gap-" + gap.reason().name().toLowerCase(Locale.ROOT));
      Tooltip.install(band, new Tooltip(words.gapHover(gap, shown.window())));
      gaps.getChildren().add(band);
      var name = Styles.styled(new Text(reason), "gap-name");
      name.setMouseTransparent(true);
      gaps.getChildren().add(name);
      name.applyCss();
      double length = name.getLayoutBounds().getWidth();
      name.setVisible(to - from >= NAMED && bottom() - ABOVE > length + 8);
      name.setTextOrigin(VPos.CENTER);
      name.setX((from + to - length) / 2);
      name.setY((ABOVE + bottom()) / 2);
      name.setRotate(to - from > length + 16 ? 0 : -90);
    }
  }

  private void drawLine(Scale scale, TimeSpace space) {
    List<PathElement> strokes = new ArrayList<>();
    List<PathElement> ground = new ArrayList<>();
    for (List<Point> piece : pieces) {
      double first = space.x(piece.getFirst().at());
      double end = space.x(piece.getLast().at());
      if (piece.size() == 1) {
        first -= LONE / 2;
        end += LONE / 2;
      }
      strokes.add(new MoveTo(first, y(scale, piece.getFirst().value())));
      ground.add(new MoveTo(first, bottom()));
      ground.add(new LineTo(first, y(scale, piece.getFirst().value())));
      for (Point point : piece) {
        double x = piece.size() == 1 ? end : space.x(point.at());
        strokes.add(new LineTo(x, y(scale, point.value())));
        ground.add(new LineTo(x, y(scale, point.value())));
      }
      ground.add(new LineTo(end, bottom()));
      ground.add(new ClosePath());
    }
    line.getElements().setAll(strokes);
    area.getElements().setAll(quantity.isAmount() ? ground : List.of());
  }

  private void drawEnd(Scale scale, TimeSpace space) {
    boolean any = !pieces.isEmpty();
    end.setVisible(any);
    last.setVisible(any);
    if (any) {
      Point newest = pieces.getLast().getLast();
      double y = y(scale, newest.value());
      end.setCenterX(space.x(newest.at()));
      end.setCenterY(y);
      last.setText(words.drawn(quantity, newest.value()));
      last.setX(space.right() + 8);
      last.setY(y);
    }
  }

  private String spoken(Seen shown) {
    String unit = words.unit(quantity, shown.window());
    Comparator<Point> byValue = Comparator.comparingDouble(Point::value);
    Optional<Point> lowest = points().min(byValue);
    Optional<Point> highest = points().max(byValue);
    if (lowest.isEmpty() || highest.isEmpty()) {
      return tools.text("cache.chart.spoken-nothing", words.title(quantity), unit);
    }
    return tools.text(
        "cache.chart.spoken",
        words.title(quantity),
        unit,
        words.time(shown.window().from(), shown.window()),
        words.time(shown.window().to(), shown.window()),
        words.drawn(quantity, lowest.get().value()),
        words.time(lowest.get().at(), shown.window()),
        words.drawn(quantity, highest.get().value()),
        words.time(highest.get().at(), shown.window()),
        words.drawn(quantity, pieces.getLast().getLast().value()));
  }

  private Stream<Point> points() {
    return pieces.stream().flatMap(List::stream);
  }
}
