package dev.frontdesk.settings.json;

import dev.frontdesk.folders.UserFolders;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Where the user's own file is unless the command line says otherwise. */
  public static Path defaultPath() {
    return paths().getFirst();
  }

  /** The user's own file and, below it, the organisation's; neither need exist. */
  public static List<Path> paths() {
    return UserFolders.here().settings(NAME);
  }

  /**
   * The connections that there are without a file being named: the user's own, then those of the
   * organisation whose names the user has not given away.
   *
   * @throws ProblemException with {@code Invalid} for the first thing that is wrong with a file
   */
  public static List<Connection> usual() {
    return together(paths());
  }

  /** Of the connections in several files, the first of each name. */
  static List<Connection> together(List<Path> files) {
    Map<String, Connection> byName = new LinkedHashMap<>();
    for (Path file : files) {
      read(file).forEach(connection -> byName.putIfAbsent(connection.name(), connection));
    }
    return List.copyOf(byName.values());
  }

  /**
   * The connections in a file; none where it does not exist.
   *
   * @throws ProblemException with {@code Invalid} for the first thing that is wrong with it
   */
  public static List<Connection> read(Path file) {
    Optional<String> text = SettingsText.read(file);
    if (text.isEmpty()) {
      return List.of();
    }
    Reading reading = check(text.get(), file.toString());
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
    Node document = new NodeReader(findings).read(text);
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
