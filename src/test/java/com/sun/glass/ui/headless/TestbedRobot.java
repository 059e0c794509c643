package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.events.WindowEvent;
import com.sun.glass.ui.Window;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** A keyboard and a mouse that know of each other: clicks carry Ctrl and Shift, drags stay put. */
final class TestbedRobot extends HeadlessRobot {
  private static final int LINES_A_NOTCH = 40;

  private final TestbedScreen screen;
  private final Set<MouseButton> pressed = EnumSet.noneOf(MouseButton.class);
  private int heldKeys;
  private double x;
  private double y;
  private Window hovered;
  private Window grabbing;

  TestbedRobot(HeadlessApplication application, TestbedScreen screen) {
    super(application);
    this.screen = screen;
  }

  @Override
  public void keyPress(KeyCode key) {
    heldKeys |= modifier(key);
    super.keyPress(key);
  }

  @Override
  public void keyRelease(KeyCode key) {
    heldKeys &= ~modifier(key);
    super.keyRelease(key);
  }

  @Override
  public double getMouseX() {
    return x;
  }

  @Override
  public double getMouseY() {
    return y;
  }

  /** A window is the same as itself only: glass gives its windows no other identity. */
  @SuppressWarnings("ReferenceEquality")
  @Override
  public void mouseMove(double toX, double toY) {
    x = toX;
    y = toY;
    if (!pressed.isEmpty()) {
      send(grabbing, MouseEvent.DRAG, getGlassEventButton(pressed.iterator().next()), false);
      return;
    }
    Window under = windowUnderMouse();
    if (under != hovered) {
      send(hovered, MouseEvent.EXIT, MouseEvent.BUTTON_NONE, false);
      hovered = under;
      send(under, MouseEvent.ENTER, MouseEvent.BUTTON_NONE, false);
    }
    send(under, MouseEvent.MOVE, MouseEvent.BUTTON_NONE, false);
  }

  @Override
  public void mousePress(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      if (pressed.isEmpty()) {
        grabbing = windowUnderMouse();
      }
      pressed.add(button);
      press(grabbing, button);
    }
  }

  private void press(Window window, MouseButton button) {
    if (window == null) {
      return;
    }
    if (window instanceof TestbedWindow top && !top.isFocused() && top.getOwner() == null) {
      top._requestFocus(0, WindowEvent.FOCUS_GAINED);
    }
    boolean popup = button == MouseButton.SECONDARY;
    send(window, MouseEvent.DOWN, getGlassEventButton(button), popup);
    // The press may have closed the window (a menu).
    if (popup && isThere(window)) {
      int left = (int) x - window.getX();
      int top = (int) y - window.getY();
      view(window).notifyMenu(left, top, (int) x, (int) y, false);
    }
  }

  @Override
  public void mouseRelease(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      pressed.remove(button);
      send(grabbing, MouseEvent.UP, getGlassEventButton(button), false);
    }
    if (pressed.isEmpty()) {
      grabbing = null;
      mouseMove(x, y);
    }
  }

  @Override
  public void mouseWheel(int notches) {
    Window window = windowUnderMouse();
    if (window == null) {
      return;
    }
    int left = (int) x - window.getX();
    int top = (int) y - window.getY();
    for (int notch = 0; notch < Math.abs(notches); notch++) {
      view(window)
          .notifyScroll(
              left,
              top,
              (int) x,
              (int) y,
              0,
              -Integer.signum(notches),
              heldKeys,
              0,
              0,
              0,
              0,
              LINES_A_NOTCH,
              LINES_A_NOTCH);
    }
  }

  @Override
  public void getScreenCapture(
      int left, int top, int width, int height, int[] data, boolean scale) {
    screen.copy(left, top, width, height, data);
  }

  /** The last one in glass's list is the one in front. */
  private Window windowUnderMouse() {
    Window front = null;
    for (Window window : Window.getWindowsClone()) {
      boolean inside =
          x >= window.getX()
              && x < window.getX() + window.getWidth()
              && y >= window.getY()
              && y < window.getY() + window.getHeight();
      if (inside && isThere(window) && window.isVisible() && !window.isMinimized()) {
        front = window;
      }
    }
    return front;
  }

  private void send(Window window, int type, int button, boolean popup) {
    if (window == null || !isThere(window)) {
      return;
    }
    int modifiers = heldKeys;
    for (MouseButton each : pressed) {
      modifiers |= getModifiers(each);
    }
    int left = (int) x - window.getX();
    int top = (int) y - window.getY();
    view(window).notifyMouse(type, button, left, top, (int) x, (int) y, modifiers, popup, false);
  }

  private static boolean isThere(Window window) {
    return !window.isClosed() && window.getView() != null;
  }

  private static HeadlessView view(Window window) {
    return (HeadlessView) window.getView();
  }

  private static int modifier(KeyCode key) {
    return switch (key) {
      case SHIFT -> KeyEvent.MODIFIER_SHIFT;
      case CONTROL -> KeyEvent.MODIFIER_CONTROL;
      case ALT -> KeyEvent.MODIFIER_ALT;
      case COMMAND, META -> KeyEvent.MODIFIER_COMMAND;
      default -> 0;
    };
  }
}
