package dev.frontdesk.ui;

import dev.frontdesk.ui.kit.FilePrompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Somebody who has a file in mind before the dialog opens. */
final class FakeFiles implements FilePrompt {
  private Optional<Path> next = Optional.empty();

  /** What the next dialogs are answered with; to save, a folder takes the name proposed. */
  void choosing(Path file) {
    next = Optional.of(file);
  }

  @Override
  public Optional<Path> toOpen(Window over, Wish wish) {
    return next;
  }

  @Override
  public Optional<Path> toSave(Window over, Wish wish, String name) {
    return next.map(there -> Files.isDirectory(there) ? there.resolve(name) : there);
  }
}
