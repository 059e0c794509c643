package dev.frontdesk.cli;

import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Release;
import dev.frontdesk.settings.Session;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the command line needs of the rest of the program, in its own words. */
public interface Backstage extends Session.Opener {
  /** The sandbox on the user's data folder: attached to where one runs, else started. */
  RunningSandbox defaultSandbox();

  /**
   * Starts a sandbox of its own.
   *
   * @param port of the edge, the other servers take the next ones; 0 for free ports
   * @param data keeps tables and invalidations; null for nothing kept
   * @param faults design.md's SPEC; empty for none
   * @throws dev.frontdesk.problem.ProblemException with {@code Invalid} where a word of {@code
   *     faults} is not known, or where the port is taken
   */
  RunningSandbox startSandbox(int port, @Nullable Path data, String faults);

  /**
   * The newer version that the organisation offers, by what is known: nobody is asked.
   *
   * @throws dev.frontdesk.problem.ProblemException with {@code Invalid} where the program's
   *     settings are wrong
   */
  default Optional<Release> newerVersion() {
    return Optional.empty();
  }

  /** A sandbox that answers; closing stops it where this process has started it. */
  interface RunningSandbox extends AutoCloseable {
    Connection connection();

    URI edgeUrl();

    URI originUrl();

    /** The JSON object, in one line, that tells other programs how to reach it. */
    String json();

    @Override
    void close();
  }
}
