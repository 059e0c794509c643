package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.texts.FigureText;
import dev.frontdesk.texts.MetricsText;
import dev.frontdesk.ui.cache.FigureTile.Told;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The large figures of the range, those that belong together above one another. */
final class FigureGrid extends GridPane {
  private static final List<List<Metric>> COLUMNS =
      List.of(
          List.of(Metric.HIT_RATIO, Metric.REQUESTS),
          List.of(Metric.BYTES_DOWNLOADED, Metric.BYTES_UPLOADED),
          List.of(Metric.CLIENT_ERRORS, Metric.SERVER_ERRORS),
          List.of(Metric.ORIGIN_LATENCY_P50, Metric.ORIGIN_LATENCY_P90));

  /** Percent of the width for shares, whose changes are told in points; the others need less. */
  private static final double WIDE = 26.5;

  private final Tools tools;
  private final FigureText words;
  private final Map<Metric, FigureTile> tiles = new EnumMap<>(Metric.class);

  FigureGrid(Tools tools) {
    this.tools = tools;
    this.words = new FigureText(tools.texts());
    Styles.styled(this, "figures");
    for (int column = 0; column < COLUMNS.size(); column++) {
      var width = new ColumnConstraints();
      width.setPercentWidth(column % 2 == 0 ? WIDE : 50 - WIDE);
      getColumnConstraints().add(width);
      for (int row = 0; row < COLUMNS.get(column).size(); row++) {
        Metric metric = COLUMNS.get(column).get(row);
        var tile = new FigureTile(id(metric), words.name(metric), tools);
        tile.showNothing("");
        tiles.put(metric, tile);
        add(tile, column, row);
        if (column == 0) {
          tile.getStyleClass().add("first");
        }
      }
    }
  }

  /** By which the ids of a figure's labels begin. */
  private static String id(Metric metric) {
    return switch (metric) {
      case HIT_RATIO -> "hit-ratio";
      case REQUESTS -> "requests";
      case BYTES_DOWNLOADED -> "bytes";
      case BYTES_UPLOADED -> "bytes-uploaded";
      case CLIENT_ERRORS -> "client-errors";
      case SERVER_ERRORS -> "server-errors";
      case ORIGIN_LATENCY_P50 -> "median-latency";
      case ORIGIN_LATENCY_P90 -> "latency";
    };
  }

  void show(Seen seen) {
    tiles.forEach((metric, tile) -> show(metric, tile, seen));
  }

  private void show(Metric metric, FigureTile tile, Seen seen) {
    Figure figure = seen.figures().of(metric);
    if (figure.value().isEmpty()) {
      tile.showNothing(MetricsText.missing(metric, seen.reading(), tools.texts()));
      return;
    }
    var told =
        new Told(
            words.of(metric, figure.value().getAsDouble()),
            words.change(metric, figure),
            tools.text("cache.before." + seen.range().word()));
    switch (metric) {
      case HIT_RATIO -> showEstimate(tile, told, "cache.figure.hit-ratio-hover");
      case ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 ->
          showEstimate(tile, told, "cache.figure.latency-hover");
      case REQUESTS, BYTES_DOWNLOADED, BYTES_UPLOADED, CLIENT_ERRORS, SERVER_ERRORS ->
          tile.show(told, "", "cache.figure.spoken");
    }
  }

  /**
   * @param remark the key of how the figure comes about
   */
  private void showEstimate(FigureTile tile, Told told, String remark) {
    tile.show(told, tools.text(remark), "cache.figure.spoken-estimate");
  }
}
