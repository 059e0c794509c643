package dev.frontdesk;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/** Whether a window can be opened here, and if not, why: JavaFX says it in words of its own. */
@SuppressWarnings("restricted") // asks GTK and X11 whether they are there, before JavaFX uses them
enum Display {
  /** A window can be opened. */
  READY,
  /** A server or a container: there is nothing to open a window on. */
  NONE,
  /** DISPLAY names an X server that does not let us in. */
  CLOSED,
  /** The display is there, and GTK 3, on which JavaFX draws, is not. */
  NO_GTK;

  /** Whether there is a display to try, as far as the environment tells. */
  static boolean isNamed() {
    // JavaFX draws over X11, on Wayland through XWayland, which sets DISPLAY too.
    return !needsX() || !System.getenv().getOrDefault("DISPLAY", "").isBlank();
  }

  private static boolean needsX() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    return linux && System.getProperty("glass.platform") == null;
  }

  /** Asks GTK and X11 themselves. */
  static Display look() {
    if (!needsX()) {
      return READY;
    }
    if (!isNamed()) {
      return NONE;
    }
    if (!hasLibrary("libgtk-3.so.0")) {
      return NO_GTK;
    }
    return opens() ? READY : CLOSED;
  }

  private static boolean hasLibrary(String name) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(name, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // the documented answer for a library that is not there
    }
  }

  /**
   * Asks the X server itself: {@code XOpenDisplay(NULL)} gives NULL where it does not let us in.
   */
  private static boolean opens() {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
      var open =
          Linker.nativeLinker()
              .downcallHandle(
                  x11.find("XOpenDisplay").orElseThrow(),
                  FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      var close =
          Linker.nativeLinker()
              .downcallHandle(
                  x11.find("XCloseDisplay").orElseThrow(),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
      MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
      if (display.equals(MemorySegment.NULL)) {
        return false;
      }
      int status = (int) close.invokeExact(display);
      return status == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("could not ask the X server", e);
    }
  }
}
