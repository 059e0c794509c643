package dev.frontdesk.settings.json;

import dev.frontdesk.folders.UserFolders;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The connections file; see design.md, "The connections file". */
public final class ConnectionsFile {
  private static final String NAME = "connections.json";

  private ConnectionsFile() {}

  /**
   * What a text holds.
   *
   * @param connections to be used only where there are no problems
   * @param problems all that is wrong with it, in its order
   */
  public record Reading(List<Connection> connections, List<Problem.Invalid> problems) {
    public Reading {
      connections = List.copyOf(connections);
      problems = List.copyOf(problems);
    }
  }

  /** Where the file is unless the command line says otherwise. */
  public static Path defaultPath() {
    return UserFolders.here().configuration().resolve(NAME);
  }

  /**
   * The connections in a file; none where it does not exist.
   *
   * @throws ProblemException with {@code Invalid} for the first thing that is wrong with it
   */
  public static List<Connection> read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (CharacterCodingException e) {
      throw new ProblemException(new Problem.Invalid("settings-encoding", file.toString()), e);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Invalid("settings-unreadable", file.toString(), e.toString()), e);
    }
    Reading reading = check(text, file.toString());
    if (!reading.problems().isEmpty()) {
      throw new ProblemException(reading.problems().getFirst());
    }
    return reading.connections();
  }

  /**
   * What a text holds, and all that is wrong with it.
   *
   * @param name of the file, for the problems' sentences
   */
  public static Reading check(String text, String name) {
    var findings = new Findings(name);
    List<Connection> connections = new ArrayList<>();
    // Windows' editors put a byte order mark before UTF-8.
    Node document =
        new NodeReader(findings).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (document != null) {
      try (var root = Section.of(document, "", findings)) {
        Set<String> names = new HashSet<>();
        for (Section section : root.sections("connections")) {
          Connection connection = ConnectionReader.read(section);
          if (!connection.name().isBlank() && !names.add(connection.name())) {
            section.wrong("name-twice", "name", connection.name());
          }
          connections.add(connection);
        }
      }
    }
    List<Problem.Invalid> problems = findings.problems();
    return new Reading(problems.isEmpty() ? connections : List.of(), problems);
  }
}
