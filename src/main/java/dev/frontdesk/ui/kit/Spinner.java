package dev.frontdesk.ui.kit;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;

/** The loader: turns while it is shown, and stands still where motion is reduced. */
final class Spinner extends StackPane {
  private static final Duration TURN = Duration.seconds(1.2);

  Spinner(double size) {
    Pane icon = Icon.LOADER.view(size);
    getChildren().add(icon);
    setMinSize(size, size);
    setMaxSize(size, size);
    var turn = new RotateTransition(TURN, icon);
    turn.setByAngle(360);
    turn.setInterpolator(Interpolator.LINEAR);
    turn.setCycleCount(Animation.INDEFINITE);
    ObservableValue<Boolean> showing =
        sceneProperty()
            .flatMap(scene -> scene.windowProperty())
            .flatMap(Window::showingProperty)
            .orElse(false);
    showing.subscribe(shown -> {
      // An animation holds its node for ever unless it ends with the node's showing.
      if (shown && !Platform.getPreferences().isReducedMotion()) {
        turn.play();
      } else {
        turn.stop();
      }
    });
  }
}
