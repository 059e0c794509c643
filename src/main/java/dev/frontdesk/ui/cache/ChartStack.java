package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.Gap;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Three charts on one axis of time, the invalidations above and through them. */
final class ChartStack extends VBox {
  private static final double HIGH = 144;
  private static final double LOW = 104;
  private static final double HEAD = 20;

  private final Tools tools;
  private final CacheWords words;
  private final MarkLane lane;
  private final TimeAxis axis;
  private final Map<Quantity, Chart> charts = new EnumMap<>(Quantity.class);
  private final Map<Quantity, Label> units = new EnumMap<>(Quantity.class);
  private final Map<Quantity, Label> readouts = new EnumMap<>(Quantity.class);
  private @Nullable Seen seen;

  /**
   * @param open shows an entry, by its id, in the history
   */
  ChartStack(Tools tools, Consumer<String> open) {
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.lane = new MarkLane(tools, open);
    this.axis = new TimeAxis(tools);
    Styles.styled(this, "charts");
    setMinHeight(0);
    for (Quantity quantity : Quantity.values()) {
      var chart = new Chart(quantity, tools);
      chart.setPrefHeight(quantity == Quantity.HIT_RATIO ? HIGH : LOW);
      VBox.setVgrow(chart, Priority.ALWAYS);
      charts.put(quantity, chart);
      getChildren().add(head(quantity));
      if (quantity == Quantity.HIT_RATIO) {
        getChildren().add(lane);
      }
      getChildren().add(chart);
      chart.setOnMouseMoved(mouse -> pointAt(mouse.getX(), chart.getWidth()));
      chart.setOnMouseExited(_ -> pointAtNothing());
    }
    getChildren().add(axis);
  }

  private HBox head(Quantity quantity) {
    Label title = Labels.title(words.title(quantity));
    title.setMinWidth(Label.USE_PREF_SIZE);
    Label unit = Labels.muted("");
    Label readout = Ids.give(quantity.word() + "-readout", Labels.plain("", Styles.SMALL));
    readout.setMinWidth(Label.USE_PREF_SIZE);
    units.put(quantity, unit);
    readouts.put(quantity, readout);
    var head = new HBox(8, title, unit, Labels.spring(), readout);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(quantity == Quantity.HIT_RATIO ? HEAD : HEAD + 12);
    head.setPadding(new Insets(quantity == Quantity.HIT_RATIO ? 0 : 12, 0, 0, 0));
    return head;
  }

  void show(Seen next, Marks marks) {
    seen = next;
    lane.show(next, marks.marks());
    axis.show(next);
    charts.forEach((quantity, chart) -> {
      chart.show(next, marks.marks());
      units.get(quantity).setText(words.unit(quantity, next.window()));
    });
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
    charts.values().forEach(chart -> chart.pointAt(Optional.of(middle)));
    readouts.forEach((quantity, label) -> label.setText(readout(quantity, start, shown)));
  }

  private String readout(Quantity quantity, Instant start, Seen shown) {
    OptionalDouble point = shown.reading().series(quantity.metric()).at(start);
    String value =
        point.isPresent() && shown.hasEnded(start)
            ? words
                .drawn(quantity, quantity.drawn(point.getAsDouble(), shown.window().period()))
                .text(tools)
            : shown.gaps().get(quantity.metric()).stream()
                .filter(gap -> gap.covers(start))
                .map(Gap::reason)
                .findFirst()
                .map(words::gap)
                .orElseGet(() -> words.gap(Gap.Reason.NOT_ENDED));
    return tools.text("cache.point", words.time(start, shown.window()), value);
  }

  private void pointAtNothing() {
    charts.values().forEach(chart -> chart.pointAt(Optional.empty()));
    readouts.values().forEach(label -> label.setText(""));
  }
}
