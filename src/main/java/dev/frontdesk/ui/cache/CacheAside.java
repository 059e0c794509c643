package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Tools;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** At the right of the page's head: how new it is, how far back it looks, and the table. */
final class CacheAside extends HBox {
  private final CacheModel model;
  private final Tools tools;
  private final Label asOf = Ids.give("cache-as-of", Labels.muted(""));
  private final ToggleGroup group = new ToggleGroup();
  private final ToggleButton table;

  CacheAside(CacheModel model, Tools tools) {
    super(12);
    this.model = model;
    this.tools = tools;
    this.table = Ids.give("cache-table-button", new ToggleButton(tools.text("cache.table-button")));
    table.setTooltip(new Tooltip(tools.text("cache.table-hover")));
    table.setMinWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(asOf, ranges(), table);
    asOf.setMinWidth(USE_PREF_SIZE);
    model.seen().subscribe(this::tellWhen);
    model.range().subscribe(this::tellWhen);
  }

  private HBox ranges() {
    var box = Ids.give("cache-range", new HBox());
    box.setAccessibleText(tools.text("cache.range"));
    box.setAlignment(Pos.CENTER);
    box.setMinWidth(USE_PREF_SIZE);
    for (Range range : Range.values()) {
      var button =
          Ids.give(
              "cache-range-" + range.word(),
              new ToggleButton(tools.text("cache.range." + range.word())));
      String words = tools.text("cache.range." + range.word() + ".long");
      button.setAccessibleText(words);
      button.setTooltip(new Tooltip(words));
      button.setToggleGroup(group);
      button.getStyleClass().add(pill(range));
      // One of them is always chosen: a second click must not take the choice away.
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.choose(range);
      });
      model.range().subscribe(chosen -> button.setSelected(chosen == range));
      box.getChildren().add(button);
    }
    model.range().subscribe(range -> box.setUserData(range.word()));
    return box;
  }

  private static String pill(Range range) {
    return switch (range) {
      case HOUR -> "left-pill";
      case THREE_HOURS, DAY, WEEK -> "center-pill";
      case MONTH -> "right-pill";
    };
  }

  /** Whether the table is shown in place of the charts. */
  BooleanProperty table() {
    return table.selectedProperty();
  }

  /** The button of the range that is chosen. */
  Node chosen() {
    return (Node) group.getSelectedToggle();
  }

  private void tellWhen() {
    asOf.setText(model.seen().get().newest().map(this::asOf).orElse(""));
  }

  private String asOf(Seen seen) {
    String read = tools.moments().minute(seen.at());
    if (model.isOfAnotherRange()) {
      return tools.text("cache.as-of-other." + seen.range().word(), read);
    }
    return seen.lastPoint()
        .map(last -> tools.text("cache.as-of", read, tools.moments().minute(last, seen.at())))
        .orElseGet(() -> tools.text("cache.as-of-none", read));
  }
}
