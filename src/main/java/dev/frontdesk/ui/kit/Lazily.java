package dev.frontdesk.ui.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

/** What many never see is made when it is first to be seen: styling a node takes a while. */
public final class Lazily {
  private Lazily() {}

  /** Adds to {@code parent} what is visible as long as {@code seen} holds. */
  public static void add(
      Pane parent, ObservableValue<Boolean> seen, Supplier<? extends Node> maker) {
    var made = new AtomicBoolean();
    seen.subscribe(is -> {
      if (is && made.compareAndSet(false, true)) {
        Node one = maker.get();
        one.visibleProperty().bind(seen);
        parent.getChildren().add(one);
      }
    });
  }

  /**
   * The same for what stands in the place of what is still to come: in a window that is not open
   * yet nobody sees it, and it may have come by then.
   */
  public static void addMeanwhile(
      Pane parent, ObservableValue<Boolean> seen, Supplier<? extends Node> maker) {
    ObservableValue<Boolean> open =
        parent
            .sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(true);
    add(parent, seen.flatMap(is -> is ? open : new SimpleBooleanProperty(false)), maker);
  }
}
