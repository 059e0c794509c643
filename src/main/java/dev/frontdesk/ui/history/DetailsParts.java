package dev.frontdesk.ui.history;

import dev.frontdesk.invalidation.Price;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.kit.CopyableId;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.StateLook;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the details of every entry are put together of. */
final class DetailsParts {
  private static final double NAMES = 64;
  private static final int MOST_PATHS = 100;
  private static final int MOST_IDS = 6;

  private final Tools tools;
  private final boolean billed;
  private final Consumer<String> probe;

  /**
   * @param billed whether CloudFront bills anything here: not in the sandbox
   * @param probe asks for a path at edge and origin, on the Probe page
   */
  DetailsParts(Tools tools, boolean billed, Consumer<String> probe) {
    this.probe = probe;
    this.tools = tools;
    this.billed = billed;
  }

  /**
   * What it is, how it stands, a line on it, and CloudFront's ids.
   *
   * @param line who and when
   * @param hover what the line has no room for
   */
  VBox head(String title, State state, String line, String hover, List<String> ids) {
    Label name = Labels.title(title);
    name.setMinWidth(0);
    name.setTooltip(new Tooltip(title));
    Label word = Labels.plain("", "state");
    word.setMinWidth(Region.USE_PREF_SIZE);
    StateLook.tell(state, word, tools.texts());
    var first = new HBox(8, name, Labels.spring(), word);
    first.setAlignment(Pos.CENTER_LEFT);
    Label about = Labels.wrapped(line, Styles.MUTED);
    about.setTooltip(new Tooltip(hover));
    VBox head = section(first, about);
    for (String id : ids.subList(0, Math.min(ids.size(), MOST_IDS))) {
      head.getChildren().add(id(id));
    }
    if (ids.size() > MOST_IDS) {
      head.getChildren().add(Labels.muted(tools.text("change.more", ids.size() - MOST_IDS)));
    }
    return head;
  }

  CopyableId id(String id) {
    var copyable = new CopyableId(tools.texts());
    copyable.setText(id);
    return copyable;
  }

  /**
   * The items that were sent, the first hundred of them.
   *
   * @param counted how many of them CloudFront counts; 0 where it counts none
   */
  Node paths(List<String> items, long counted) {
    var list = new VBox();
    for (String item : items.subList(0, Math.min(items.size(), MOST_PATHS))) {
      list.getChildren().add(path(item, list.getChildren().size() + 1));
    }
    if (items.size() > MOST_PATHS) {
      list.getChildren().add(Labels.muted(tools.text("change.more", items.size() - MOST_PATHS)));
    }
    String count = tools.text("history.paths", items.size());
    return Panels.section(
        tools.text("details.paths"),
        Labels.caption(
            counted == 0 || !billed
                ? count
                : tools.text("details.paths-cost", count, Price.usd(counted))),
        list);
  }

  /** A tag or a wildcard stands for many answers: it cannot be probed. */
  private Node path(String item, int number) {
    Label label = Labels.mono(item);
    label.setTooltip(new Tooltip(item));
    label.setMinHeight(24);
    label.setMinWidth(0);
    if (item.startsWith("#") || item.endsWith("*")) {
      return label;
    }
    var ask =
        Styles.styled(
            Ids.give("history-probe-" + number, new Button(null, Icon.CROSSHAIR.view(12))),
            Styles.FLAT,
            "icon-button");
    ask.setTooltip(new Tooltip(tools.text("details.probe-path", item)));
    ask.setAccessibleText(tools.text("details.probe-path", item));
    ask.setMinWidth(Region.USE_PREF_SIZE);
    ask.setOnAction(_ -> probe.accept(item));
    var line = new HBox(4, label, ask);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  Node fact(String key, String text) {
    Label value = Labels.wrapped(text, Styles.SMALL);
    value.setMinWidth(0);
    return fact(key, value);
  }

  Node fact(String key, Region value) {
    Label name = Labels.muted(tools.text(key));
    name.setMinWidth(NAMES);
    HBox.setHgrow(value, Priority.ALWAYS);
    var line = new HBox(8, name, value);
    line.setStyle("-fx-padding: 2 0 2 0;");
    return line;
  }

  static VBox section(Node... content) {
    return Styles.styled(new VBox(4, content), Styles.SECTION);
  }
}
