package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Below the charts: the times, of all of them. */
final class TimeAxis extends Pane {
  private static final double HEIGHT = 24;

  /** So much room a label has at least. */
  private static final double LEAST = 80;

  private static final Duration DAY = Duration.ofDays(1);

  private final Tools tools;
  private final Path ticks = Styles.styled(new Path(), "time-tick");
  private @Nullable Seen seen;

  TimeAxis(Tools tools) {
    this.tools = tools;
    ticks.setManaged(false);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setMouseTransparent(true);
  }

  void show(Seen next) {
    seen = next;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Seen shown = seen;
    if (shown == null || getWidth() <= 0) {
      return;
    }
    var space = new TimeSpace(shown.window(), getWidth());
    Instant from = shown.window().from();
    Instant to = shown.window().to();
    ZoneId zone = tools.moments().zone();
    Duration step =
        TimeTicks.step(from, to, (int) Math.max(1, (space.right() - TimeSpace.LEFT) / LEAST));
    ticks.getElements().clear();
    List<Node> labels = new ArrayList<>(List.of(ticks));
    for (Instant at : TimeTicks.of(from, to, zone, step)) {
      double x = Math.floor(space.x(at)) + 0.5;
      ticks.getElements().addAll(new MoveTo(x, 0), new LineTo(x, 4));
      boolean midnight = at.equals(tools.moments().dayOf(at).atStartOfDay(zone).toInstant());
      var label =
          Styles.styled(
              new Text(
                  midnight || step.compareTo(DAY) >= 0
                      ? tools.moments().dayAndMonth(at)
                      : tools.moments().minute(at)),
              "chart-number");
      label.setManaged(false);
      label.setTextOrigin(VPos.TOP);
      label.setX(x);
      label.setY(6);
      labels.add(label);
    }
    getChildren().setAll(labels);
    applyCss();
    for (Node label : labels.subList(1, labels.size())) {
      label.setTranslateX(-Math.rint(label.getLayoutBounds().getWidth() / 2));
    }
  }
}
