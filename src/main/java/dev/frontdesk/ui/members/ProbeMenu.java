package dev.frontdesk.ui.members;

import dev.frontdesk.publishing.Route;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.MenuOpener;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/** Probes a route of the project that is open, or of the member that is chosen in it. */
final class ProbeMenu {
  private final Tools tools;
  private final List<Route> routes;
  private final Supplier<Optional<Whose>> whose;
  private final Consumer<String> probe;
  private final MenuOpener button = Ids.give("members-probe", new MenuOpener(this::items));

  /** Whom a route is asked for. */
  record Whose(String projectId, Optional<String> memberId) {}

  /**
   * @param whose empty where no project is open
   * @param probe asks for a path, on the Probe page
   */
  ProbeMenu(
      List<Route> routes, Supplier<Optional<Whose>> whose, Consumer<String> probe, Tools tools) {
    this.tools = tools;
    this.routes = routes;
    this.whose = whose;
    this.probe = probe;
    Styles.styled(button, Styles.FLAT, "icon-button");
    button.setGraphic(Icon.CROSSHAIR.view());
    button.setAccessibleText(tools.text("members.probe"));
    Hover.say(button, tools.text("members.probe"));
  }

  Node button() {
    return button;
  }

  private List<MenuItem> items() {
    return whose.get().map(this::items).orElseGet(() -> List.of(hint("members.probe-choose")));
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
