package dev.frontdesk.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written beside the one it is to be, and takes its place when it is whole: whatever
 * breaks on the way, a file that was there is left as it was.
 */
final class Draft {
  /** Fills the file. */
  interface Content {
    void to(Writer out) throws IOException;
  }

  private Draft() {}

  /** Writes a file anew, in UTF-8. */
  static void write(Path file, Content content) throws IOException {
    // A link stays one: what it leads to is what is written.
    Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    // Not of createTempFile: what it makes is readable by the user alone, and would stay so.
    Path draft = whole.resolveSibling(whole.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (Writer out = Files.newBufferedWriter(draft)) {
        content.to(out);
      }
      move(draft, whole);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path draft, Path whole) throws IOException {
    try {
      Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      // Some network drives: what may be lost there is a moment, no longer the writing's length.
      Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
