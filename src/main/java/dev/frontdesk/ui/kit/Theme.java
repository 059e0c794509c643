package dev.frontdesk.ui.kit;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Primer, light or dark as the system is, and our own style sheet on top of it. */
public final class Theme {
  private static final String SHEET = sheet("frontdesk");
  private static final String ROOT = "console";
  private static final String DARK = "dark";

  /**
   * Linux without a desktop names DejaVu Sans its sans-serif, a third wider than any other system's
   * face: e-mail addresses would be cut. Its condensed cut has the usual widths.
   */
  private static final String WIDE = "DejaVu Sans";

  private static final String LESS_WIDE = "DejaVu Sans Condensed";

  private Theme() {}

  /**
   * Takes the theme that the system asks for; before the first control is made, which would load
   * JavaFX's own theme where there is none yet.
   */
  public static void begin() {
    take(isDark(Platform.getPreferences().getColorScheme()));
  }

  /** Dresses a scene as the system is, and again whenever the system changes. */
  public static void follow(Scene scene) {
    var scheme = Platform.getPreferences().colorSchemeProperty();
    dress(scene, scheme.get());
    scheme.addListener((_, _, now) -> dress(scene, now));
  }

  /** Dresses a scene in one scheme; the theme itself is the whole program's. */
  public static void dress(Scene scene, ColorScheme scheme) {
    boolean dark = isDark(scheme);
    take(dark);
    if (!scene.getStylesheets().contains(SHEET)) {
      scene.getStylesheets().add(SHEET);
    }
    dress(scene.getRoot(), dark);
  }

  /** As the build compiles it: {@code src/build/Stylesheets.java}. */
  private static String sheet(String name) {
    return Objects.requireNonNull(
            Theme.class.getResource("/dev/frontdesk/ui/" + name + ".bss"), name)
        .toExternalForm();
  }

  private static boolean isDark(ColorScheme scheme) {
    return scheme == ColorScheme.DARK;
  }

  private static void take(boolean dark) {
    String theme = sheet(dark ? "primer-dark" : "primer-light");
    if (!theme.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(theme);
    }
  }

  /** For a root beside the window's: a dialog's pane. */
  public static void dress(Parent root, Scene like) {
    root.getStylesheets().setAll(like.getStylesheets());
    dress(root, like.getRoot().getStyleClass().contains(DARK));
  }

  private static void dress(Parent root, boolean dark) {
    List<String> classes = root.getStyleClass();
    classes.removeAll(List.of(ROOT, DARK));
    classes.add(ROOT);
    if (dark) {
      classes.add(DARK);
    }
    if (Font.getDefault().getFamily().equals(WIDE) && Font.getFamilies().contains(LESS_WIDE)) {
      root.setStyle("-fx-font-family: \"" + LESS_WIDE + "\";");
    }
  }
}
