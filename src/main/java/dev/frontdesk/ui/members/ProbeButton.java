package dev.frontdesk.ui.members;

import dev.frontdesk.publishing.Route;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.MenuButtonSkin;

/** Probes a route of the project that is open, or of the member that is chosen in it. */
final class ProbeButton extends MenuButton {
  private final Tools tools;
  private final List<Route> routes;
  private final Consumer<String> probe;

  /** Whom a route is asked for. */
  record Whose(String projectId, Optional<String> memberId) {}

  /**
   * @param whose empty where no project is open
   * @param probe asks for a path, on the Probe page
   */
  ProbeButton(
      List<Route> routes, Supplier<Optional<Whose>> whose, Consumer<String> probe, Tools tools) {
    this.tools = tools;
    this.routes = routes;
    this.probe = probe;
    Ids.give("members-probe", this);
    Styles.styled(this, Styles.FLAT, "no-arrow", "icon-button");
    setGraphic(Icon.CROSSHAIR.view());
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(tools.text("members.probe"));
    Hover.say(this, tools.text("members.probe"));
    setOnShowing(_ -> getItems().setAll(whose.get().map(this::items).orElse(List.of())));
    // A menu without an item never opens, so that nobody would fill it.
    getItems().setAll(hint("members.probe-choose"));
    setSkin(new MenuButtonSkin(this));
  }

  private List<MenuItem> items(Whose whose) {
    return routes.stream().map(route -> item(route, whose)).toList();
  }

  private MenuItem item(Route route, Whose whose) {
    if (!route.isPerMember()) {
      return item(route.path().path(Map.of(Route.PROJECT_ID, whose.projectId())).wire());
    }
    return whose
        .memberId()
        .map(memberId -> item(route.path().path(ids(whose.projectId(), memberId)).wire()))
        .orElseGet(() -> hint("members.probe-choose"));
  }

  private static Map<String, String> ids(String projectId, String memberId) {
    return Map.of(Route.PROJECT_ID, projectId, Route.MEMBER_ID, memberId);
  }

  private MenuItem item(String path) {
    var item = new MenuItem(path);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> probe.accept(path));
    return item;
  }

  private MenuItem hint(String key) {
    var item = new MenuItem(tools.text(key));
    item.setDisable(true);
    return item;
  }
}
