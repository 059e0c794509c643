package dev.frontdesk.ui.cache;

import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.Tools;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The Cache page: hit ratio, requests, errors and latency, and what purges did to them. */
public final class CacheView implements Page {
  private final VBox content = new VBox();

  public CacheView(Session session, Tools tools, Consumer<String> openInHistory) {}

  @Override
  public Parent content() {
    return content;
  }

  @Override
  public Node aside() {
    return new HBox();
  }

  @Override
  public void shown() {}

  @Override
  public void tick() {}

  @Override
  public void reload() {}

  @Override
  public Node searchField() {
    return content;
  }

  @Override
  public void close() {}
}
