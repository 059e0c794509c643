package com.sun.glass.ui.headless;

import com.sun.glass.events.WindowEvent;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;
import javafx.scene.paint.Color;

/** A window that takes the focus from the others, and gives it back to its owner when it goes. */
final class TestbedWindow extends HeadlessWindow {
  private final TestbedScreen picture;

  TestbedWindow(
      HeadlessWindowManager windows,
      Window owner,
      Screen on,
      TestbedScreen picture,
      int styleMask) {
    super(windows, owner, on, ByteBuffer.allocate(0), styleMask);
    this.picture = picture;
  }

  @Override
  protected boolean _requestFocus(long pointer, int event) {
    for (Window other : Window.getWindowsClone()) {
      if (other != this && other.isFocused() && other instanceof TestbedWindow focused) {
        focused.notifyFocus(WindowEvent.FOCUS_LOST);
      }
    }
    return super._requestFocus(pointer, event);
  }

  @Override
  protected boolean _setVisible(long pointer, boolean visible) {
    boolean done = super._setVisible(pointer, visible);
    if (!visible && isFocused()) {
      notifyFocus(WindowEvent.FOCUS_LOST);
      focusOwner();
    }
    return done;
  }

  @Override
  protected boolean _close(long pointer) {
    boolean focused = isFocused();
    boolean done = super._close(pointer);
    if (focused) {
      focusOwner();
    }
    return done;
  }

  private void focusOwner() {
    if (getOwner() instanceof TestbedWindow owner && !owner.isClosed() && owner.isVisible()) {
      owner.notifyFocus(WindowEvent.FOCUS_GAINED);
    }
  }

  @Override
  void blit(Pixels pixels) {
    picture.paint(pixels, getX(), getY());
  }

  @Override
  void clearRect(int x, int width, int y, int height) {
    picture.clear(x, y, width, height);
  }

  @Override
  public Color getColor(int x, int y) {
    return picture.color(x, y);
  }

  @Override
  public void getScreenCapture(int x, int y, int width, int height, int[] data, boolean scale) {
    picture.copy(x, y, width, height, data);
  }
}
