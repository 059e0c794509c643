package com.sun.glass.ui.headless;

import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;

/**
 * JavaFX's headless platform, corrected so that tests of a whole window can run on it: a screen of
 * any size (the original is fixed at 1000 by 1000 and throws for taller windows), a mouse that
 * carries key modifiers and triggers popups with its second button only, a wheel, and one focused
 * window at a time.
 */
public final class TestbedApplication extends HeadlessApplication {
  private final TestbedScreen screen =
      new TestbedScreen(
          Integer.getInteger("testbed.width", 1920), Integer.getInteger("testbed.height", 1200));
  private final HeadlessWindowManager windows = new HeadlessWindowManager();

  @Override
  protected Screen[] staticScreen_getScreens() {
    return screen.asGlass();
  }

  @Override
  public Window createWindow(Window owner, Screen on, int styleMask) {
    return new TestbedWindow(windows, owner, on, screen, styleMask);
  }

  @Override
  public GlassRobot createRobot() {
    return new TestbedRobot(this, screen);
  }

  /** Glass asks which key types a character; without this no shortcut with a letter is ever met. */
  @Override
  protected int _getKeyCodeForChar(char c, int hint) {
    return Character.toUpperCase(c);
  }

  @Override
  public Cursor createCursor(int x, int y, Pixels pixels) {
    return new HeadlessCursor(Cursor.CURSOR_CUSTOM);
  }
}
