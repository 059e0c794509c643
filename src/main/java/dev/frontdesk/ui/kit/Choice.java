package dev.frontdesk.ui.kit;

import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.ChoiceBox;

/**
 * A choice among few. Its menu is made when it is first opened, and a combo box's list with the
 * box: on the first page nobody waits for that.
 */
public final class Choice<T> extends ChoiceBox<T> {
  public Choice() {
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
}
