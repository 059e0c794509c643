package dev.frontdesk.ui;

import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.kit.FilePrompt;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Theme;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes pictures of the console without a display. */
public final class Gallery {
  private static final Path FOLDER = Path.of("target", "gallery");

  private Gallery() {}

  /** Tools that do everything at once, in English, in UTC, at a given time. */
  public static Tools tools(Instant now) {
    return tools(now, Work.inline());
  }

  /** The same, with other executors. */
  public static Tools tools(Instant now, Work work) {
    return tools(now, work, new FakeFiles());
  }

  /** The same, with somebody who chooses files. */
  static Tools tools(Instant now, Work work, FilePrompt files) {
    Texts texts = Texts.of(Locale.ENGLISH);
    return new Tools(
        texts, new Moments(texts, ZoneOffset.UTC), new Now(InstantSource.fixed(now)), work, files);
  }

  /** A scene of a size, dressed. */
  public static Scene scene(Parent root, double width, double height, ColorScheme scheme) {
    var scene = new Scene(root, width, height);
    Theme.dress(scene, scheme);
    root.applyCss();
    root.layout();
    return scene;
  }

  /** Writes what the scene looks like now. */
  public static Path write(Scene scene, String name) throws IOException {
    // Twice: cells of tables and lists are made in the first pass and filled in the second.
    for (int pass = 0; pass < 3; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    Files.createDirectories(FOLDER);
    Path file = FOLDER.resolve(name + ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
