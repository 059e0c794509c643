package dev.frontdesk.ui.kit;

import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A choice among few, with the keys of a combo box. Its menu is made when it is first opened, and a
 * combo box's list with the box: on the first page nobody waits for that.
 */
public final class Choice<T> extends ChoiceBox<T> {
  public Choice() {
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    // The menu opens over what is chosen, and with the focus on it, only once it has been made; at
    // its first time it opens below, with the focus on its first line.
    addEventHandler(
        ON_SHOWN,
        new EventHandler<>() {
          @Override
          public void handle(Event shown) {
            removeEventHandler(ON_SHOWN, this);
            hide();
            show();
          }
        });
  }

  /** Before it has been styled nothing would open, and nothing would from then on. */
  @Override
  public void show() {
    if (getSkin() == null) {
      applyCss();
    }
    super.show();
  }

  private void pressed(KeyEvent key) {
    if (isShowing()) {
      return;
    }
    boolean arrow = key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN;
    if (key.getCode() == KeyCode.F4 || (arrow && key.isAltDown())) {
      show();
    } else if (key.getCode() == KeyCode.UP) {
      getSelectionModel().selectPrevious();
    } else if (key.getCode() == KeyCode.DOWN) {
      getSelectionModel().selectNext();
    } else {
      return;
    }
    key.consume();
  }

  /** A choice box's own key, which is taken above. */
  private void released(KeyEvent key) {
    if (key.getCode() == KeyCode.DOWN) {
      key.consume();
    }
  }
}
