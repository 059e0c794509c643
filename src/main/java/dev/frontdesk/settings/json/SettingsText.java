package dev.frontdesk.settings.json;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a file of settings. */
final class SettingsText {
  private SettingsText() {}

  /**
   * Empty where the file does not exist.
   *
   * @throws ProblemException with {@code Invalid} where it cannot be read
   */
  static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw new ProblemException(new Problem.Invalid("settings-encoding", file.toString()), e);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Invalid("settings-unreadable", file.toString(), e.toString()), e);
    }
  }
}
