package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.ui.cache.FigureTile.Told;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.OptionalDouble;
import javafx.scene.layout.HBox;

/** The large figures of the range. */
final class FigureRow extends HBox {
  private final Tools tools;
  private final FigureTile ratio;
  private final FigureTile requests;
  private final FigureTile bytes;
  private final FigureTile errors;
  private final FigureTile latency;

  FigureRow(Tools tools) {
    this.tools = tools;
    this.ratio = new FigureTile("hit-ratio", tools.text("cache.figure.hit-ratio"), tools);
    this.requests = new FigureTile("requests", tools.text("cache.figure.requests"), tools);
    this.bytes = new FigureTile("bytes", tools.text("cache.figure.bytes"), tools);
    this.errors = new FigureTile("server-errors", tools.text("cache.figure.errors"), tools);
    this.latency = new FigureTile("latency", tools.text("cache.figure.latency"), tools);
    Styles.styled(this, "figures");
    getChildren().addAll(ratio, requests, bytes, errors, latency);
    ratio.getStyleClass().add("first");
    latency.getStyleClass().add("last");
    for (FigureTile tile : new FigureTile[] {ratio, requests, bytes, errors, latency}) {
      tile.showNothing("");
    }
  }

  void show(Seen seen) {
    show(ratio, Metric.HIT_RATIO, "", "cache.figure.hit-ratio-hover", seen);
    show(requests, Metric.REQUESTS, "", "", seen);
    show(
        bytes,
        Metric.BYTES_DOWNLOADED,
        beside(Metric.BYTES_UPLOADED, "cache.figure.uploaded", seen),
        "",
        seen);
    show(
        errors,
        Metric.SERVER_ERRORS,
        beside(Metric.CLIENT_ERRORS, "cache.figure.client-errors", seen),
        "",
        seen);
    show(
        latency,
        Metric.ORIGIN_LATENCY_P90,
        beside(Metric.ORIGIN_LATENCY_P50, "cache.figure.median", seen),
        "cache.figure.latency-hover",
        seen);
  }

  private String beside(Metric metric, String key, Seen seen) {
    OptionalDouble value = seen.figures().of(metric).value();
    return value.isPresent()
        ? tools.text(key, amount(metric, value.getAsDouble()).text(tools))
        : "";
  }

  /**
   * @param remark the key of how the figure comes about, where it is an estimate; empty for none
   */
  private void show(FigureTile tile, Metric metric, String beside, String remark, Seen seen) {
    Figure figure = seen.figures().of(metric);
    if (figure.value().isEmpty()) {
      tile.showNothing(
          tools.text(seen.isOff(metric) ? "cache.figure.not-measured" : "cache.figure.no-data"));
      return;
    }
    var told =
        new Told(
            amount(metric, figure.value().getAsDouble()),
            beside,
            Change.of(metric, figure, tools),
            tools.text("cache.before." + seen.range().word()));
    if (remark.isEmpty()) {
      tile.show(told, "", "cache.figure.spoken");
    } else {
      tile.show(told, tools.text(remark), "cache.figure.spoken-estimate");
    }
  }

  private Amount amount(Metric metric, double value) {
    return switch (metric) {
      case HIT_RATIO -> Amount.share(value, tools);
      case CLIENT_ERRORS, SERVER_ERRORS -> Amount.smallShare(value, tools);
      case REQUESTS -> Amount.count(value, tools);
      case BYTES_DOWNLOADED, BYTES_UPLOADED -> Amount.bytes(value, tools);
      case ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 -> Amount.milliseconds(value, tools);
    };
  }
}
