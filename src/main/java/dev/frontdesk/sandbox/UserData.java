package dev.frontdesk.sandbox;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the default sandbox keeps its data: in the user's data folder, as each system has it. */
public final class UserData {
  private UserData() {}

  /** The folder of this user on this system. */
  public static Path sandboxFolder() {
    return sandboxFolder(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System::getenv);
  }

  /**
   * Tells the folder; pure, so that every system can be tested on one.
   *
   * @param environment of the variables by name; null for one that is not set
   */
  static Path sandboxFolder(String system, Path home, Environment environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return environment
          .path("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
          .resolve("Frontdesk")
          .resolve("sandbox");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Frontdesk/sandbox");
    }
    return environment
        .path("XDG_DATA_HOME", home.resolve(".local").resolve("share"))
        .resolve("frontdesk")
        .resolve("sandbox");
  }

  /** The process's environment. */
  interface Environment {
    @Nullable String get(String name);

    /** XDG Base Directory Specification: an empty or relative value counts as none. */
    default Path path(String name, Path otherwise) {
      var value = get(name);
      return value == null || value.isEmpty() || !Path.of(value).isAbsolute()
          ? otherwise
          : Path.of(value);
    }
  }
}
