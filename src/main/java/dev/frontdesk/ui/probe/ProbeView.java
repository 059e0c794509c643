package dev.frontdesk.ui.probe;

import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.Tools;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The Probe page: edge and origin side by side. */
public final class ProbeView implements Page {
  private final VBox content = new VBox();

  public ProbeView(Session session, Tools tools) {}

  /** Asks for a path. */
  public void ask(String path) {}

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
