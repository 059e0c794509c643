package dev.frontdesk.settings.json;

import dev.frontdesk.folders.UserFolders;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program's own settings, {@code frontdesk.json}, beside the connections file: {@code
 * {"updates": "https://…"}} names the place that tells which version is the newest. The user's own
 * file wins over the organisation's.
 */
public final class ProgramFile {
  private static final String NAME = "frontdesk.json";

  private ProgramFile() {}

  /**
   * Where to ask for the newest version; empty where nobody named a place, and then nothing is
   * asked.
   *
   * @throws ProblemException with {@code Invalid} for the first thing that is wrong with a file
   */
  public static Optional<URI> updates() {
    return updates(UserFolders.here().settings(NAME));
  }

  /**
   * The same of other files.
   *
   * @param files the first that names a place wins; they need not exist
   */
  static Optional<URI> updates(List<Path> files) {
    return files.stream().flatMap(file -> updates(file).stream()).findFirst();
  }

  private static Optional<URI> updates(Path file) {
    Optional<String> text = SettingsText.read(file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var findings = new Findings(file.toString());
    Node document = new NodeReader(findings).read(text.get());
    @Nullable URI updates = null;
    if (document != null) {
      try (var root = Section.of(document, "", findings)) {
        updates = Address.of(root, "updates");
      }
    }
    List<Problem.Invalid> problems = findings.problems();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems.getFirst());
    }
    return Optional.ofNullable(updates);
  }
}
