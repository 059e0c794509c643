package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Evidence.Side;
import dev.frontdesk.publishing.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a probe saw, edge and origin side by side, and what it does not prove. */
public final class ProbeTable extends VBox {
  private static final double NAMES = 80;
  private static final double WIDE_NAMES = 104;
  private static final double SIDE = 108;
  private static final double LEAST = 64;

  private final Tools tools;

  public ProbeTable(Tools tools) {
    this.tools = tools;
  }

  /** In a panel at the right of a page. */
  public void show(Evidence seen) {
    getChildren().setAll(rows(seen));
  }

  /**
   * With room for everything that came.
   *
   * @param left how long the edge may go on serving it
   */
  public void show(Probe probe, String left) {
    var seen =
        new Evidence(
            probe.at(),
            probe.path(),
            probe.verdict(),
            probe.finding().word(),
            probe.edge().side(),
            probe.origin().side());
    List<Node> rows = rows(seen);
    rows.add(fact("probe.cache-control", seen, Side::cacheControl));
    Label value = Ids.give("probe-ttl-left", Labels.wrapped(left, Styles.SMALL));
    Label name = Labels.muted(tools.text("probe.ttl-left"));
    name.setMinWidth(WIDE_NAMES);
    var line = Styles.styled(new HBox(name, value), "fact-row");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(24);
    rows.add(line);
    for (Node row : rows) {
      if (row instanceof HBox cells && cells.getChildren().size() == 3) {
        widen(cells);
      }
    }
    getChildren().setAll(rows);
  }

  private void widen(HBox row) {
    if (row.getChildren().getFirst() instanceof Region name) {
      name.setMinWidth(WIDE_NAMES);
    }
    for (Node side : row.getChildren().subList(1, 3)) {
      if (side instanceof Label cell) {
        cell.prefWidthProperty().bind(widthProperty().subtract(WIDE_NAMES).divide(2).subtract(8));
        HBox.setMargin(cell, new Insets(0, 8, 0, 0));
        // Whole: two values that differ at their ends alone would look alike.
        cell.setWrapText(true);
        cell.setMinHeight(USE_PREF_SIZE);
      }
    }
  }

  private List<Node> rows(Evidence seen) {
    List<Node> rows = new ArrayList<>();
    Label path = Labels.mono(seen.path());
    path.setMinHeight(24);
    rows.add(path);
    rows.add(
        row(
            Labels.muted(""),
            Labels.caption(tools.text("probe.edge")),
            Labels.caption(tools.text("probe.origin"))));
    rows.add(
        fact(
            "probe.status",
            seen,
            side ->
                side.status() == 0 ? tools.text("probe.silent") : Integer.toString(side.status())));
    rows.add(fact("probe.roster", seen, this::version));
    rows.add(fact("probe.members", seen, side -> number(side.members())));
    rows.add(fact("probe.etag", seen, Side::etag));
    rows.add(fact("probe.cache", seen, ProbeTable::xCache));
    rows.add(fact("probe.age", seen, this::age));
    rows.add(fact("probe.location", seen, Side::location));
    rows.add(took(seen));
    return rows;
  }

  /** Without the words that every one ends in: {@code Miss from cloudfront}. */
  private static @Nullable String xCache(Side side) {
    String whole = side.xCache();
    return whole == null ? null : whole.replace(" from cloudfront", "");
  }

  private @Nullable String version(Side side) {
    Long version = side.version();
    return version == null ? null : tools.text("version", version);
  }

  private @Nullable String age(Side side) {
    Long age = side.ageSeconds();
    return age == null ? null : tools.text("probe.seconds", age);
  }

  private static @Nullable String number(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }

  private Node fact(String key, Evidence seen, Function<Side, @Nullable String> fact) {
    return row(
        Labels.muted(tools.text(key)),
        cell(fact.apply(seen.edge())),
        cell(fact.apply(seen.origin())));
  }

  private Node took(Evidence seen) {
    Label name = Labels.muted(tools.text("probe.took"));
    Hover.say(name, tools.text("probe.took-hover"));
    return row(name, cell(took(seen.edge())), cell(took(seen.origin())));
  }

  private String took(Side side) {
    return tools.text("probe.millis", side.tookMillis());
  }

  private static Label cell(@Nullable String text) {
    return Labels.plain(text == null ? "–" : text, Styles.SMALL);
  }

  private static Node row(Label head, Label edge, Label origin) {
    head.setMinWidth(LEAST);
    head.setPrefWidth(NAMES);
    // In a small window the columns give way, all rows alike.
    for (Label side : List.of(edge, origin)) {
      side.setMinWidth(LEAST);
      side.setPrefWidth(SIDE);
    }
    var row = Styles.styled(new HBox(head, edge, origin), "fact-row");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(24);
    return row;
  }
}
