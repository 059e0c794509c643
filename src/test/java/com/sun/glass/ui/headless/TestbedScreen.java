package com.sun.glass.ui.headless;

import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import java.nio.IntBuffer;
import javafx.scene.paint.Color;

/** The picture that the windows paint into: ARGB, anything outside is ignored. */
final class TestbedScreen {
  private static final int DEPTH = 32;
  private static final int DOTS_PER_INCH = 100;

  private final int width;
  private final int height;
  private final int[] picture;
  private Screen[] glass;

  TestbedScreen(int width, int height) {
    this.width = width;
    this.height = height;
    this.picture = new int[width * height];
  }

  /** Made on the first call, which glass makes when it is ready to have screens. */
  Screen[] asGlass() {
    if (glass == null) {
      glass =
          new Screen[] {
            new Screen(
                0,
                DEPTH,
                0,
                0,
                width,
                height,
                0,
                0,
                width,
                height,
                0,
                0,
                width,
                height,
                DOTS_PER_INCH,
                DOTS_PER_INCH,
                1,
                1,
                1,
                1)
          };
    }
    return glass;
  }

  void paint(Pixels pixels, int left, int top) {
    var source = (IntBuffer) pixels.getBuffer();
    for (int y = 0; y < pixels.getHeight(); y++) {
      for (int x = 0; x < pixels.getWidth(); x++) {
        if (holds(left + x, top + y)) {
          picture[(top + y) * width + left + x] = source.get(y * pixels.getWidth() + x);
        }
      }
    }
  }

  void clear(int left, int top, int wide, int high) {
    for (int y = top; y < top + high; y++) {
      for (int x = left; x < left + wide; x++) {
        if (holds(x, y)) {
          picture[y * width + x] = 0;
        }
      }
    }
  }

  void copy(int left, int top, int wide, int high, int[] into) {
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        into[y * wide + x] = at(left + x, top + y);
      }
    }
  }

  Color color(int x, int y) {
    int argb = at(x, y);
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }

  private int at(int x, int y) {
    return holds(x, y) ? picture[y * width + x] : 0;
  }

  private boolean holds(int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height;
  }
}
