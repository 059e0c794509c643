package dev.frontdesk.ui.behaviours;

import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.Tools;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The Behaviours page: how long the edge may keep what, and why. */
public final class BehavioursView implements Page {
  private final VBox content = new VBox();

  public BehavioursView(
      Session session, Tools tools, Consumer<String> probe, Consumer<String> purge) {}

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
