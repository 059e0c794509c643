package dev.frontdesk.ui.shell;

import dev.frontdesk.ui.kit.Work;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Keeps the window closed until its first page has something to show, for a moment at most: a page
 * that is styled and laid out once is there sooner than one that first shows placeholders. What
 * nobody waits for is held back until it is there.
 */
final class Curtain {
  /** Longer nobody is to look at nothing; then the window comes with its placeholders. */
  private static final Duration PATIENCE = Duration.millis(300);

  /** The window is painted by then, with what came at once. */
  private static final Duration PAINTING = Duration.millis(300);

  private final Work work;
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private final PauseTransition painting = new PauseTransition(PAINTING);
  private final Queue<Runnable> before = new ArrayDeque<>();
  private Optional<Stage> window = Optional.empty();
  private Subscription settling = Subscription.EMPTY;
  private boolean ready;

  /** Whether what stands where the page will be may be seen. */
  private boolean lifted;

  private boolean opened;

  Curtain(Work work) {
    this.work = work;
    patience.setOnFinished(_ -> rise());
    painting.setOnFinished(_ -> work.release());
  }

  /** Opens the window when there is something to show, and at once where there already is. */
  void over(Stage stage) {
    work.hold();
    window = Optional.of(stage);
    if (ready) {
      rise();
    } else {
      patience.play();
    }
  }

  /** There is something to show, once this holds and all who hear of it have shown it. */
  void awaits(ObservableValue<Boolean> settled) {
    settling.unsubscribe();
    if (!opened) {
      settling =
          settled.subscribe(is -> {
            if (is) {
              work.onUi(this::ready);
            }
          });
    }
  }

  /** There is something to show. */
  void ready() {
    ready = true;
    rise();
  }

  /** Runs when the window is about to open, so that what comes before then is not made at all. */
  void atRise(Runnable step) {
    if (lifted) {
      step.run();
    } else {
      before.add(step);
    }
  }

  /** Opens nothing any more. */
  void close() {
    patience.stop();
    painting.stop();
    settling.unsubscribe();
    window = Optional.empty();
  }

  /**
   * A pointer that happens to lie where the window comes points at nothing yet: what is made for a
   * row that somebody points at would be made before the first picture is shown. The second pulse
   * waits for that.
   */
  private static void leavePointer(Scene scene) {
    Parent root = scene.getRoot();
    root.setMouseTransparent(true);
    var pulses = new AtomicInteger();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            if (pulses.incrementAndGet() == 2) {
              scene.removePostLayoutPulseListener(this);
              Platform.runLater(() -> root.setMouseTransparent(false));
            } else {
              Platform.requestNextPulse();
            }
          }
        });
  }

  /** From now on it is seen what stands where the page will be, be it without a window. */
  void lift() {
    lifted = true;
    while (!before.isEmpty()) {
      before.remove().run();
    }
  }

  private void rise() {
    if (window.isEmpty() || opened) {
      return;
    }
    opened = true;
    patience.stop();
    settling.unsubscribe();
    lift();
    Stage stage = window.get();
    leavePointer(stage.getScene());
    stage.show();
    painting.play();
  }
}
