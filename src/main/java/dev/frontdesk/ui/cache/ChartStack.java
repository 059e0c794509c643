package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.Gap;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Charts on one axis of time, the invalidations above and through them. The time is written below
 * those that a window has room for, and below the last.
 */
final class ChartStack extends VBox {
  private static final double HIGH = 144;
  private static final double LOW = 104;
  private static final double HEAD = 20;
  private static final double ABOVE = 12;

  /** Down to it a window of the usual size shows all. */
  private static final Quantity LAST_AT_ONCE = Quantity.LATENCY;

  private final Tools tools;
  private final CacheWords words;
  private final MarkLane lane;
  private final List<TimeAxis> axes = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private @Nullable Seen seen;

  /**
   * One of the charts with what is above it.
   *
   * @param unit what it counts, and how much time a point stands for
   * @param readout the point where somebody looks
   */
  private record Part(Quantity quantity, Chart chart, Label unit, Label readout) {}

  ChartStack(Tools tools, MarkActions actions) {
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.lane = new MarkLane(tools, actions);
    Styles.styled(this, "charts");
    setMinHeight(0);
    for (Quantity quantity : Quantity.values()) {
      var chart = new Chart(quantity, tools);
      chart.setPrefHeight(quantity == Quantity.HIT_RATIO ? HIGH : LOW);
      VBox.setVgrow(chart, Priority.ALWAYS);
      Label readout = Ids.give(quantity.word() + "-readout", Labels.plain("", Styles.SMALL));
      var part = new Part(quantity, chart, Labels.muted(""), readout);
      parts.add(part);
      getChildren().add(head(part));
      if (quantity == Quantity.HIT_RATIO) {
        getChildren().add(lane);
      }
      getChildren().add(chart);
      chart.setOnMouseMoved(mouse -> pointAt(mouse.getX(), chart.getWidth()));
      chart.setOnMouseExited(_ -> pointAtNothing());
      if (quantity == LAST_AT_ONCE || quantity == Quantity.UPLOADED) {
        var axis = new TimeAxis(tools);
        axes.add(axis);
        getChildren().add(axis);
      }
    }
  }

  private HBox head(Part part) {
    Label title = Labels.title(words.title(part.quantity()));
    title.setMinWidth(Label.USE_PREF_SIZE);
    part.readout().setMinWidth(Label.USE_PREF_SIZE);
    var head = new HBox(8, title, part.unit(), Labels.spring(), part.readout());
    head.setAlignment(Pos.CENTER_LEFT);
    double above = part.quantity() == Quantity.HIT_RATIO ? 0 : ABOVE;
    head.setMinHeight(HEAD + above);
    head.setPadding(new Insets(above, 0, 0, 0));
    return head;
  }

  void show(Seen next, Marks marks) {
    seen = next;
    lane.show(next, marks.marks());
    axes.forEach(axis -> axis.show(next));
    for (Part part : parts) {
      part.chart().show(next, marks.marks());
      part.unit().setText(words.unit(part.quantity(), next.window()));
    }
    pointAtNothing();
  }

  // Where somebody looks

  private void pointAt(double x, double width) {
    Seen shown = seen;
    if (shown == null) {
      return;
    }
    int period = new TimeSpace(shown.window(), width).period(x);
    Instant start = shown.window().start(period);
    Instant middle = start.plus(shown.window().period().dividedBy(2));
    for (Part part : parts) {
      part.chart().pointAt(Optional.of(middle));
      part.readout().setText(readout(part.quantity(), start, shown));
    }
  }

  private String readout(Quantity quantity, Instant start, Seen shown) {
    OptionalDouble point = shown.reading().series(quantity.metric()).at(start);
    String value =
        point.isPresent() && shown.hasEnded(start)
            ? words.drawn(quantity, quantity.drawn(point.getAsDouble(), shown.window().period()))
            : shown.gaps(quantity.metric()).stream()
                .filter(gap -> gap.covers(start))
                .map(Gap::reason)
                .findFirst()
                .map(words::gap)
                .orElseGet(() -> words.gap(Gap.Reason.NOT_ENDED));
    return tools.text("cache.point", words.time(start, shown.window()), value);
  }

  private void pointAtNothing() {
    for (Part part : parts) {
      part.chart().pointAt(Optional.empty());
      part.readout().setText("");
    }
  }
}
