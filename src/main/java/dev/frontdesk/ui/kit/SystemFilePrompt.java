package dev.frontdesk.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own dialogs; they begin where the last one ended. */
final class SystemFilePrompt implements FilePrompt {
  private @Nullable File folder;

  @Override
  public Optional<Path> toOpen(Window over, Wish wish) {
    return answered(chooser(wish).showOpenDialog(over));
  }

  @Override
  public Optional<Path> toSave(Window over, Wish wish, String name) {
    FileChooser chooser = chooser(wish);
    chooser.setInitialFileName(name);
    return answered(chooser.showSaveDialog(over));
  }

  private FileChooser chooser(Wish wish) {
    var chooser = new FileChooser();
    chooser.setTitle(wish.title());
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(
                wish.kind(), wish.endings().stream().map(ending -> "*" + ending).toList()));
    File last = folder;
    if (last != null && last.isDirectory()) {
      chooser.setInitialDirectory(last);
    }
    return chooser;
  }

  private Optional<Path> answered(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    folder = file.getParentFile();
    return Optional.of(file.toPath());
  }
}
