package dev.frontdesk.ui.kit;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.texts.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Writes a file that somebody has chosen; what the machine has against it becomes a sentence. */
public final class FileWriting {
  /** Fills the file. */
  public interface Content {
    void to(Path file) throws IOException;
  }

  private FileWriting() {}

  /**
   * Blocks until it is written.
   *
   * @return the file
   * @throws ProblemException with {@code Machine} where it cannot be
   */
  public static Path write(Path file, Content content, Texts texts) {
    try {
      content.to(file);
      return file;
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Machine(texts.text("export.failed", file.toString(), why(e, texts))), e);
    }
  }

  /** The most frequent of Java's exceptions say nothing but the file's name. */
  private static String why(IOException broken, Texts texts) {
    return switch (broken) {
      case AccessDeniedException _ -> texts.text("export.denied");
      case NoSuchFileException _ -> texts.text("export.no-folder");
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(broken.getMessage());
    };
  }
}
