package dev.frontdesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Small files that others read while they are written. */
final class AtomicFiles {
  private AtomicFiles() {}

  /** Readers see the old content or the new, never a part. */
  static void write(Path file, String content) {
    try {
      var folder = file.toAbsolutePath().getParent();
      var draft = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
      Files.writeString(draft, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
