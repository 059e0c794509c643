package dev.frontdesk.ui.shell;

import dev.frontdesk.settings.Release;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The connection at the head, the pages, and who one is. */
final class Sidebar extends VBox {
  static final double WIDTH = 176;

  /** The pages that there are. */
  enum Place {
    MEMBERS("members", Icon.USERS, "1"),
    PURGE("purge", Icon.ERASER, "2"),
    HISTORY("history", Icon.HISTORY, "3"),
    CACHE("cache", Icon.ACTIVITY, "4"),
    BEHAVIOURS("behaviours", Icon.LAYERS, "5"),
    PROBE("probe", Icon.CROSSHAIR, "6");

    final String word;
    private final Icon icon;

    /** With Ctrl, what opens it. */
    final String digit;

    Place(String word, Icon icon, String digit) {
      this.word = word;
      this.icon = icon;
      this.digit = digit;
    }
  }

  private final Tools tools;
  private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
  private final Map<Place, Region> marks = new EnumMap<>(Place.class);
  private final Label open = Ids.give("nav-history-open", Labels.plain("", "hint"));
  private final Label who = Ids.give("signed-in-as", Labels.plain("…", Styles.SMALL));

  /** Its place is kept: nothing jumps when it comes. */
  private final Hyperlink newer = Ids.give("newer-version", new Hyperlink());

  Sidebar(Tools tools, ConnectionPicker picker, Consumer<Place> onPlace) {
    this.tools = tools;
    open(0);
    Ids.give("connection-picker", picker);
    var nav = new VBox(4);
    nav.setStyle("-fx-padding: 12 8 12 0;");
    for (Place place : Place.values()) {
      nav.getChildren().add(button(place, onPlace));
    }
    var spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    who.setMaxWidth(WIDTH - 32);
    var identity =
        Styles.styled(new VBox(Labels.plain(tools.text("signed-in"), "hint"), who), "identity");
    Styles.styled(this, "sidebar");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    newer.setVisible(false);
    newer.setAccessibleText(tools.text("newer-version.none"));
    newer.setMaxWidth(WIDTH - 24);
    VBox.setMargin(newer, new Insets(0, 12, 8, 12));
    getChildren().addAll(picker, nav, spring, newer, identity);
  }

  void show(Place place) {
    buttons.forEach((each, button) -> button.setSelected(each == place));
    marks.forEach((each, mark) -> {
      mark.getStyleClass().remove("selected");
      if (each == place) {
        mark.getStyleClass().add("selected");
      }
    });
  }

  /** How much of what was begun here has not ended. */
  void open(int entries) {
    open.setText(tools.text("nav.open", entries));
    open.setVisible(entries > 0);
  }

  /** What has no connection cannot be opened. */
  void enable(boolean connected) {
    buttons.values().forEach(button -> button.setDisable(!connected));
  }

  /**
   * @param whole for the hover; empty for none
   */
  void signedIn(String identity, String whole) {
    who.setText(identity);
    Hover.say(who, whole.isEmpty() ? null : whole);
  }

  /** Where no page is named, it is a text to read: there is nothing to open. */
  void tell(Release release, Consumer<URI> browse) {
    newer.setText(tools.text("newer-version", release.version()));
    newer.setAccessibleText(newer.getText());
    Hover.say(
        newer,
        release
            .page()
            .map(page -> tools.text("newer-version.page", page))
            .orElseGet(() -> tools.text("newer-version.no-page")));
    newer.setOnAction(_ -> release.page().ifPresent(browse));
    newer.setVisible(true);
  }

  private Node button(Place place, Consumer<Place> onPlace) {
    var button =
        Ids.give(
            "nav-" + place.word,
            Styles.styled(
                new ToggleButton(tools.text("nav." + place.word), place.icon.view()), "nav"));
    button.setMaxWidth(Double.MAX_VALUE);
    Hover.say(button, tools.text("nav.shortcut", place.digit));
    button.setOnAction(_ -> onPlace.accept(place));
    var mark = Styles.styled(new Region(), "nav-mark");
    mark.setMinSize(4, 24);
    mark.setMaxSize(4, 24);
    buttons.put(place, button);
    marks.put(place, mark);
    var whole = new StackPane(button);
    if (place == Place.HISTORY) {
      StackPane.setAlignment(open, Pos.CENTER_RIGHT);
      open.setTranslateX(-8);
      open.setMouseTransparent(true);
      whole.getChildren().add(open);
    }
    HBox.setHgrow(whole, Priority.ALWAYS);
    var line = new HBox(4, mark, whole);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
