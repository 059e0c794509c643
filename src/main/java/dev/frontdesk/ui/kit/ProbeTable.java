package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Evidence.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a probe saw, edge and origin side by side, and what it does not prove. */
public final class ProbeTable extends VBox {
  private static final double NAMES = 80;
  private static final double SIDE = 108;
  private static final double LEAST = 64;

  private final Tools tools;

  public ProbeTable(Tools tools) {
    this.tools = tools;
  }

  public void show(Evidence seen) {
    List<Node> rows = new ArrayList<>();
    Label path = Labels.mono(seen.path());
    path.setMinHeight(24);
    rows.add(path);
    rows.add(
        row(
            "",
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
    rows.add(fact("probe.took", seen, side -> tools.text("probe.millis", side.tookMillis())));
    getChildren().setAll(rows);
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
    return row(tools.text(key), cell(fact.apply(seen.edge())), cell(fact.apply(seen.origin())));
  }

  private static Label cell(@Nullable String text) {
    return Labels.plain(text == null ? "–" : text, Styles.SMALL);
  }

  private static Node row(String name, Label edge, Label origin) {
    Label head = Labels.muted(name);
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
