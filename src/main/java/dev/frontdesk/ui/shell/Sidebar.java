package dev.frontdesk.ui.shell;

import dev.frontdesk.settings.Release;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Lazily;
import dev.frontdesk.ui.kit.Skins;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ToggleButtonSkin;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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
  private final IntegerProperty open = new SimpleIntegerProperty();
  private final Label who = Ids.give("signed-in-as", Labels.plain("…", Styles.SMALL));
  private @Nullable Hyperlink newer;

  Sidebar(Tools tools, Node picker, Consumer<Place> onPlace) {
    this.tools = tools;
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
    getChildren().addAll(picker, nav, spring, identity);
  }

  void show(Place place) {
    buttons.forEach((each, button) -> button.setSelected(each == place));
  }

  /** How much of what was begun here has not ended. */
  void open(int entries) {
    open.set(entries);
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

  /**
   * Where no page is named, it is a text to read: there is nothing to open. Nothing jumps when it
   * comes: the spring above it gives way.
   */
  void tell(Release release, Consumer<URI> browse) {
    Hyperlink told = newer;
    if (told == null) {
      told = Ids.give("newer-version", new Hyperlink());
      told.setMaxWidth(WIDTH - 24);
      VBox.setMargin(told, new Insets(0, 12, 8, 12));
      getChildren().add(getChildren().size() - 1, told);
      newer = told;
    }
    told.setText(tools.text("newer-version", release.version()));
    told.setAccessibleText(told.getText());
    Hover.say(
        told,
        release
            .page()
            .map(page -> tools.text("newer-version.page", page))
            .orElseGet(() -> tools.text("newer-version.no-page")));
    told.setOnAction(_ -> release.page().ifPresent(browse));
  }

  private Node button(Place place, Consumer<Place> onPlace) {
    var button =
        Ids.give(
            "nav-" + place.word,
            Styles.styled(
                Skins.early(
                    new ToggleButton(tools.text("nav." + place.word), place.icon.view()),
                    ToggleButtonSkin::new),
                "nav"));
    button.setMaxWidth(Double.MAX_VALUE);
    Hover.say(button, tools.text("nav.shortcut", place.digit));
    button.setOnAction(_ -> onPlace.accept(place));
    buttons.put(place, button);
    if (place != Place.HISTORY) {
      return button;
    }
    var whole = new StackPane(button);
    Lazily.add(whole, open.map(entries -> entries.intValue() > 0), this::opened);
    return whole;
  }

  private Label opened() {
    Label opened = Ids.give("nav-history-open", Labels.plain("", "hint"));
    opened.textProperty().bind(open.map(entries -> tools.text("nav.open", entries.intValue())));
    StackPane.setAlignment(opened, Pos.CENTER_RIGHT);
    opened.setTranslateX(-8);
    opened.setMouseTransparent(true);
    return opened;
  }
}
