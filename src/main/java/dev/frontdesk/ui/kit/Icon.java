package dev.frontdesk.ui.kit;

import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** Outlined icons, drawn in a grid of 24 units with a stroke of 2. */
public enum Icon {
  ACTIVITY("M2.5 12H7l3-8.5 4.5 17L17.5 12h4"),
  ALERT_TRIANGLE("M12 3.5 22 20.5H2Z M12 10v4.5 M12 17.4v.1"),
  ARROW_DOWN("M12 5v14 M6 13l6 6 6-6"),
  ARROW_RIGHT("M5 12h14 M13 6l6 6-6 6"),
  ARROW_UP("M12 19V5 M6 11l6-6 6 6"),
  CHECK("M5 12.5l4.5 4.5L19 7.5"),
  CHECK_CIRCLE(Path.RING + "M8 12.3l2.9 2.9L16 9.6"),
  CHEVRON_DOWN("M6 9l6 6 6-6"),
  CIRCLE(Path.RING),
  CLOCK(Path.RING + "M12 7v5l3.5 2"),
  COPY("M9 9h12v12H9Z M5 15H3V3h12v2"),
  CROSSHAIR("M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14Z M12 2v5 M12 17v5 M2 12h5 M17 12h5"),
  DOWNLOAD("M12 3v13 M7 11l5 5 5-5 M3 16v5h18v-5"),
  ERASER(
      "M4 13.5 12.8 4.7a2 2 0 0 1 2.8 0l4.2 4.2a2 2 0 0 1 0 2.8L11.5 20H8.6L4 15.4a1.3 1.3 0 0 1"
          + " 0-1.9Z M8.5 9l7 7 M11.5 20H20"),
  FLASK("M8 3h8 M10 3v6.5L4.8 18a2 2 0 0 0 1.7 3h11a2 2 0 0 0 1.7-3L14 9.5V3 M7.4 14.5h9.2"),
  GLOBE(Path.RING + "M3 12h18 M12 3c-5 5-5 13 0 18c5-5 5-13 0-18Z"),
  HISTORY("M3.5 9A9 9 0 1 1 3 12 M3 4v5h5 M12 7.5V12l3.5 2"),
  INFO(Path.RING + "M12 11v5.5 M12 7.5v.1"),
  LAYERS("M12 3 21 8l-9 5-9-5Z M3.5 12.3 12 17l8.5-4.7 M3.5 16.3 12 21l8.5-4.7"),
  LOADER("M12 3a9 9 0 1 0 9 9"),
  MINUS("M5 12h14"),
  MINUS_CIRCLE(Path.RING + "M8 12h8"),
  PENCIL(
      "M3.5 20.5 4.6 15.6 16.2 4a2 2 0 0 1 2.8 0l1 1a2 2 0 0 1 0 2.8L8.4 19.4Z M13.8 6.4l3.8 3.8"),
  PLUG("M9 3v5 M15 3v5 M6 8h12v3a6 6 0 0 1-12 0Z M12 17v4"),
  PLUS("M12 5v14 M5 12h14"),
  REPEAT(
      "M17 2.5 21 6.5 17 10.5 M3 11.5v-2a3 3 0 0 1 3-3h15 M7 21.5 3 17.5 7 13.5 M21 12.5v2a3 3 0 0"
          + " 1-3 3H3"),
  SEARCH("M10.5 3.5a7 7 0 1 0 0 14a7 7 0 1 0 0-14Z M15.6 15.6 21 21"),
  SEND("M21 3 2.5 9.8 10.3 13.7 14.2 21.5Z M21 3 10.3 13.7"),
  TERMINAL("M4 17l6-5.5L4 6 M12 18h8"),
  UNDO("M8.5 14 3.5 9l5-5 M3.5 9H14a6 6 0 0 1 0 12h-4"),
  UPLOAD("M12 16V3 M7 8l5-5 5 5 M3 16v5h18v-5"),
  USERS(
      "M9 3.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z M2 20.5v-1a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v1 M15.8 3.8a4 4"
          + " 0 0 1 0 7.4 M18.5 14.8a5 5 0 0 1 3.5 4.7v1"),
  X("M6 6l12 12 M18 6 6 18"),
  X_CIRCLE(Path.RING + "M9 9l6 6 M15 9l-6 6");

  private static final double GRID = 24;

  private final String outline;

  Icon(String outline) {
    this.outline = outline;
  }

  /** The usual size, in pixels. */
  public Pane view() {
    return view(16);
  }

  /**
   * The icon in a square of {@code size} pixels, in the ink of what it stands in (the looked-up
   * colour {@code -fd-ink}).
   */
  public Pane view(double size) {
    var path = new SVGPath();
    path.setContent(outline);
    path.getStyleClass().add(Styles.ICON);
    path.getTransforms().add(new Scale(size / GRID, size / GRID));
    path.setManaged(false);
    var square = new Pane(path);
    square.setMinSize(size, size);
    square.setPrefSize(size, size);
    square.setMaxSize(size, size);
    square.setMouseTransparent(true);
    return square;
  }

  /** The pieces that several share; a constant of the enum itself would come too late. */
  private static final class Path {
    static final String RING = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z ";
  }
}
