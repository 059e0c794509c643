package dev.frontdesk.ui.shell;

import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Somewhere to work.
 *
 * @param opening opens it, and may take seconds: the sandbox is started by it
 */
public record ConnectionChoice(String name, Setting setting, Callable<Session> opening) {
  /** How careful one has to be there; each has its colour. */
  public enum Setting {
    SANDBOX,
    DEVELOPMENT,
    STAGING,
    PRODUCTION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The choice for a connection of the file. */
  public static ConnectionChoice of(Connection connection, Callable<Session> opening) {
    Setting setting =
        connection.isSandbox()
            ? Setting.SANDBOX
            : switch (connection.environment()) {
              case DEVELOPMENT -> Setting.DEVELOPMENT;
              case STAGING -> Setting.STAGING;
              case PRODUCTION -> Setting.PRODUCTION;
            };
    return new ConnectionChoice(connection.name(), setting, opening);
  }
}
