package dev.frontdesk.ui.kit;

import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.ButtonSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A button that opens a menu below it. JavaFX's own makes the menu with the button, and a menu is a
 * window with a scene: each start would wait for menus that few open. Here it is made when it is
 * opened, of what can be chosen then.
 */
public final class MenuOpener extends Button {
  private static final PseudoClass SHOWING = PseudoClass.getPseudoClass("showing");

  private final Supplier<? extends List<? extends MenuItem>> items;
  private @Nullable ContextMenu menu;

  /**
   * @param items what can be chosen, asked for each time; at least one, as JavaFX does not open a
   *     menu without any
   */
  public MenuOpener(Supplier<? extends List<? extends MenuItem>> items) {
    this.items = items;
    setSkin(new ButtonSkin(this));
    setAccessibleRole(AccessibleRole.MENU_BUTTON);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
  }

  /** Opens the menu, or closes it: what Space, Enter and a screen reader do. */
  @Override
  public void fire() {
    ContextMenu open = menu;
    if (open != null) {
      open.hide();
    } else if (!isDisabled()) {
      open();
    }
  }

  /** As it opens when it is pressed, a release is to do nothing. */
  @Override
  public void arm() {}

  private void open() {
    var made = new ContextMenu();
    made.getItems().addAll(items.get());
    made.setOnHidden(_ -> tell(null));
    tell(made);
    made.show(this, Side.BOTTOM, 0, 0);
  }

  private void tell(@Nullable ContextMenu open) {
    menu = open;
    pseudoClassStateChanged(SHOWING, open != null);
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      fire();
    }
  }

  private void typed(KeyEvent event) {
    KeyCode key = event.getCode();
    boolean opens = key == KeyCode.DOWN && menu == null;
    if (opens || key == KeyCode.SPACE || key == KeyCode.ENTER) {
      fire();
      event.consume();
    } else if (key.isArrowKey() && menu != null) {
      // The menu has moved already; the focus is not to leave the button as well.
      event.consume();
    }
  }
}
